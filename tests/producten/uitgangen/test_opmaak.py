"""Rich text in other notations: nothing a redacteur wrote is lost, and nothing else gets through."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.uitgangen.markdown import write_markdown
from eloket.producten.uitgangen.xhtml import write_xhtml

BASIS = "https://loket.rietwaard.example/producten/paspoort/"
ALLOWED = {"div", "p", "h3", "h4", "ul", "ol", "li", "strong", "a", "br"}
PIECES = [
    "<p>", "</p>", "<h1>", "</h1>", "<h3>", "</h3>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>",
    "<b>", "</b>", "<br/>", "<a href='/contact/'>", "<a href='javascript:alert(1)'>", "</a>", "<hr>",
    "<script>", "</script>", "<img src=x>", "<code>", "&lt;b&gt;", "&amp;", "# ", "- ", "1. ", "> ", "===",
    "`x`", "*y*", "_z_", "[a](b)", "![a](b)", "\n", "    ", "\x0b", "é", "😀", "]]>", "Kom langs.",
]  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def xhtml(html: str) -> str:
    return write_xhtml(html, basis=BASIS)


def markdown(html: str) -> str:
    return write_markdown(html, basis=BASIS)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Kom <b>langs</b>.<br>Of bel.</p>", "<p>Kom <strong>langs</strong>.<br/>Of bel.</p>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("a &amp; b <p>c</p>", "<p>a &amp; b </p><p>c</p>"),
        ("<h2>Kop</h2><p></p>", "<h3>Kop</h3>"),
        ("<li>los</li>", "<p>los</p>"),
        ('<a href="/contact/">ons</a>', '<p><a href="https://loket.rietwaard.example/contact/">ons</a></p>'),
        ('<a href="#vraag-1">vraag</a>', f'<p><a href="{BASIS}#vraag-1">vraag</a></p>'),
        ('<a href="javascript:x()">ons</a>', "<p>ons</p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<table><tr><td>a</td></tr></table>", "<p>a</p>"),
        ("", ""),
    ],
)
def test_rich_text_becomes_tidy_xhtml(html: str, expected: str) -> None:
    assert xhtml(html) == expected


@given(hostile)
def test_whatever_comes_in_xhtml_is_well_formed_and_of_few_elements(html: str) -> None:
    root = ET.fromstring(f"<div>{xhtml(html)}</div>")
    assert {each.tag for each in root.iter()} <= ALLOWED
    assert all(set(each.attrib) <= {"href"} for each in root.iter())
    for link in root.iter("a"):
        assert link.attrib["href"].startswith("https://")


def test_a_text_of_a_thousand_levels_is_no_problem() -> None:
    deep = "<ul><li>" * 1000 + "diep" + "</li></ul>" * 1000
    assert "diep" in xhtml(deep)
    assert "diep" in markdown(deep)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Kom <b>langs</b>.<br>Of bel.</p>", "Kom **langs**.\\\nOf bel."),
        ("<p>Kom<b> langs </b>morgen.</p>", "Kom **langs** morgen."),
        ("<h3>Aan de balie</h3><p>a</p>", "### Aan de balie\n\na"),
        ("<h1>Kop</h1>", "### Kop"),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n\n  1. c"),
        ("<p># geen kop</p>", "\\# geen kop"),
        ("<p>1. geen lijst<br>- geen lijst</p>", "1\\. geen lijst\\\n\\- geen lijst"),
        ("<p>2 * 3 &lt; `7` [x](y)</p>", "2 \\* 3 \\< \\`7\\` \\[x\\](y)"),
        ('<p><a href="/contact/">ons</a></p>', "[ons](https://loket.rietwaard.example/contact/)"),
        ('<p><a href="https://x.example/a_(b)?c=%20">x</a></p>', "[x](https://x.example/a_%28b%29?c=%20)"),
        ('<p><a href="http://oud.example/">oud</a></p>', "oud"),
        ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
        ("<hr><img src=x alt=y>", ""),
    ],
)
def test_rich_text_becomes_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


FORBIDDEN = re.compile(
    r"^ {0,3}(#{1,2}|#{5,6})(\s|$)"  # h1, h2, h5, h6
    r"|^ {0,3}(=+|-+)\s*$"  # a heading by its underline
    r"|^ {0,3}([*_-]\s*){3,}$"  # a rule
    r"|(?<!\\)`|^ {4,}(?!\d|-| )\S"  # code, but for what is set in below a row of a list
    r"|(?<!\\)!\["  # an image
    r"|(?<!\\)<[a-zA-Z/!?]",  # HTML
    re.MULTILINE,
)


@given(hostile)
def test_whatever_comes_in_markdown_holds_nothing_that_is_not_allowed(html: str) -> None:
    text = markdown(html)
    flat = re.sub(r"^ +", "", text, flags=re.MULTILINE)  # what stands in a list is judged like the rest
    assert not FORBIDDEN.search(flat), text
    for address in re.findall(r"(?<!\\)\]\(([^)]*)\)", text):
        assert address.startswith("https://")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
def test_the_words_of_a_paragraph_come_through(words: str) -> None:
    """Taking the backslashes away again gives what was written."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown(f"<p>{escaped}</p>")) == words
