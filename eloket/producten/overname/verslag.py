"""The report of an overname: as a file for a spreadsheet, and in one sentence."""

import csv
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from eloket.lib.rekenblad import plain_cell
from eloket.producten.overname.aanbod import Regel, Uitkomst


def write_verslag(regels: Iterable[Regel], file: Any) -> None:
    """As CSV with semicolons, as spreadsheets here expect; begin the file with a byte order mark."""
    writer = csv.writer(file, delimiter=";")
    writer.writerow([_("rij"), _("titel"), _("uitkomst"), _("meldingen")])
    for regel in regels:
        row = [regel.titel, regel.label, " | ".join(regel.meldingen)]
        writer.writerow([regel.nummer, *(plain_cell(cell) for cell in row)])


def sum_up(regels: Iterable[Regel]) -> str:
    """How many of each outcome."""
    counted = Counter(regel.uitkomst for regel in regels)
    return tell(counted)


def tell(counted: Counter[Uitkomst]) -> str:
    return _(
        "%(rijen)d rijen: %(nieuw)d nieuw, %(bijgewerkt)d bijgewerkt, %(bestond)d bestond al,"
        " %(overgeslagen)d overgeslagen."
    ) % {
        "rijen": counted.total(),
        "nieuw": counted[Uitkomst.NIEUW],
        "bijgewerkt": counted[Uitkomst.BIJGEWERKT],
        "bestond": counted[Uitkomst.BESTOND],
        "overgeslagen": counted[Uitkomst.OVERGESLAGEN],
    }
