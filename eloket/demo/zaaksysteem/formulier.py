"""What somebody typed in a form of these screens. Whatever it is, it is text of a bounded length."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from eloket.demo.zgwregister.vraag import Vraag

TEKST, TITEL = 1000, 100


class Onvolledig(Exception):
    """Something is missing or too long; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Formulier:
    waarden: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        return self.waarden.get(name, "").strip()

    def need(self, name: str, label: str, maximum: int = TEKST) -> str:
        """Errors: `Onvolledig`."""
        found = self.get(name)
        if not found:
            raise Onvolledig(f"Vul in: {label}.")
        if len(found) > maximum:
            raise Onvolledig(f"{label}: houd het bij {maximum} tekens. Nu zijn het er {len(found)}.")
        return found


def read_formulier(vraag: Vraag) -> Formulier:
    """Control characters that a browser never sends are left out."""
    text = vraag.body.decode("utf-8", "replace")
    pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=50)
    return Formulier({name: value.replace("\0", "") for name, value in pairs})


def is_own(vraag: Vraag, hosts: tuple[str, ...]) -> bool:
    """Whether a page of these screens sent it: a page of somebody else does nothing here."""
    host = vraag.headers.get("host", "")
    return host in hosts and (
        vraag.headers.get("origin") == f"http://{host}"
        or vraag.headers.get("sec-fetch-site") == "same-origin"
    )
