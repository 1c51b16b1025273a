"""Rich text as Markdown of the SDG catalogue: no h1, h2, h5, h6, rule, image or code; only https links."""

import re
from urllib.parse import quote

from eloket.producten.uitgangen.opmaak import Knoop, has_text, iterate_blocks, read_html

HEADINGS = {"h3": "### ", "h4": "#### "}
# What means something inside a line; what begins a line is looked at apart.
SIGNS = re.compile(r"([\\`*_\[\]<>&~|!])")
# A line that would become a heading, a list, a quotation, a rule or code by how it begins.
BEGINNING = re.compile(r"^(#{1,6}(?=\s|$)|[-+=]|\d{1,9}(?=[.)]))", re.MULTILINE)
# Signs of an address that stay; "%" is one, so that what was encoded is not encoded again.
SAFE = "%:/?#@$&'+,;=-._~"
SPACE = re.compile(r"[\s\u00a0]+")


def write_markdown(html: str, *, basis: str) -> str:
    """The same text as Markdown, "" for none. `basis`: where the text stands, for its links."""
    return "\n\n".join(_blocks(read_html(html, basis=basis)))


def _blocks(knoop: Knoop) -> list[str]:
    return [_block(each) for each in iterate_blocks(knoop) if has_text(each)]


def _block(knoop: Knoop) -> str:
    if knoop.tag in ("ul", "ol"):
        return _list(knoop)
    text = _lines(knoop)
    if knoop.tag in HEADINGS:
        return HEADINGS[knoop.tag] + " ".join(text.split())
    return text


def _list(knoop: Knoop) -> str:
    rows = [each for each in iterate_blocks(knoop) if has_text(each)]
    marks = [f"{nr}. " if knoop.tag == "ol" else "- " for nr in range(1, len(rows) + 1)]
    return "\n".join(_row(row, mark) for row, mark in zip(rows, marks, strict=True))


def _row(row: Knoop, mark: str) -> str:
    """A row of a list; what follows its first line is set in below the text."""
    text = "\n\n".join(_blocks(row if row.tag == "li" else Knoop("li", inhoud=[row])))
    indent = " " * len(mark)
    first, *rest = text.split("\n")
    return "\n".join([mark + first, *(indent + line if line else "" for line in rest)])


def _lines(knoop: Knoop) -> str:
    """The text of a paragraph; a break is a backslash at the end of the line."""
    lines = [" ".join(line.split()) for line in _inline(knoop).split("\n")]
    escaped = [BEGINNING.sub(_escape_beginning, line) for line in lines if line]
    return "\\\n".join(escaped)


def _escape_beginning(found: re.Match[str]) -> str:
    sign = found.group(1)
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _inline(knoop: Knoop) -> str:
    return "".join(_plain(each) if isinstance(each, str) else _span(each) for each in knoop.inhoud)


def _plain(text: str) -> str:
    return SIGNS.sub(r"\\\1", SPACE.sub(" ", text))


def _span(knoop: Knoop) -> str:
    if knoop.tag == "br":
        return "\n"
    text = _inline(knoop)
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{_marked(knoop, bare)}{after}"


def _marked(knoop: Knoop, text: str) -> str:
    if knoop.tag == "strong":
        return "\n".join(f"**{line.strip()}**" if line.strip() else line for line in text.split("\n"))
    if knoop.href.startswith("https://"):
        return f"[{' '.join(text.split())}]({_address(knoop.href)})"
    return text


def _address(href: str) -> str:
    """The address with every sign percent-encoded that would end it or mean something in Markdown."""
    return quote("".join(href.split()), safe=SAFE)
