"""From a CSV file to rows of the table, with what is wrong on which row. Nothing is looked up or written."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _

from eloket.betalingen.tabel.bestand import TabelOnleesbaar, read_lines
from eloket.betalingen.tabel.cellen import Onleesbaar, parse_bedrag, parse_dag
from eloket.betalingen.tabel.kolommen import Kolommen, read_cells, read_kolommen

MAX_RIJEN = 5000
MAX_CODE, MAX_TEKST = 60, 120
CODE = re.compile(r"[-a-zA-Z0-9_]+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One good row. `nummer`: as a spreadsheet counts; naam, naam_en and artikel may be ""."""

    nummer: int
    code: str
    naam: str
    naam_en: str
    artikel: str
    bedrag: Decimal
    vanaf: date


@dataclass(frozen=True, slots=True)
class Melding:
    """What is wrong or worth a look, in words. `nummer`: the row, 0 for the file; a fout stops the table."""

    nummer: int
    tekst: str
    fout: bool = True


@dataclass(slots=True)
class Tabel:
    """What stands in a file."""

    rijen: list[Tabelrij] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)


def read_tabel(inhoud: bytes) -> Tabel:
    """Every row of this file, and every fault in it. Errors: `TabelOnleesbaar`."""
    lines, assumed = read_lines(inhoud)
    columns, unknown = read_kolommen(lines)
    tabel = Tabel(meldingen=[Melding(0, each, fout=False) for each in (*assumed, *unknown)])
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if number > columns.eerste and line.strip()
    ]
    if len(rows) > MAX_RIJEN:
        raise TabelOnleesbaar(_("Het bestand heeft meer dan %(n)d rijen. Deel het op.") % {"n": MAX_RIJEN})
    if not rows:
        raise TabelOnleesbaar(_("Onder de namen van de kolommen staat geen enkele rij."))
    for number, line in rows:
        _read_line(tabel, number, line, columns)
    _refuse_doubles(tabel)
    return tabel


def _read_line(tabel: Tabel, number: int, line: str, columns: Kolommen) -> None:
    try:
        cells = read_cells(line, columns.separator)
    except csv.Error:
        told = _("Deze rij is niet te lezen. Staat er een aanhalingsteken of een enter in een cel?")
        tabel.meldingen.append(Melding(number, told))
        return
    if any(cells):
        _read_row(tabel, number, cells, columns)


def _read_row(tabel: Tabel, number: int, cells: Sequence[str], columns: Kolommen) -> None:
    found = {name: cell for name, cell in zip(columns.namen, cells, strict=False) if name}
    faults = [*_faults_of_cells(cells, columns), *_faults_of_words(found)]
    bedrag = _try(parse_bedrag, found.get("bedrag", ""), faults)
    vanaf = _try(parse_dag, found.get("vanaf", ""), faults)
    tabel.meldingen += [Melding(number, fault) for fault in faults]
    if bedrag is not None and vanaf is not None and not faults:
        code, naam, naam_en, artikel = (
            found.get(name, "") for name in ("code", "naam", "naam_en", "artikel")
        )
        tabel.rijen.append(Tabelrij(number, code, naam, naam_en, artikel, bedrag, vanaf))


def _try(parse: Callable[[str], T], text: str, faults: list[str]) -> T | None:
    try:
        return parse(text)
    except Onleesbaar as error:
        faults.append(str(error))
        return None


def _faults_of_cells(cells: Sequence[str], columns: Kolommen) -> Iterator[str]:
    if any(cells[len(columns.namen) :]):
        yield _(
            "Deze rij heeft meer cellen dan er kolommen zijn. Zet een tekst of bedrag met ‘%(teken)s’ "
            "tussen aanhalingstekens."
        ) % {"teken": columns.separator}


def _faults_of_words(found: Mapping[str, str]) -> Iterator[str]:
    code = found.get("code", "")
    if not code:
        yield _("Vul de code in: zonder code weten wij niet welk tarief dit is.")
    elif not CODE.fullmatch(code) or len(code) > MAX_CODE:
        yield _(
            "De code ‘%(code)s’ kan niet. Gebruik alleen letters, cijfers en streepjes, hooguit %(n)d tekens."
        ) % {"code": code[:MAX_CODE], "n": MAX_CODE}
    for name in ("naam", "naam_en", "artikel"):
        if len(found.get(name, "")) > MAX_TEKST:
            yield _("De tekst in kolom %(kolom)s is langer dan %(n)d tekens. Maak hem korter.") % {
                "kolom": name,
                "n": MAX_TEKST,
            }


def _refuse_doubles(tabel: Tabel) -> None:
    """One amount for a code on a day; the second one is the fault."""
    seen: dict[tuple[str, date], int] = {}
    for rij in tabel.rijen:
        earlier = seen.setdefault((rij.code, rij.vanaf), rij.nummer)
        if earlier != rij.nummer:
            told = _("De code ‘%(code)s’ staat met dezelfde dag ook op rij %(rij)d. Haal er een weg.")
            tabel.meldingen.append(Melding(rij.nummer, told % {"code": rij.code, "rij": earlier}))
