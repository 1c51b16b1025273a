"""When the counter was up: a sign of life each minute, and what lies between them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.outbox.hartslag import GAP, WEB, WORKER, Gat, _between, beat, forget_hartslagen, list_gaten
from eloket.outbox.models import Hartslag
from eloket.outbox.veger import Veger
from tests.outbox.factories import NOW

pytestmark = pytest.mark.django_db

LONG_AGO = NOW - timedelta(days=60)


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def gaps(now: datetime) -> list[Gat]:
    return list_gaten(since=LONG_AGO, now=now)


def test_as_long_as_it_lives_there_is_one_row_and_no_gap(django_assert_max_num_queries: Any) -> None:
    for minute in range(10):
        beat(WORKER, now=at(minute))
    assert Hartslag.objects.count() == 1
    assert not gaps(at(10))
    with django_assert_max_num_queries(2):
        beat(WORKER, now=at(10))


def test_a_worker_that_was_gone_leaves_a_gap_and_the_web_none() -> None:
    for minute in (0, 1, 30, 31):
        beat(WORKER, now=at(minute))
    for minute in range(0, 32, 2):
        beat(WEB, now=at(minute))
    assert gaps(at(32)) == [Gat(WORKER, at(1), at(30))]


def test_a_gap_that_lasts_has_no_end_and_what_never_lived_has_no_gap() -> None:
    beat(WEB, now=at(0))
    assert gaps(at(20)) == [Gat(WEB, at(0), None)]
    Hartslag.objects.all().delete()
    assert not gaps(at(20))


def test_two_processes_beside_each_other_are_one_life() -> None:
    Hartslag.objects.create(bron=WEB, van=at(0), tot=at(60))
    Hartslag.objects.create(bron=WEB, van=at(10), tot=at(20))
    Hartslag.objects.create(bron=WEB, van=at(61), tot=at(70))
    assert not gaps(at(71))


def test_a_clock_that_goes_back_breaks_nothing() -> None:
    beat(WEB, now=at(10))
    beat(WEB, now=at(5))
    assert not gaps(at(11))
    assert Hartslag.objects.get().tot == at(10)


def test_the_sweeper_of_a_worker_beats() -> None:
    veger = Veger()
    veger.sweep()
    veger.sweep()
    assert Hartslag.objects.get().bron == WORKER


def test_what_is_long_ago_is_forgotten() -> None:
    beat(WEB, now=NOW)
    assert forget_hartslagen(now=NOW + timedelta(days=399)) == 0
    assert forget_hartslagen(now=NOW + timedelta(days=401)) == 1


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 60)), min_size=1))
def test_a_gap_lies_outside_every_sign_of_life(spans: list[tuple[int, int]]) -> None:
    rows = [Hartslag(bron=WEB, van=at(start), tot=at(start + length)) for start, length in sorted(spans)]
    for gap in _between(WEB, iter(rows), at(600)):
        end = gap.tot or at(600)
        assert end - gap.van > GAP
        assert not any(row.van < end and row.tot > gap.van for row in rows)
