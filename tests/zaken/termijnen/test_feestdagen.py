"""The table of days on which a term does not end, against the calendars of real years."""

from datetime import date

import pytest

from eloket.zaken.termijnen import (
    LAATSTE_BEKENDE_JAAR,
    Feestdag,
    find_feestdag,
    is_bekend,
    is_werkdag,
    list_feestdagen,
)
from eloket.zaken.termijnen.feestdagen import GELIJKSTELLINGEN

F = Feestdag

# As the years were and will be; reviewed by hand, not made with the code that it tests.
BEWEEGLIJK = {
    2023: ("04-07", "04-10", "04-27", "05-18", "05-29"),
    2024: ("03-29", "04-01", "04-27", "05-09", "05-20"),
    2025: ("04-18", "04-21", "04-26", "05-29", "06-09"),  # 27 April was a Sunday
    2026: ("04-03", "04-06", "04-27", "05-14", "05-25"),
    2027: ("03-26", "03-29", "04-27", "05-06", "05-17"),
    2028: ("04-14", "04-17", "04-27", "05-25", "06-05"),
    2031: ("04-11", "04-14", "04-26", "05-22", "06-02"),
    2038: ("04-23", "04-26", "04-27", "06-03", "06-14"),  # the latest Easter there is: 25 April
}
VAST = {
    "01-01": F.NIEUWJAARSDAG,
    "05-05": F.BEVRIJDINGSDAG,
    "12-25": F.EERSTE_KERSTDAG,
    "12-26": F.TWEEDE_KERSTDAG,
}
NAMEN = (F.GOEDE_VRIJDAG, F.TWEEDE_PAASDAG, F.KONINGSDAG, F.HEMELVAARTSDAG, F.TWEEDE_PINKSTERDAG)


@pytest.mark.parametrize("jaar", BEWEEGLIJK)
def test_a_year_has_the_feestdagen_of_the_calendar(jaar: int) -> None:
    expected = VAST | dict(zip(BEWEEGLIJK[jaar], NAMEN, strict=True))
    computed = {
        f"{dag:%m-%d}": feestdag
        for dag, feestdag in list_feestdagen(jaar).items()
        if feestdag is not F.GELIJKGESTELD
    }
    assert computed == expected


def test_hemelvaart_on_5_may_is_one_day_with_one_name() -> None:
    assert find_feestdag(date(2016, 5, 5)) is F.HEMELVAARTSDAG
    assert len(list_feestdagen(2016)) == 8


@pytest.mark.parametrize("jaar", range(2023, LAATSTE_BEKENDE_JAAR + 1))
def test_5_may_is_a_feestdag_every_year_and_not_once_in_five(jaar: int) -> None:
    """F-30: libraries leave it out, and have no gelijkgestelde dagen."""
    assert find_feestdag(date(jaar, 5, 5)) is F.BEVRIJDINGSDAG
    assert F.GELIJKGESTELD in list_feestdagen(jaar).values()


def test_each_gelijkgestelde_dag_stands_in_the_title_of_its_besluit_and_is_a_weekday() -> None:
    maanden = {1: "januari", 4: "april", 5: "mei", 12: "december"}
    for gelijkstelling in GELIJKSTELLINGEN:
        for dag in gelijkstelling.dagen:
            assert f"{dag.day} {maanden[dag.month]} {dag.year}" in gelijkstelling.besluit
            assert dag.year in gelijkstelling.jaren
            assert dag.weekday() < 5
            assert find_feestdag(dag) is F.GELIJKGESTELD


def test_the_friday_after_hemelvaart_is_in_every_besluit() -> None:
    for jaar in range(2023, LAATSTE_BEKENDE_JAAR + 1):
        (hemelvaart,) = [dag for dag, name in list_feestdagen(jaar).items() if name is F.HEMELVAARTSDAG]
        assert not is_werkdag(hemelvaart.replace(day=hemelvaart.day + 1))


def test_the_years_of_the_besluiten_follow_each_other() -> None:
    jaren = [jaar for gelijkstelling in GELIJKSTELLINGEN for jaar in gelijkstelling.jaren]
    assert jaren == list(range(jaren[0], LAATSTE_BEKENDE_JAAR + 1))


def test_a_year_without_a_besluit_is_unknown() -> None:
    assert is_bekend(LAATSTE_BEKENDE_JAAR)
    assert not is_bekend(LAATSTE_BEKENDE_JAAR + 1)


def test_an_ordinary_weekday_is_a_werkdag() -> None:
    assert is_werkdag(date(2027, 5, 4))
    assert [is_werkdag(date(2027, 5, day)) for day in range(5, 11)] == [False] * 5 + [True]
