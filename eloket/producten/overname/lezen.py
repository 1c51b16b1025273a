"""Which kind of file is this, and what does it offer?"""

from collections.abc import Iterator
from enum import StrEnum
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.producten.overname.aanbod import Aangeboden, Onleesbaar
from eloket.producten.overname.sc import read_feed
from eloket.producten.overname.tabel import read_tabel


class Soort(StrEnum):
    SC = "sc"
    CSV = "csv"


EXCEL = gettext_lazy("Dit is een Excel-bestand. Kies in Excel “Opslaan als” en dan “CSV UTF-8”.")
ANDERE = {
    b"PK\x03\x04": EXCEL,
    b"\xd0\xcf\x11\xe0": EXCEL,
    b"%PDF": gettext_lazy("Dit is een PDF. Wij lezen XML van Samenwerkende Catalogi, en CSV."),
    b"\x1f\x8b": gettext_lazy("Dit bestand is ingepakt (gzip). Pak het eerst uit."),
}


def read_aanbod(file: IO[bytes], *, soort: Soort | None = None) -> Iterator[Aangeboden]:
    """The products on offer in this file, which is read twice. Without `soort` we look which it is.

    Errors: `Onleesbaar`, also later: at the first row at the latest.
    """
    return read_feed(file) if (soort or detect_soort(file)) is Soort.SC else read_tabel(file)


def detect_soort(file: IO[bytes]) -> Soort:
    """XML or CSV. Errors: `Onleesbaar` for what is plainly something else."""
    head = file.read(1000)
    file.seek(0)
    if not head.strip():
        raise Onleesbaar(_("Het bestand is leeg."))
    for mark, told in ANDERE.items():
        if head.startswith(mark):
            raise Onleesbaar(str(told))
    readable = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if readable.startswith((b"<!doctype html", b"<html")):
        raise Onleesbaar(_("Dit is een webpagina. Zoek het adres van de feed zelf, die begint met “<?xml”."))
    return Soort.SC if readable.startswith(b"<") else Soort.CSV
