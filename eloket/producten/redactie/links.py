"""The links in a text: pages and documents of our own, and addresses elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from eloket.producten.redactie.teksten import Tekst

MAX_URL = 1000  # what the table of addresses can hold


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `soort`: "page", "document" or "adres"; `doel`: its id or address; `tekst`: what is read."""

    soort: str
    doel: str
    tekst: str
    veld: str
    label: str


def list_links(teksten: Iterable[Tekst]) -> list[Link]:
    """The links in these texts, in order, also the same one twice."""
    return [
        Link(soort, doel, tekst, part.veld, part.label)
        for part in teksten
        for soort, doel, tekst in _read(part.html)
    ]


def is_checkable(link: Link) -> bool:
    """Whether it is an address that can be visited: https and not endlessly long."""
    return link.soort == "adres" and link.doel.startswith("https://") and len(link.doel) <= MAX_URL


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            return
        values = {name: value or "" for name, value in attrs}
        kind = values.get("linktype", "")
        self.inside = True
        if kind in ("page", "document"):
            self.found.append((kind, values.get("id", ""), []))
        else:
            self.found.append(("adres", values.get("href", "").strip(), []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1][2].append(data)


def _read(html: str) -> list[tuple[str, str, str]]:
    """(kind, target, words) of each link in this rich text."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    return [(kind, target, " ".join("".join(words).split())) for kind, target, words in lezer.found]
