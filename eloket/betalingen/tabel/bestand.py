"""The file as a whole: is it text at all, in which characters, and line by line."""

import codecs
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MAX_BYTES = 2 * 1024 * 1024
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EXCEL = gettext_lazy("Dit is een Excel-bestand. Kies in Excel “Opslaan als” en dan “CSV UTF-8”.")
NO_CSV = {
    b"PK\x03\x04": EXCEL,
    b"\xd0\xcf\x11\xe0": EXCEL,
    b"%PDF": gettext_lazy("Dit is een PDF. Sla de tabel op als CSV en lees die in."),
}


class TabelOnleesbaar(ValueError):
    """The file as a whole is no such table; the text says what to do."""


def read_lines(inhoud: bytes) -> tuple[list[str], list[str]]:
    """The lines of this file, and what we assumed to read them. Errors: `TabelOnleesbaar`.

    A cell of this table holds no line breaks, so a line is a row: a stray quote spoils only its own.
    """
    _refuse_other_files(inhoud)
    text, told = _decode(inhoud)
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"), told


def _refuse_other_files(inhoud: bytes) -> None:
    if len(inhoud) > MAX_BYTES:
        raise TabelOnleesbaar(_("Het bestand is groter dan 2 MB. Haal weg wat geen tarief is."))
    if not inhoud.strip(b"\0 \r\n\t"):
        raise TabelOnleesbaar(_("Het bestand is leeg."))
    for mark, told in NO_CSV.items():
        if inhoud.startswith(mark):
            raise TabelOnleesbaar(str(told))


def _decode(inhoud: bytes) -> tuple[str, list[str]]:
    """The text, and what we assumed to read it."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", errors="replace"), []
    try:
        return inhoud.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        told = _("Het bestand is geen UTF-8. Wij gingen uit van Windows-1252; kijk letters als é na.")
        return inhoud.decode("cp1252", errors="replace"), [told]
