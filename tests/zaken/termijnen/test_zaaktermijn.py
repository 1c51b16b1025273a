"""The two dates of a zaak move together, each by its own rules."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.termijnen import (
    Aanleiding,
    Duur,
    InvalidDuur,
    Opschorting,
    Termijn,
    Termijnbron,
    Verlenging,
    Zaaktermijnen,
    compute_zaaktermijnen,
)

START = date(2027, 3, 10)  # eight weeks later it is Wednesday 5 May


def termijnen(**changes: Any) -> Zaaktermijnen:
    fields = {"servicenorm": "P4W", "doorlooptijd": "P8W", "vandaag": date(2027, 3, 20)} | changes
    return compute_zaaktermijnen(START, **fields)


def einddatum(termijn: Termijn | None) -> date | None:
    return termijn and termijn.einddatum


def test_the_law_moves_over_a_feestdag_and_a_promise_does_not() -> None:
    both = termijnen(servicenorm="P8W")
    assert einddatum(both.uiterlijk) == date(2027, 5, 10)
    assert einddatum(both.gepland) == date(2027, 5, 5)


def test_a_term_of_a_verordening_stays_where_it_ends() -> None:
    stays = termijnen(bron=Termijnbron.VERORDENING)
    moves = termijnen(bron=Termijnbron.VERORDENING, atw=True)
    assert einddatum(stays.uiterlijk) == date(2027, 5, 5)
    assert einddatum(moves.uiterlijk) == date(2027, 5, 10)


def test_what_happens_on_the_way_moves_both() -> None:
    both = termijnen(
        opschortingen=[Opschorting(date(2027, 3, 15), date(2027, 3, 20), "tekening")],
        verlengingen=[Verlenging(Duur(dagen=7), "advies", date(2027, 3, 25))],
    )
    assert einddatum(both.gepland) == date(2027, 4, 19)
    assert einddatum(both.uiterlijk) == date(2027, 5, 18)  # Monday 17 May is tweede pinksterdag


@pytest.mark.parametrize(
    ("vandaag", "stands_still", "expected"),
    [
        (date(2027, 3, 24), True, date(2027, 5, 14)),
        (date(2027, 3, 25), True, date(2027, 5, 18)),
        (date(2027, 3, 26), False, date(2027, 5, 18)),
        (date(2027, 6, 1), False, date(2027, 5, 18)),
    ],
)
def test_after_the_hersteltermijn_the_clock_goes_on_by_itself(
    vandaag: date, stands_still: bool, expected: date
) -> None:
    asked = termijnen(
        vandaag=vandaag,
        opschortingen=[Opschorting(date(2027, 3, 15), None, "tekening")],
        hersteltermijn=date(2027, 3, 25),
    ).uiterlijk
    assert asked is not None
    assert asked.staat_stil == stands_still
    assert asked.einddatum == expected


@pytest.mark.parametrize(
    ("changes", "artikel"),
    [
        ({}, "Awb 4:13"),
        ({"grondslag": "Woo 4.4"}, "Woo 4.4"),
        ({"doorlooptijd": "P4W"}, ""),
        ({"bron": Termijnbron.VERORDENING}, ""),
    ],
)
def test_eight_weeks_without_an_article_are_those_of_the_awb(changes: dict[str, Any], artikel: str) -> None:
    termijn = termijnen(**changes).uiterlijk
    assert termijn is not None
    assert termijn.stappen[1].artikel == artikel


def test_no_term_is_no_date() -> None:
    none = termijnen(servicenorm="", doorlooptijd="")
    assert none == Zaaktermijnen(gepland=None, uiterlijk=None)


def test_a_term_that_cannot_be_read_says_so() -> None:
    with pytest.raises(InvalidDuur):
        termijnen(doorlooptijd="acht weken")


@pytest.mark.parametrize(
    ("doorlooptijd", "expected"),
    [("P6W", date(2027, 6, 21)), ("P12W", date(2027, 8, 2))],  # F-24, without and with a commissie
)
def test_a_decision_on_bezwaar_counts_from_the_last_day_to_object(doorlooptijd: str, expected: date) -> None:
    """Sent on 1 April about a besluit of 24 March: the term to object ends on Monday 10 May (F-02)."""
    both = compute_zaaktermijnen(
        date(2027, 4, 1),
        servicenorm="P4W",
        doorlooptijd=doorlooptijd,
        vandaag=date(2027, 4, 1),
        vanaf=date(2027, 5, 10),
        grondslag="Awb 7:10",
    )
    assert both.uiterlijk is not None
    assert both.uiterlijk.einddatum == expected
    assert both.uiterlijk.stappen[0].aanleiding is Aanleiding.EINDE_BEZWAARTERMIJN
    assert einddatum(both.gepland) == date(2027, 4, 29)


def test_a_bezwaar_that_comes_after_the_term_counts_from_its_receipt() -> None:
    late = termijnen(vanaf=START - timedelta(days=3))
    assert late == termijnen()


def test_days_before_the_term_began_stop_nothing() -> None:
    asked = Opschorting(date(2027, 3, 15), date(2027, 3, 20), "uw gronden ontbreken")
    vanaf = date(2027, 3, 31)
    assert einddatum(termijnen(vanaf=vanaf, opschortingen=[asked]).uiterlijk) == einddatum(
        termijnen(vanaf=vanaf).uiterlijk
    )
