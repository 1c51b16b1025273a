"""Rich text as sentences and words: what somebody reads, without the mark-up."""

import re
from html.parser import HTMLParser

# After these a reader takes breath, with or without a full stop.
BLOKKEN = {"p", "li", "ul", "ol", "h2", "h3", "h4", "br", "div", "blockquote", "td", "th", "tr"}

WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The end of a sentence: a stop with white space after it, and then no small letter ("bijv. een", "art. 4").
EINDE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[^\sa-zà-öø-ÿ])")
AFKORTING = re.compile(
    r"\b(?:art|bijv|bv|ca|dhr|dr|drs|ds|enz|evt|excl|incl|ing|ir|jl|mevr|mr|mw|nl|nr|par|prof|resp|tel|vgl|zgn)\.$"
    r"|(?:^|[\s(])(?:[a-z]\.){2,}$",
    re.IGNORECASE,
)


class _Lezer(HTMLParser):
    """Collects the text of each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blokken: list[list[str]] = [[]]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self.blokken[-1].append(data)

    def _break(self, tag: str) -> None:
        if tag in BLOKKEN:
            self.blokken.append([])


def list_blokken(html: str) -> list[str]:
    """The text of each paragraph, heading and item, in order; white space made single."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    texts = (" ".join("".join(parts).split()) for parts in lezer.blokken)
    return [text for text in texts if text]


def list_zinnen(html: str) -> list[str]:
    """The sentences, in order. An item of a list or a heading is a sentence by itself."""
    return [zin for blok in list_blokken(html) for zin in split_zinnen(blok)]


def split_zinnen(text: str) -> list[str]:
    """The sentences of one paragraph; an abbreviation or a price does not end one."""
    zinnen: list[str] = []
    for part in EINDE.split(text):
        if zinnen and AFKORTING.search(zinnen[-1]):
            zinnen[-1] = f"{zinnen[-1]} {part}"
        elif part.strip():
            zinnen.append(part.strip())
    return zinnen


def list_woorden(text: str) -> list[str]:
    """The words; numbers, amounts and signs are none."""
    return WOORD.findall(text)


def has_text(html: str) -> bool:
    """Whether anybody can read something in this rich text; an editor leaves "<p></p>" behind."""
    return bool(list_blokken(html))
