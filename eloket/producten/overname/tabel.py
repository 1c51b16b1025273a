"""Reading a table (CSV) with a product on each row, as people save it from a spreadsheet."""

import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from django.utils.translation import gettext as _

from eloket.producten.overname.aanbod import Aangeboden, Onleesbaar
from eloket.producten.overname.codering import detect_codering
from eloket.producten.overname.kolommen import KOLOMMEN, normalise, read_row
from eloket.producten.overname.slugs import slug_of_url

SEPARATORS = ";,\t"
MAX_KOLOMMEN = 200
MAX_REGELS = 500  # of one row
MAX_TEKENS = 500_000  # of one line


def read_tabel(file: IO[bytes]) -> Iterator[Aangeboden]:
    """The products of the table. The first row holds the names of the columns, of which `titel` is needed.

    Errors: `Onleesbaar` when it is no such table.
    """
    codering = detect_codering(file)
    text = io.TextIOWrapper(file, encoding=codering.naam, errors="replace", newline="")
    try:
        yield from _read(text, [codering.melding] if codering.melding else [])
    finally:
        text.detach()  # the file is closed by who opened it


def _read(text: io.TextIOWrapper, told: list[str]) -> Iterator[Aangeboden]:
    tabel = _open(text)
    told += tabel.meldingen
    empty = True
    for aanbod in tabel.rows():
        empty = False
        aanbod.meldingen[:0] = told
        told = []  # what holds for the whole file is told once
        yield aanbod
    if empty:
        raise Onleesbaar(_("Onder de namen van de kolommen staat geen enkele rij."))


@dataclass
class Tabel:
    """A table of which the first row is read. `namen`: the name per column, "" for what is not used."""

    regels: "Regels"
    namen: list[str]
    meldingen: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[Aangeboden]:
        for nummer, cells in self.regels:
            if isinstance(cells, str):
                yield Aangeboden(nummer, fout=cells)
            elif any(cell.strip() for cell in cells):
                yield self._row(nummer, cells)

    def _row(self, nummer: int, cells: list[str]) -> Aangeboden:
        given = {name: cell for name, cell in zip(self.namen, cells, strict=False) if name and cell.strip()}
        aanbod = read_row(nummer, given)
        aanbod.kenmerk = aanbod.url or aanbod.kenmerk
        aanbod.slug = aanbod.slug or slug_of_url(aanbod.url)
        if any(cell.strip() for cell in cells[len(self.namen) :]):
            aanbod.meldingen.append(
                _("Deze rij heeft te veel cellen. Staat er een scheidingsteken in een tekst?")
            )
        return aanbod


class Regels:
    """The rows with their numbers as a spreadsheet counts them; a broken one is a reason in words.

    A quote that is never closed would swallow every row behind it: then only the line it stands on is given
    up, and reading goes on at the next.
    """

    def __init__(self, text: io.TextIOWrapper, separator: str, first: int) -> None:
        self.text = text
        self.separator = separator
        self.nummer = first - 1
        self.lines: deque[str] = deque()

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        return self

    def __next__(self) -> tuple[int, list[str] | str]:
        self.nummer += 1
        reader = csv.reader(self._ahead(), delimiter=self.separator, strict=True)
        try:
            cells: list[str] | str = next(reader)
            used = reader.line_num
        except csv.Error as error:
            cells, used = _("Deze rij is niet te lezen (%(fout)s).") % {"fout": error}, 1
        for _line in range(used):
            self.lines.popleft()
        return self.nummer, cells

    def _ahead(self) -> Iterator[str]:
        """The lines from here on, as many as one row may hold; they are kept until they are used."""
        yield from list(self.lines)
        while len(self.lines) < MAX_REGELS and (line := self.text.readline(MAX_TEKENS)):
            self.lines.append(line)
            yield line


def _open(text: io.TextIOWrapper) -> Tabel:
    head = text.read(64 * 1024)
    text.seek(0)
    first = 1
    separator = _separator(head.partition("\n")[0])
    if head.lower().startswith("sep="):  # Excel's own first line
        separator = head[4:5] if head[4:5] in SEPARATORS else separator
        text.readline()
        first = 2
    regels = Regels(text, separator, first)
    koppen = next(iter(regels), (0, []))[1]
    if isinstance(koppen, str) or len(koppen) > MAX_KOLOMMEN:
        raise Onleesbaar(_("De eerste rij is niet te lezen als de namen van kolommen."))
    return _name_columns(regels, koppen)


def _separator(line: str) -> str:
    """The sign that stands most between the names of the columns."""
    counted = Counter(sign for sign in line if sign in SEPARATORS)
    return counted.most_common(1)[0][0] if counted else ";"


def _name_columns(regels: Regels, koppen: list[str]) -> Tabel:
    names = [normalise(kop) for kop in koppen]
    if "titel" not in names:
        raise Onleesbaar(
            _("Er is geen kolom “titel”. Gevonden: %(koppen)s. Zie docs/overnemen.md voor alle namen.")
            % {"koppen": ", ".join(kop.strip()[:30] for kop in koppen[:20]) or "–"}
        )
    used = [name if name in KOLOMMEN and name not in names[:nr] else "" for nr, name in enumerate(names)]
    dropped = [kop.strip()[:40] for kop, name in zip(koppen, used, strict=True) if kop.strip() and not name]
    told = _("Deze kolommen kennen wij niet, of staan er twee keer; zij zijn niet gebruikt: %(koppen)s.")
    return Tabel(regels, used, [told % {"koppen": ", ".join(dropped)}] if dropped else [])
