"""The one clock."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from django.utils import timezone
from pytest_django import Settings

from eloket.lib import klok


def test_today_is_the_day_in_the_gemeente() -> None:
    with time_machine.travel(datetime(2026, 7, 1, 22, 30, tzinfo=UTC), tick=False):
        assert klok.now() == datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
        assert klok.today() == date(2026, 7, 2)  # half past midnight in Rietwaard


def test_today_is_that_day_also_for_a_colleague_who_reads_in_another_time_zone() -> None:
    """The Wagtail admin runs in the time zone that somebody chose in their account."""
    with (
        time_machine.travel(datetime(2026, 12, 31, 23, tzinfo=UTC), tick=False),
        timezone.override("Europe/London"),
    ):
        assert klok.today() == date(2027, 1, 1)


def test_the_demo_can_go_ten_days_further(settings: Settings) -> None:
    with time_machine.travel(datetime(2026, 2, 20, 12, tzinfo=UTC), tick=False):
        settings.ELOKET_KLOK_VERSCHUIVING = 10
        assert klok.shift() == timedelta(days=10)
        assert klok.today() == date(2026, 3, 2)
