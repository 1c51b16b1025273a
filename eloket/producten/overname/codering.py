"""In which characters a file is written. People save CSV from Excel; feeds say one thing and do another."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

PIECE = 64 * 1024
BOMS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
# What an XML declaration may ask for. As on the web, latin-1 means Windows' own.
DECLARED = {
    "utf-8": "utf-8",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
}
DECLARATION = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]{1,20})[\"']")


@dataclass(frozen=True)
class Codering:
    """A Python codec, and what the reader should know when it was guessed."""

    naam: str
    melding: str = ""


def detect_codering(file: IO[bytes]) -> Codering:
    """Read the file through once, and leave it at its beginning."""
    head = file.read(300)
    file.seek(0)
    for bom, naam in BOMS:
        if head.startswith(bom):
            return Codering(naam)
    found = DECLARATION.search(head)
    declared = DECLARED.get(found.group(1).decode().lower(), "utf-8") if found else "utf-8"
    return Codering(declared) if declared != "utf-8" else _judge(file)


def read_text(file: IO[bytes], codering: Codering) -> Iterator[str]:
    """The file in pieces of text; what cannot be read becomes the replacement character."""
    decoder = codecs.getincrementaldecoder(codering.naam)(errors="replace")
    while piece := file.read(PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _judge(file: IO[bytes]) -> Codering:
    """UTF-8, unless more characters are wrong in it than right."""
    right = wrong = 0
    for text in read_text(file, Codering("utf-8")):
        broken = text.count("\ufffd")
        wrong += broken
        right += 0 if text.isascii() else sum(not sign.isascii() for sign in text) - broken
    file.seek(0)
    if not wrong:
        return Codering("utf-8")
    if right > wrong:
        told = _("Niet alle tekens zijn te lezen (%(aantal)d niet). Zoek in de teksten naar �.")
        return Codering("utf-8", told % {"aantal": wrong})
    return Codering(
        "cp1252",
        _("Het bestand is geen UTF-8. Wij gingen uit van Windows-1252; kijk letters als é na."),
    )
