"""When a counter is open, and how that is told: no clock, no database."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from eloket.website.openingstijden import WEEKDAGEN, Afwijking, Openingstijden, Tijdvak, tidy
from eloket.website.tijdtekst import tell_days, tell_hours, tell_now

ZONE = ZoneInfo("Europe/Amsterdam")
KANTOOR = (Tijdvak(time(9), time(17)),)
LUNCH = (Tijdvak(time(9), time(12)), Tijdvak(time(13), time(17)))
AFSPRAAK = (Tijdvak(time(9), time(12), op_afspraak=True),)
WEEK = (KANTOOR, LUNCH, AFSPRAAK, KANTOOR, KANTOOR, (), ())
# Monday 30 November 2026 and the days after it.
MAANDAG, DINSDAG, WOENSDAG, DONDERDAG, VRIJDAG, ZATERDAG, ZONDAG = (
    date(2026, 11, 30) + timedelta(days=number) for number in range(7)
)
KERST = Afwijking(date(2026, 12, 25), date(2026, 12, 26), (), "Kerst")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        (MAANDAG, 7, "Vandaag open van 9.00 tot 17.00 uur."),
        (MAANDAG, 12, "Vandaag open van 9.00 tot 17.00 uur."),
        (MAANDAG, 17, "Nu gesloten; morgen open vanaf 9.00 uur."),
        (DINSDAG, 11, "Vandaag open van 9.00 tot 12.00 uur en 13.00 tot 17.00 uur."),
        (DINSDAG, 12, "Nu gesloten; vandaag weer open vanaf 13.00 uur."),
        (DINSDAG, 13, "Vandaag open van 9.00 tot 12.00 uur en 13.00 tot 17.00 uur."),
        (WOENSDAG, 8, "Vandaag alleen op afspraak: 9.00 tot 12.00 uur."),
        (VRIJDAG, 18, "Nu gesloten; maandag open vanaf 9.00 uur."),
        (ZATERDAG, 12, "Vandaag gesloten; maandag open vanaf 9.00 uur."),
        (ZONDAG, 12, "Vandaag gesloten; morgen open vanaf 9.00 uur."),
    ],
)
def test_noor_reads_whether_she_can_come_now(day: date, hour: int, told: str) -> None:
    assert tell_now(Openingstijden(WEEK), at(day, hour)) == told


def test_joris_reads_it_in_english() -> None:
    with override("en"):
        assert "9:00" in tell_now(Openingstijden(WEEK), at(MAANDAG, 7))


def test_a_long_closure_is_told_with_its_date() -> None:
    verbouwing = Afwijking(MAANDAG, MAANDAG + timedelta(days=20), (), "verbouwing")
    assert tell_now(Openingstijden(WEEK, (verbouwing,)), at(MAANDAG, 10)) == (
        "Vandaag gesloten; 21 december open vanaf 9.00 uur."
    )


def test_a_counter_that_never_opens_promises_nothing() -> None:
    dicht = Openingstijden(((),) * 7, (KERST,))
    assert tell_now(dicht, at(MAANDAG, 10)) == "Vandaag gesloten."


def test_an_exception_takes_the_place_of_the_week() -> None:
    tijden = Openingstijden(WEEK, (KERST,))
    assert tijden.on(date(2026, 12, 24)).tijdvakken == KANTOOR
    assert tijden.on(date(2026, 12, 25)).tijdvakken == ()
    assert tijden.on(date(2026, 12, 25)).afwijking is KERST
    assert tell_days(KERST) == "vrijdag 25 december 2026 tot en met zaterdag 26 december 2026"
    assert tell_hours(KERST.tijdvakken) == "gesloten"


def test_koningsdag_wins_from_the_timetable_of_the_season() -> None:
    voorjaar = Afwijking(date(2027, 4, 1), date(2027, 5, 31), LUNCH, "voorjaar")
    koningsdag = Afwijking(date(2027, 4, 27), date(2027, 4, 27), (), "Koningsdag")
    for order in ((voorjaar, koningsdag), (koningsdag, voorjaar)):
        tijden = Openingstijden(WEEK, order)
        assert tijden.on(date(2027, 4, 27)).tijdvakken == ()
        assert tijden.on(date(2027, 4, 26)).tijdvakken == LUNCH


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2026, 12, 10), False),
        (date(2026, 12, 11), True),
        (date(2026, 12, 26), True),
        (date(2026, 12, 27), False),
    ],
)
def test_an_exception_is_announced_two_weeks_ahead_until_it_is_over(today: date, shown: bool) -> None:
    assert bool(Openingstijden(WEEK, (KERST,)).upcoming(today)) is shown


def test_the_national_catalogue_gets_its_own_form() -> None:
    tijden = Openingstijden(WEEK)
    assert tijden.by_weekday(op_afspraak=False)["dinsdag"] == ["09:00 - 12:00", "13:00 - 17:00"]
    assert tijden.by_weekday(op_afspraak=False)["woensdag"] == []
    assert tijden.by_weekday(op_afspraak=True)["woensdag"] == ["09:00 - 12:00"]
    assert tuple(tijden.by_weekday(op_afspraak=True)) == WEEKDAGEN


def test_the_day_the_clock_goes_back_ends_at_its_own_midnight() -> None:
    noon = datetime(2026, 10, 25, 12, tzinfo=ZONE)
    assert Openingstijden(WEEK).next_change(noon, ZONE) == datetime(2026, 10, 26, tzinfo=ZONE)


TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None))
PAIRS = st.sets(TIMES, min_size=2, max_size=2).map(sorted)
SPANS = st.lists(PAIRS, max_size=4).map(lambda pairs: tidy([Tijdvak(*pair) for pair in pairs]))
WEEKS = st.lists(SPANS, min_size=7, max_size=7).map(tuple)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(
    lambda each: each.replace(microsecond=0, tzinfo=ZONE)
)


@given(WEEKS, MOMENTS, st.floats(0, 1))
def test_what_is_told_holds_until_the_next_change(
    week: tuple[tuple[Tijdvak, ...], ...], moment: datetime, share: float
) -> None:
    """A page kept whole until then never tells something untrue."""
    tijden = Openingstijden(week)
    until = tijden.next_change(moment, ZONE)
    assert until.timestamp() > moment.timestamp()
    start, end = int(moment.timestamp()), int(until.timestamp())
    later = datetime.fromtimestamp(start + int(share * (end - start - 1)), tz=ZONE)
    assert tell_now(tijden, later) == tell_now(tijden, moment.astimezone(ZONE))


@given(st.lists(PAIRS))
def test_tidy_spans_are_in_order_apart_and_cover_the_same_moments(pairs: list[tuple[time, time]]) -> None:
    spans = tidy([Tijdvak(*pair) for pair in pairs])
    assert all(one.tot < other.van for one, other in pairwise(spans))
    edges = {edge for pair in pairs for edge in pair}
    for moment in edges:
        before = any(van <= moment < tot for van, tot in pairs)
        assert before == any(each.van <= moment < each.tot for each in spans)
