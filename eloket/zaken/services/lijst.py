"""One list of a person's zaken, also of two registers.

The built-in register is asked for what comes first in it; of the other one just the stretch that can fall on
the page: as many rows more as the built-in one may have put before it.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from eloket.lib.partij import Identificerend
from eloket.zaken.backends import Bron, list_bronnen
from eloket.zaken.backends.base import (
    ALLE_ZAKEN,
    Herkennend,
    Pagina,
    RegisterError,
    Volgorde,
    Zaak,
    Zaakfilter,
)
from eloket.zaken.services.geheugen import Geheugen
from eloket.zaken.services.lezen import PAGE_SIZE
from eloket.zaken.services.stilte import Stilte, hear, list_stil

#: Registers give no larger page than this, whatever is asked.
GROOTSTE_PAGINA = 500
LAATSTE_PAGINA = 100_000
_PAGINAS: Geheugen[Pagina[Zaak]] = Geheugen(lambda found: [zaak.identificatie for zaak in found.items])
Question = Callable[[Bron, int, int, Zaakfilter], Pagina[Zaak]]


@dataclass(frozen=True, slots=True)
class Zakenpagina(Pagina[Zaak]):
    """A page of zaken. `stil`: the registers whose zaken are missing, because they gave no answer."""

    stil: tuple[Stilte, ...] = ()


@dataclass(frozen=True, slots=True)
class _Strook:
    """Rows of a list with the place of the first of them; what lies before and after was not asked."""

    start: int
    rows: tuple[Zaak, ...]
    total: int
    volgorde: Volgorde | None = None


def list_zaken(*, voor: Identificerend, page: int = 1, filter: Zaakfilter = ALLE_ZAKEN) -> Zakenpagina:
    """This person's zaken; unless the filter says otherwise all, open ones first, then the newest.

    Of two registers one list, in which each zaak says where it stands (`bron`). When one of the two gives no
    answer, the page has what the other one has, and says so. Errors: `RegisterError` when none answers.
    """

    def ask(bron: Bron, number: int, size: int, wanted: Zaakfilter) -> Pagina[Zaak]:
        def fetch() -> Pagina[Zaak]:
            with hear(bron.naam):
                return bron.register.list_zaken(voor=voor, page=number, page_size=size, filter=wanted)

        return _PAGINAS.recall(bron, voor, (number, size, wanted), fetch)

    bronnen = list_bronnen()
    page = min(max(1, page), LAATSTE_PAGINA)
    if len(bronnen) == 1:
        return _to_pagina(ask(bronnen[0], page, PAGE_SIZE, filter))
    near, far = sorted(bronnen, key=lambda bron: not isinstance(bron.register, Herkennend))
    return _list_of_two(near, far, ask, page, filter)


def _list_of_two(near: Bron, far: Bron, ask: Question, page: int, filter: Zaakfilter) -> Zakenpagina:
    try:
        first = ask(near, 1, PAGE_SIZE, filter)
    except RegisterError:
        return _to_pagina(ask(far, page, PAGE_SIZE, filter), bron=far.naam, stil=list_stil())
    start = (page - 1) * PAGE_SIZE
    try:
        strook = _ask_strook(far, ask, max(0, start - first.total), start + PAGE_SIZE, filter)
    except RegisterError:
        return _to_pagina(ask(near, page, PAGE_SIZE, filter), bron=near.naam, stil=list_stil())
    total = first.total + strook.total
    last = max(1, -(-total // PAGE_SIZE))
    if page > last:
        return _list_of_two(near, far, ask, last, filter)
    sorted_as = replace(filter, volgorde=strook.volgorde or filter.volgorde)
    if page > 1 or sorted_as != filter:
        first = ask(near, 1, page * PAGE_SIZE, sorted_as)
    own = tuple(replace(zaak, bron=near.naam) for zaak in first.items)
    theirs = replace(strook, rows=tuple(replace(zaak, bron=far.naam) for zaak in strook.rows))
    woven = _weave(theirs, own, start=start, volgorde=sorted_as.volgorde)
    return Zakenpagina(woven, page, PAGE_SIZE, total, strook.volgorde)


def _ask_strook(far: Bron, ask: Question, start: int, stop: int, filter: Zaakfilter) -> _Strook:
    """The rows from `start` to `stop`, or some more, in one call unless there are very many."""
    size, numbers = find_pages(start, stop)
    found = [ask(far, number, size, filter) for number in numbers]
    rows = tuple(zaak for each in found for zaak in each.items)
    return _Strook((found[0].page - 1) * size, rows, found[0].total, found[0].volgorde)


def find_pages(start: int, stop: int) -> tuple[int, range]:
    """A page size and the pages of that size, counted from 1, that hold these rows: one page if it can be."""
    for size in range(stop - start, GROOTSTE_PAGINA + 1):
        if start // size == (stop - 1) // size:
            return size, range(start // size + 1, start // size + 2)
    return GROOTSTE_PAGINA, range(start // GROOTSTE_PAGINA + 1, (stop - 1) // GROOTSTE_PAGINA + 2)


def _weave(theirs: _Strook, own: tuple[Zaak, ...], *, start: int, volgorde: Volgorde) -> tuple[Zaak, ...]:
    """The page from `start` on. `own`: all that the built-in register has up to the end of that page.

    A row stands after all of its own register and after those of the other that sort before it. Of two that
    are the same to the order, that of the other system comes first.
    """
    keys = [_key(zaak, volgorde) for zaak in own]
    places: dict[int, Zaak] = {}
    place = -1
    for number, zaak in enumerate(theirs.rows, start=theirs.start):
        place = max(place + 1, number + bisect_left(keys, _key(zaak, volgorde)))
        places[place] = zaak
    passed = theirs.start + sum(place < start for place in places)
    waiting = iter(own[start - passed :])
    page = (places.get(place) or next(waiting, None) for place in range(start, start + PAGE_SIZE))
    return tuple(zaak for zaak in page if zaak is not None)


def _key(zaak: Zaak, volgorde: Volgorde) -> tuple[Any, ...]:
    """What comes first is the smallest."""
    begin = zaak.startdatum.toordinal()
    if volgorde == Volgorde.OUDSTE:
        return (begin,)
    if volgorde == Volgorde.NIEUWSTE:
        return (-begin,)
    return (-(zaak.einddatum or date.max).toordinal(), -begin)


def _to_pagina(found: Pagina[Zaak], *, bron: str = "", stil: tuple[Stilte, ...] = ()) -> Zakenpagina:
    items = tuple(replace(zaak, bron=bron) for zaak in found.items) if bron else found.items
    return Zakenpagina(items, found.page, found.page_size, found.total, found.volgorde, stil)
