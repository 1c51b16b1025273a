"""The rich text of a redacteur as a small tree, from which other notations are written.

Only the few elements that a redacteur can make come in, so nothing else can get out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

KOPPEN = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LIJSTEN = {"ul", "ol"}
BLOKKEN = {"p", "li", "h3", "h4", *LIJSTEN}
VET = {"b": "strong", "strong": "strong"}
# Whose contents go too.
WEG = {"script", "style", "template", "iframe", "object", "svg", "noscript", "textarea", "select"}
MAX_DIEPTE = 20
SCHEMES = ("https", "http", "mailto", "tel")


@dataclass
class Knoop:
    """An element: p, h3, h4, ul, ol, li, strong, a or br; `href` is "" for all but a. The root has no tag."""

    tag: str
    href: str = ""
    inhoud: list["Knoop | str"] = field(default_factory=list)


def read_html(html: str, *, basis: str) -> Knoop:
    """The tree of this HTML. Links are made absolute from `basis`; those that no browser follows are text."""
    reader = _Lezer(basis)
    reader.feed(html)
    reader.close()
    return reader.root


def clean_text(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and _is_allowed(sign)))


def _is_allowed(sign: str) -> bool:
    return sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff"


class _Lezer(HTMLParser):
    def __init__(self, basis: str) -> None:
        super().__init__(convert_charrefs=True)
        self.basis = basis
        self.root = Knoop("")
        self.open = [self.root]
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WEG:
            self.skipped.append(tag)
        elif self.skipped:
            return
        elif tag == "br":
            self.open[-1].inhoud.append(Knoop("br"))
        elif (name := _name_of(tag)) and len(self.open) < MAX_DIEPTE:
            self._begin(name, self._address(dict(attrs).get("href")) if name == "a" else "")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
            return
        self._end(_name_of(tag))

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.open[-1].inhoud.append(clean_text(data))

    def _begin(self, name: str, href: str) -> None:
        if name in BLOKKEN:
            self._make_room(name)
        if name == "li" and self.open[-1].tag not in LIJSTEN:
            name = "p"
        if name in ("a", "strong") and any(each.tag == name for each in self.open):
            return
        knoop = Knoop(name, href)
        self.open[-1].inhoud.append(knoop)
        self.open.append(knoop)

    def _make_room(self, name: str) -> None:
        """End what cannot hold a block: everything up to the nearest row of a list or the root."""
        holders = {"", *LIJSTEN} if name == "li" else {"", "li"}
        while self.open[-1].tag not in holders:
            self.open.pop()

    def _end(self, name: str) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == name:
                del self.open[place:]
                return
            if self.open[place].tag in BLOKKEN and name not in BLOKKEN:
                return

    def _address(self, href: str | None) -> str:
        try:
            address = urljoin(self.basis, clean_text(href or "").strip())
            return address if urlsplit(address).scheme in SCHEMES else ""
        except ValueError:
            return ""


def _name_of(tag: str) -> str:
    """Under which name this element stands in the tree; "" for one that only its text is kept of."""
    return KOPPEN.get(tag) or VET.get(tag) or (tag if tag in BLOKKEN or tag == "a" else "")


def iterate_blocks(root: Knoop) -> Iterator[Knoop]:
    """The blocks right below this element; loose text between them comes in paragraphs of its own."""
    loose = Knoop("p")
    for each in root.inhoud:
        if isinstance(each, Knoop) and each.tag in BLOKKEN:
            if has_text(loose):
                yield loose
            loose = Knoop("p")
            yield each
        else:
            loose.inhoud.append(each)
    if has_text(loose):
        yield loose


def has_text(knoop: Knoop) -> bool:
    """Whether anything can be read in it."""
    return any(has_text(each) if isinstance(each, Knoop) else each.strip() for each in knoop.inhoud)
