"""From a stranger's HTML to what a redacteur may write here: whatever is not named, does not pass.

The text is written anew from the few elements we know, so that the outcome holds nothing that was not put
there by this file, however broken or hostile the source is.
"""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

from django.utils.translation import gettext_lazy as _
from wagtail.whitelist import check_url

# Whose contents go too.
WEG = {
    "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math",
    "video", "audio", "select", "textarea", "button", "head", "title", "canvas", "applet", "noembed",
}  # fmt: skip
KOPPEN = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOKKEN = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote", "pre", "address",
    "tr", "table", "dl", "dt", "dd", "figure", "figcaption", "fieldset", "form", "hr", "summary", "details",
}  # fmt: skip
LIJSTEN = {"ul", "ol"}
VET = {"b", "strong"}
LEEG = {"img", "input", "embed", "br", "hr"}
SCHEMES = ("http://", "https://", "mailto:", "tel:")
MAX_DIEPTE = 3
NAMEN = {
    "img": _("afbeelding"),
    "table": _("tabel (de tekst is gebleven)"),
    "iframe": _("ingesloten pagina"),
    "form": _("formulier (de tekst is gebleven)"),
    "video": _("video"),
    "script": _("script"),
}
OPENERS = ("<p>", "<li>", "<h3>", "<br/>")
EMPTY = re.compile(r"<(p|h3|li|b|a)(?: [^>]*)?>(?:\s|<br/>)*</\1>|<(ul|ol)></\2>")


@dataclass(frozen=True)
class Schoon:
    """Clean HTML, and the kinds of thing that were left out, in words."""

    html: str
    weggelaten: tuple[str, ...] = ()


def clean_html(text: str, *, basis: str = "") -> Schoon:
    """The text with paragraphs, h3, lists, bold and links only. `basis`: the address it stood at."""
    writer = Herschrijver(basis)
    writer.feed(_tame(text))
    writer.close()
    return Schoon(writer.finish(), tuple(str(NAMEN[name]) for name in NAMEN if name in writer.gone))


def _tame(text: str) -> str:
    """Without what makes Python's parser look ahead to the end again and again: what is never closed."""
    pieces, place = [], 0
    while (start := text.find("<!", place)) >= 0:
        pieces.append(text[place:start])
        end = text.find("-->" if text.startswith("<!--", start) else ">", start + 2)
        if end < 0:
            return "".join(pieces)
        place = text.index(">", end) + 1
    pieces.append(text[place:])
    whole = "".join(pieces)
    last = whole.rfind(">") + 1
    return whole[:last] + whole[last:].replace("<", "&lt;")


def write_html(text: str) -> str:
    """HTML of plain text: empty lines part paragraphs, "-" or "1." begins a row of a list."""
    return "".join(
        _write_block(block.strip().splitlines())
        for block in re.split(r"\n\s*\n", text.strip())
        if block.strip()
    )


def is_html(text: str) -> bool:
    """Whether somebody wrote this with elements."""
    return (
        re.search(r"</?(p|br|div|ul|ol|li|h[1-6]|strong|b|em|a|span|table)\b[^>]*>", text, re.I) is not None
    )


def _write_block(lines: list[str]) -> str:
    for tag, mark in (("ul", r"\s*[-*•]\s+"), ("ol", r"\s*\d{1,2}[.)]\s+")):
        if all(re.match(mark, line) for line in lines):
            rows = "".join(
                f"<li>{escape(re.sub(mark, '', line, count=1), quote=False)}</li>" for line in lines
            )
            return f"<{tag}>{rows}</{tag}>"
    return f"<p>{'<br/>'.join(escape(line.strip(), quote=False) for line in lines)}</p>"


class Herschrijver(HTMLParser):
    """Writes what it hears anew; `open` holds the elements that still need an end."""

    def __init__(self, basis: str) -> None:
        super().__init__(convert_charrefs=True)
        self.basis = basis
        self.out: list[str] = []
        self.open: list[str] = []
        self.gone: set[str] = set()
        self.hidden: list[str] = []

    # --- What the parser tells -----

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NAMEN:
            self.gone.add(tag)
        if self.hidden or tag in WEG:
            self._hide(tag)
        elif tag in KOPPEN:
            self._start_heading()
        elif tag in LIJSTEN:
            self._start_list(tag)
        elif tag == "li":
            self._start_item()
        elif tag in BLOKKEN:
            self._end_block()
        else:
            self._start_inline(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in LEEG:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self._unhide(tag)
        elif tag in KOPPEN or tag in BLOKKEN:
            self._end_block()
        elif tag in LIJSTEN or tag == "li":
            self._end(tag)
        elif tag in VET or tag == "a":
            self._end("b" if tag in VET else "a")

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        words = re.sub(r"\s+", " ", data)
        if words.strip():
            self._ensure_block()
        elif not self._in_block():
            return
        if self.out[-1] in OPENERS or self.out[-1].endswith(" "):
            words = words.lstrip()
        if words:
            self.out.append(escape(words, quote=False))

    # --- What is written -----

    def _start_heading(self) -> None:
        self._close_down_to(0)
        self._push("h3")

    def _start_list(self, tag: str) -> None:
        if self.open.count("li") and self.open[-1] == "li" and len(self._lists()) < MAX_DIEPTE:
            self._push(tag)
        elif self._lists():
            self._end_block()  # deeper than we go: its rows join the list around it
        else:
            self._close_down_to(0)
            self._push(tag)

    def _start_item(self) -> None:
        if not self._lists():
            self._close_down_to(0)
            self._push("ul")
        innermost = max(index for index, name in enumerate(self.open) if name in LIJSTEN)
        self._close_down_to(innermost + 1)
        self._push("li")

    def _start_inline(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self.handle_data(" ")
        elif tag in VET and "b" not in self.open and "h3" not in self.open:
            self._ensure_block()
            self._push("b")
        elif tag == "a" and "a" not in self.open and (href := self._href(attrs.get("href") or "")):
            self._ensure_block()
            self._push("a", f' href="{escape(href)}"')

    def _href(self, href: str) -> str:
        """A whole address that may be followed, or ""."""
        try:
            whole = urljoin(self.basis, href.strip())
        except ValueError:
            return ""
        safe = check_url(whole) is not None and whole.lower().startswith(SCHEMES)
        return whole if safe and len(whole) <= 2000 and whole.isprintable() else ""

    def _ensure_block(self) -> None:
        if self.open and self.open[-1] in LIJSTEN:
            self._push("li")
        elif not self._in_block():
            self._push("p")

    def _in_block(self) -> bool:
        return bool(self.open) and self.open[-1] not in LIJSTEN

    def _lists(self) -> list[str]:
        return [name for name in self.open if name in LIJSTEN]

    def _end_block(self) -> None:
        """A block ends: a paragraph closes; inside a row of a list it is a new line."""
        if "li" in self.open:
            self._close_inline()
            self._break()
        else:
            self._close_down_to(0)

    def _break(self) -> None:
        """A new line within a block; a second one at once ends a paragraph."""
        if not self._in_block():
            return
        last = self.out[-2] if self.out[-1] == " " else self.out[-1]
        if last == "<br/>" and "p" in self.open:
            self._close_down_to(0)
        elif last not in OPENERS and not last.endswith("l>"):
            self.out.append("<br/>")

    def _close_inline(self) -> None:
        while self.open and self.open[-1] in ("a", "b"):
            self._pop()

    def _end(self, tag: str) -> None:
        """The innermost of this kind, with what is still open in it."""
        if tag in self.open:
            self._close_down_to(len(self.open) - 1 - self.open[::-1].index(tag))

    def _close_down_to(self, depth: int) -> None:
        while len(self.open) > depth:
            self._pop()

    def _push(self, tag: str, attributes: str = "") -> None:
        self.open.append(tag)
        self.out.append(f"<{tag}{attributes}>")

    def _pop(self) -> None:
        self.out.append(f"</{self.open.pop()}>")

    # --- What is hidden -----

    def _hide(self, tag: str) -> None:
        if tag not in LEEG:
            self.hidden.append(tag)

    def _unhide(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[len(self.hidden) - 1 - self.hidden[::-1].index(tag) :]

    def finish(self) -> str:
        self._close_down_to(0)
        html = "".join(self.out)
        for _turn in range(MAX_DIEPTE * 3):  # what is empty once its contents are gone
            html, count = EMPTY.subn("", html)
            if not count:
                break
        return re.sub(r"(?:<br/>|\s)+(?=</(?:p|li|h3)>|<[uo]l>)", "", html).strip()
