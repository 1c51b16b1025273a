"""A call as it came in, an answer as it goes out, and the errors of ZGW."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
TITLES = {
    400: ("ValidationError", "Ongeldige invoer."),
    403: ("PermissionDenied", "Je hebt geen toestemming om deze actie uit te voeren."),
    404: ("NotFound", "Niet gevonden."),
    405: ("MethodNotAllowed", "Methode niet toegestaan."),
    406: ("NotAcceptable", "Kan niet voldoen aan de opgegeven Accept header."),
    412: ("PreconditionFailed", "Voorwaarde is niet vervuld"),
    415: ("UnsupportedMediaType", "Ongeldig media type."),
    429: ("Throttled", "Te veel vragen."),
    500: ("APIException", "Er is een serverfout opgetreden."),
}


class Fout(Exception):
    """An answer that says no. `params`: name, code and reason of each field that is wrong."""

    def __init__(self, status: int, code: str, detail: str = "", *params: tuple[str, str, str]) -> None:
        super().__init__(code)
        self.status, self.code, self.detail, self.params = status, code, detail, params

    def to_json(self, base: str) -> Json:
        name, title = TITLES.get(self.status, TITLES[500])
        body: Json = {
            "type": f"{base}/ref/fouten/{name}/",
            "code": self.code,
            "title": title,
            "status": self.status,
            "detail": self.detail or title,
            "instance": f"urn:uuid:{uuid.uuid4()}",
        }
        if self.params:
            names = ("name", "code", "reason")
            body["invalidParams"] = [dict(zip(names, each, strict=True)) for each in self.params]
        return body


def refuse(name: str, code: str, reason: str = "") -> Fout:
    """400 for one field."""
    return Fout(400, "invalid", "", (name, code, reason or code))


@dataclass(frozen=True, slots=True)
class Vraag:
    """`path` and `query` of what was asked; `base` is this server as the caller names it."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in small letters
    body: bytes
    raw: str  # the address as it stands in logs

    def json(self) -> Json:
        """The object in the body. Errors: `Fout`."""
        if not self.headers.get("content-type", "").startswith("application/json"):
            raise Fout(415, "unsupported_media_type")
        try:
            content = json.loads(self.body or b"{}")
        except ValueError:
            raise Fout(400, "parse_error", "JSON parse error") from None
        if not isinstance(content, dict):
            raise refuse("nonFieldErrors", "invalid")
        return content


@dataclass(slots=True)
class Antwoord:
    """JSON, or `data` with a media type of its own."""

    content: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes | None = None
    media: str = "application/json"

    def to_bytes(self) -> bytes:
        if self.data is not None:
            return self.data
        return b"" if self.status == 204 or self.content is None else json.dumps(self.content).encode()
