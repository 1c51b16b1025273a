"""The first row: which column is which, whatever the order and the capitals."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from eloket.betalingen.tabel.bestand import TabelOnleesbaar
from eloket.lib.rekenblad import bare_cell

KOLOMMEN = ("code", "naam", "naam_en", "artikel", "bedrag", "vanaf")
VERPLICHT = ("code", "bedrag", "vanaf")
OOK = {
    "waarvoor": "naam",
    "omschrijving": "naam",
    "waarvoor_engels": "naam_en",
    "naam_engels": "naam_en",
    "tarief": "bedrag",
    "prijs": "bedrag",
    "geldt_vanaf": "vanaf",
    "ingangsdatum": "vanaf",
    "per": "vanaf",
}


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns of a file. `eerste`: the number of the row with their names; "" for one not ours."""

    eerste: int
    separator: str
    namen: tuple[str, ...]


def read_kolommen(lines: Sequence[str]) -> tuple[Kolommen, list[str]]:
    """The columns, and what is said of those we do not know. Errors: `TabelOnleesbaar`."""
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if lines[first - 1].casefold().startswith("sep="):  # Excel's own
        first += 1
    line = lines[first - 1] if first <= len(lines) else ""
    separator = max(";,\t", key=line.count)
    try:
        heads = read_cells(line, separator)
    except csv.Error as error:
        raise TabelOnleesbaar(_("De eerste rij is niet te lezen als namen van kolommen.")) from error
    names = [_name(head) for head in heads]
    _refuse_heads(names)
    unknown = [head[:30] for head, name in zip(heads, names, strict=True) if head and not name]
    told = _("Deze kolommen gebruiken wij niet: %(namen)s.") % {"namen": ", ".join(unknown[:20])}
    return Kolommen(first, separator, tuple(names)), [told] if unknown else []


def _name(head: str) -> str:
    bare = re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_")
    return bare if bare in KOLOMMEN else OOK.get(bare, "")


def _refuse_heads(names: Sequence[str]) -> None:
    missing = [name for name in VERPLICHT if name not in names]
    if missing:
        told = _("Deze kolommen ontbreken: %(namen)s. De eerste rij moet zijn: %(kop)s.")
        raise TabelOnleesbaar(told % {"namen": ", ".join(missing), "kop": ";".join(KOLOMMEN)})
    double = [name for name in KOLOMMEN if names.count(name) > 1]
    if double:
        told = _("Deze kolommen staan er twee keer: %(namen)s. Haal er een weg.")
        raise TabelOnleesbaar(told % {"namen": ", ".join(double)})


def read_cells(line: str, separator: str) -> list[str]:
    """The cells of one row. Errors: `csv.Error`."""
    (cells,) = csv.reader([line], delimiter=separator, strict=True)
    return [bare_cell(cell) for cell in cells]
