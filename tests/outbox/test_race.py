"""Two workers never run one row at the same moment. On PostgreSQL, where two transactions really meet."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from eloket.outbox.lease import claim
from eloket.outbox.models import Opdracht, Status
from tests.outbox.factories import NOW, make_opdracht

WORKERS = 6
ROWS = 25

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="PostgreSQL: SQLite has one writer at a time"
    ),
]


def careless_claim(pk: int) -> bool:
    """How it would be done without compare-and-set: look, then write."""
    row = Opdracht.objects.get(pk=pk)
    if row.status != Status.WACHT:
        return False
    row.status = Status.BEZIG
    row.lease_until = NOW + timedelta(minutes=1)
    row.save()
    return True


def rows_taken_twice(take: Callable[[int], bool]) -> int:
    """Let all workers go for the same row at the same moment, row after row."""
    rows = [make_opdracht().pk for _ in range(ROWS)]
    taken: list[int] = []
    start = threading.Barrier(WORKERS)

    def worker() -> None:
        for pk in rows:
            start.wait(timeout=20)
            if take(pk):
                taken.append(pk)
        connection.close()

    threads = [threading.Thread(target=worker) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert set(taken) == set(rows)
    return len(taken) - len(rows)


def test_the_claim_gives_each_row_to_one_worker() -> None:
    assert rows_taken_twice(lambda pk: claim(pk, now=NOW) is not None) == 0


def test_control_this_test_can_see_a_race() -> None:
    assert rows_taken_twice(careless_claim) > 0
