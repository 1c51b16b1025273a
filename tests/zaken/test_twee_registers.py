"""One list of two registers: each zaak once, in order, whatever page is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.zaken.backends import Bron
from eloket.zaken.backends.base import (
    Pagina,
    RegisterUnavailable,
    Tekst,
    Volgorde,
    Zaak,
    Zaakfilter,
    Zaaktype,
)
from eloket.zaken.backends.database import DatabaseBackend
from eloket.zaken.services import lijst, stilte
from eloket.zaken.services.lijst import PAGE_SIZE, find_pages, list_zaken
from tests.zaken.factories import NOOR, NOW

BEGIN = date(2026, 1, 1)
AANVRAAG = Zaaktype("aanvraag", "Aanvraag", Tekst("Aanvraag"), BEGIN, "", "", "", (), ())


def make_zaak(number: str, day: int, closed: int | None) -> Zaak:
    begin = BEGIN + timedelta(days=day)
    end = None if closed is None else begin + timedelta(days=closed)
    return Zaak(number, "", AANVRAAG, begin, begin, None, None, end, (), None, "website")


@dataclass
class Lijst:
    """A register with these zaken. `strict`: it cannot put open ones first, as the standard cannot."""

    zaken: list[Zaak]
    strict: bool = False
    down: bool = False
    calls: list[tuple[int, int]] = field(default_factory=list)

    def list_zaken(self, *, voor: Any, page: int, page_size: int, filter: Zaakfilter) -> Pagina[Zaak]:
        if self.down:
            raise RegisterUnavailable("geen antwoord")
        assert page_size <= lijst.GROOTSTE_PAGINA or isinstance(self, Ingebouwd)
        self.calls.append((page, page_size))
        volgorde = filter.volgorde
        if self.strict and volgorde == Volgorde.OPEN_EERST:
            volgorde = Volgorde.NIEUWSTE
        rows = sorted(self.zaken, key=lambda zaak: sort_key(zaak, volgorde))
        page = min(page, max(1, -(-len(rows) // page_size)))
        items = tuple(rows[(page - 1) * page_size : page * page_size])
        changed = None if volgorde == filter.volgorde else volgorde
        return Pagina(items, page, page_size, len(rows), changed)


class Ingebouwd(Lijst, DatabaseBackend):
    """Stands where the built-in register stands; asks no database."""


def sort_key(zaak: Zaak, volgorde: Volgorde) -> tuple[int, ...]:
    begin = zaak.startdatum.toordinal()
    if volgorde == Volgorde.OUDSTE:
        return (begin,)
    if volgorde == Volgorde.NIEUWSTE:
        return (-begin,)
    return (-(zaak.einddatum.toordinal() if zaak.einddatum else 10**9), -begin)


@contextmanager
def registers(far: Any, near: Any) -> Iterator[None]:
    bronnen = (Bron("default", far), Bron("oud", near))
    with (
        mock.patch.object(lijst, "list_bronnen", return_value=bronnen),
        mock.patch.object(stilte, "list_bronnen", return_value=bronnen),
    ):
        yield


def many(prefix: str) -> st.SearchStrategy[list[Zaak]]:
    row = st.tuples(st.integers(0, 30), st.none() | st.integers(0, 40))
    rows = st.lists(row, max_size=70)
    return rows.map(
        lambda rows: [make_zaak(f"{prefix}{n}", day, closed) for n, (day, closed) in enumerate(rows)]
    )


@given(
    theirs=many("R"),
    ours=many("L"),
    volgorde=st.sampled_from(list(Volgorde)),
    strict=st.booleans(),
)
def test_whatever_the_two_have_each_zaak_is_on_one_page_and_in_order(
    theirs: list[Zaak], ours: list[Zaak], volgorde: Volgorde, strict: bool
) -> None:
    far, near = Lijst(theirs, strict=strict), Ingebouwd(ours)
    found: list[Zaak] = []
    with registers(far, near):
        pages = max(1, -(-(len(theirs) + len(ours)) // PAGE_SIZE))
        for number in range(1, pages + 1):
            far.calls.clear()
            page = list_zaken(voor=NOOR, page=number, filter=Zaakfilter(volgorde=volgorde))
            assert len(far.calls) == 1
            assert (page.page, page.pages, page.total) == (number, pages, len(theirs) + len(ours))
            found += page.items
    assert sorted(zaak.identificatie for zaak in found) == sorted(z.identificatie for z in theirs + ours)
    kept = Volgorde.NIEUWSTE if strict and volgorde == Volgorde.OPEN_EERST else volgorde
    keys = [sort_key(zaak, kept) for zaak in found]
    assert keys == sorted(keys)
    assert all(zaak.bron == ("default" if zaak.identificatie[0] == "R" else "oud") for zaak in found)


@given(start=st.integers(0, 3000), width=st.integers(20, 900))
def test_the_pages_that_are_asked_hold_the_rows_that_are_wanted(start: int, width: int) -> None:
    size, numbers = find_pages(start, start + width)
    asked = {row for number in numbers for row in range((number - 1) * size, number * size)}
    assert set(range(start, start + width)) <= asked
    assert size <= lijst.GROOTSTE_PAGINA
    assert len(numbers) == 1 or width > 200


def test_few_old_zaken_make_a_page_hardly_larger() -> None:
    theirs = [make_zaak(f"R{n}", n, None) for n in range(100)]
    far, near = Lijst(theirs), Ingebouwd([make_zaak("L", 50, None)])
    with registers(far, near):
        for number in range(1, 6):
            list_zaken(voor=NOOR, page=number)
    assert max(size for _page, size in far.calls) <= 42


@pytest.mark.parametrize("page", [7, 10**40])
def test_a_page_beyond_the_end_is_the_last_one(page: int) -> None:
    far, near = Lijst([make_zaak(f"R{n}", n, None) for n in range(25)]), Ingebouwd([make_zaak("L", 0, None)])
    with registers(far, near):
        found = list_zaken(voor=NOOR, page=page)
    assert (found.page, len(found.items)) == (2, 6)


@pytest.mark.parametrize("silent", ["default", "oud"])
def test_what_the_other_register_has_is_there_when_one_is_silent(silent: str) -> None:
    far, near = Lijst([make_zaak("R", 2, None)]), Ingebouwd([make_zaak("L", 1, None)])
    (far if silent == "default" else near).down = True
    with registers(far, near):
        found = list_zaken(voor=NOOR)
        assert [zaak.identificatie for zaak in found.items] == ["L" if silent == "default" else "R"]
        assert [each.bron for each in found.stil] == [silent]
        far.down = near.down = False
        assert list_zaken(voor=NOOR).stil == ()


def test_two_that_are_silent_are_an_outage_and_no_empty_list() -> None:
    far, near = Lijst([], down=True), Ingebouwd([], down=True)
    with registers(far, near), pytest.raises(RegisterUnavailable):
        list_zaken(voor=NOOR)


def test_since_when_it_is_silent_stays_until_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    stilte.note_antwoord("default")
    for minute in (0, 5, 10):
        monkeypatch.setattr(stilte.klok, "now", lambda minute=minute: NOW + timedelta(minutes=minute))
        assert stilte.note_stil("default").sinds == NOW
    stilte.note_antwoord("default")
    assert stilte.note_stil("default").sinds == NOW + timedelta(minutes=10)
    stilte.note_antwoord("default")


def test_a_cache_out_of_reach_changes_no_page_but_its_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ConnectionError

    for name in ("add", "get", "delete", "touch"):
        monkeypatch.setattr(stilte.cache, name, refuse, raising=False)
    far, near = Lijst([], down=True), Ingebouwd([make_zaak("L", 1, None)])
    with registers(far, near):
        assert [zaak.identificatie for zaak in list_zaken(voor=NOOR).items] == ["L"]
