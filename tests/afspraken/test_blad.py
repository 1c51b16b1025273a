"""The days of a time page: five that have room, the way back and forth, and a month."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eloket.afspraken.backends.base import Dag, Moment
from eloket.afspraken.blad import (
    dagdeel_of,
    lay_out_month,
    list_ruim,
    next_month,
    previous_month,
    turn_to,
)

DAY = date(2026, 9, 28)  # a Monday


def days(*counts: int) -> list[Dag]:
    return [Dag(DAY + timedelta(days=number), count) for number, count in enumerate(counts)]


def test_full_days_are_skipped() -> None:
    assert list_ruim(days(0, 3, 0, 1)) == [date(2026, 9, 29), date(2026, 10, 1)]


def test_only_tuesdays() -> None:
    assert list_ruim(days(*[2] * 10), weekdag=2) == [date(2026, 9, 29), date(2026, 10, 6)]


def test_from_the_second_page_one_can_go_back_and_forth() -> None:
    ruim = list_ruim(days(*[1] * 12))
    first = turn_to(ruim, None)
    assert (first.dagen, first.eerder) == (tuple(ruim[:5]), None)
    second = turn_to(ruim, first.later)
    assert second.dagen == tuple(ruim[5:10])
    assert (second.eerder, second.later) == (ruim[0], ruim[10])


def test_behind_the_last_day_is_only_the_way_back() -> None:
    ruim = list_ruim(days(1, 1))
    blad = turn_to(ruim, date(2027, 9, 1))
    assert (blad.dagen, blad.eerder, blad.later) == ((), ruim[0], None)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=60))
def test_turning_pages_meets_every_day_with_room_once(counts: list[int]) -> None:
    ruim = list_ruim(days(*counts))
    blad, seen = turn_to(ruim, None), []
    while blad.dagen:
        seen += blad.dagen
        if blad.later is None:
            break
        blad = turn_to(ruim, blad.later)
    assert seen == ruim


def test_a_month_is_whole_weeks_and_knows_what_is_not_of_it() -> None:
    weken = lay_out_month(days(3, 0), DAY)
    assert {len(week) for week in weken} == {7}
    assert weken[0][0].aantal is None  # 31 August
    assert [cel.aantal for cel in weken[-1][:4]] == [3, 0, 0, None]


def test_months_follow_each_other_over_the_year() -> None:
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert previous_month(date(2027, 1, 15)) == date(2026, 12, 1)


def test_the_afternoon_begins_at_noon_on_the_clock_of_the_gemeente() -> None:
    """10.00 UTC is noon in summer, and eleven in winter."""
    summer, winter = (datetime(2026, month, 1, 10, 0, tzinfo=UTC) for month in (7, 12))
    assert dagdeel_of(Moment(summer, summer)) == "middag"
    assert dagdeel_of(Moment(winter, winter)) == "ochtend"
