"""The one clock."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from pytest_django import Settings

from eloket.lib import klok


def test_today_is_the_day_in_the_gemeente() -> None:
    with time_machine.travel(datetime(2026, 7, 1, 22, 30, tzinfo=UTC), tick=False):
        assert klok.now() == datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
        assert klok.today() == date(2026, 7, 2)  # half past midnight in Rietwaard


def test_the_demo_can_go_ten_days_further(settings: Settings) -> None:
    with time_machine.travel(datetime(2026, 2, 20, 12, tzinfo=UTC), tick=False):
        settings.ELOKET_KLOK_VERSCHUIVING = 10
        assert klok.shift() == timedelta(days=10)
        assert klok.today() == date(2026, 3, 2)
