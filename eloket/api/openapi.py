"""What the description of the API needs beyond what the code of its views says."""

from collections.abc import Iterator
from email.utils import parseaddr
from typing import Any

from django.conf import settings

from eloket.api.problemen import CONTENT_TYPE
from eloket.website.services import get_instellingen

DESCRIPTION = (
    "De producten van de gemeente, zoals ze op de site staan: alleen om te lezen, zonder sleutel, open voor "
    "elke toepassing. Teksten zijn HTML; een lege tekst betekent dat er geen antwoord is. "
    "Vraag opnieuw met If-None-Match en u hoort 304 zolang er niets veranderd is."
)
LICENCE = {"name": "CC0 1.0", "identifier": "CC0-1.0"}
TAGS = [
    {"name": "api", "description": "Wat er is."},
    {"name": "producten", "description": "De producten, met alles wat op hun pagina staat."},
    {"name": "sdg", "description": "Dezelfde producten onder de namen van de single digital gateway."},
]
HEADERS = {
    "API-Version": {
        "description": "De versie van de API die dit antwoord gaf.",
        "required": True,
        "schema": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    },
    "Link": {
        "description": "De eerste, vorige, volgende en laatste pagina (RFC 8288).",
        "schema": {"type": "string"},
    },
}


def complete(
    schema: Any, *, server: str, tags: list[dict[str, str]] = TAGS, licence: dict[str, str] | None = LICENCE
) -> Any:
    """The description with who keeps it, where it stands, and what every answer carries."""
    schema["info"] |= {"contact": _contact(), **({"license": licence} if licence else {})}
    schema["servers"] = [{"url": server, "description": "Dit loket"}]
    schema["tags"] = tags
    schema["components"]["headers"] = HEADERS
    for operation in _operations(schema):
        for status, response in operation["responses"].items():
            _complete_response(int(status), response, is_list=operation["operationId"].startswith("list"))
    return schema


def _contact() -> dict[str, str]:
    site = get_instellingen()
    email = site.email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return {"name": site.naam, "email": email, "url": settings.ELOKET_BASIS_URL}


def _operations(schema: Any) -> Iterator[Any]:
    for item in schema["paths"].values():
        yield from item.values()


def _complete_response(status: int, response: Any, *, is_list: bool) -> None:
    """The headers, and for an error its own type of content."""
    names = ["API-Version", *(["Link"] if is_list and status == 200 else [])]
    response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    if status >= 400:
        response["content"] = {CONTENT_TYPE: response["content"]["application/json"]}
