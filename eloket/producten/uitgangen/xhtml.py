"""Rich text as well-formed XHTML."""

from xml.sax.saxutils import escape, quoteattr

from eloket.producten.uitgangen.opmaak import LIJSTEN, Knoop, has_text, iterate_blocks, read_html


def write_xhtml(html: str, *, basis: str) -> str:
    """The same text as XHTML without a root element; links are absolute. `basis`: where the text stands."""
    return "".join(_block(each) for each in iterate_blocks(read_html(html, basis=basis)))


def _block(knoop: Knoop) -> str:
    if not has_text(knoop):
        return ""
    if knoop.tag in LIJSTEN:
        rows = [each if each.tag == "li" else Knoop("li", inhoud=[each]) for each in iterate_blocks(knoop)]
        return f"<{knoop.tag}>{''.join(map(_row, rows))}</{knoop.tag}>"
    return f"<{knoop.tag}>{_inline(knoop)}</{knoop.tag}>"


def _row(row: Knoop) -> str:
    if not has_text(row):
        return ""
    blocks = list(iterate_blocks(row))
    if len(blocks) == 1 and blocks[0].tag == "p":
        return f"<li>{_inline(blocks[0])}</li>"
    return f"<li>{''.join(map(_block, blocks))}</li>"


def _inline(knoop: Knoop) -> str:
    return "".join(escape(each) if isinstance(each, str) else _span(each) for each in knoop.inhoud)


def _span(knoop: Knoop) -> str:
    if knoop.tag == "br":
        return "<br/>"
    if knoop.tag == "a":
        return f"<a href={quoteattr(knoop.href)}>{_inline(knoop)}</a>" if knoop.href else _inline(knoop)
    return f"<{knoop.tag}>{_inline(knoop)}</{knoop.tag}>"
