"""Rows of work for the tests of the outbox."""

from datetime import UTC, datetime, timedelta
from typing import Any

from eloket.outbox.models import Opdracht

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def make_opdracht(**values: Any) -> Opdracht:
    number = Opdracht.objects.count() + 1
    return Opdracht.objects.create(
        **{
            "handler": "proef.doe",
            "ids": {"zaak": "ELK-2026-0000001"},
            "key": f"proef:{number}",
            "not_before": NOW - timedelta(seconds=1),
            "created_at": NOW - timedelta(seconds=1),
            **values,
        }
    )
