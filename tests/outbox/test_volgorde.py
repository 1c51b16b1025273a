"""After an outage work of one kind is done in the order in which it was asked for."""

from datetime import datetime, timedelta

import pytest

from eloket.outbox import register
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.register import TryLater
from eloket.outbox.runner import run, run_due
from eloket.outbox.volgorde import VAAK
from tests.outbox.factories import NOW, make_opdracht

pytestmark = pytest.mark.django_db
UUR = timedelta(hours=1)


class Register:
    """A system elsewhere: down, or up and remembering; `sick` is what it never takes."""

    def __init__(self) -> None:
        self.up = False
        self.sick = ""
        self.taken: list[str] = []
        self.probes = 0

    def work(self, ids: dict[str, str], *, now: datetime) -> None:
        if not self.up or ids["zaak"] == self.sick:
            raise TryLater("geen antwoord")
        self.taken.append(ids["zaak"])

    def probe(self) -> None:
        self.probes += 1
        if not self.up:
            raise TryLater("geen antwoord")


@pytest.fixture
def elders(monkeypatch: pytest.MonkeyPatch) -> Register:
    found = Register()
    registration = register.Registration("proef.doe", found.work, found.probe)
    monkeypatch.setitem(register.HANDLERS, "proef.doe", registration)
    return found


def ask(number: int, **values: object) -> Opdracht:
    return make_opdracht(ids={"zaak": str(number)}, **values)


def test_what_failed_in_an_outage_is_done_in_the_order_in_which_it_came(elders: Register) -> None:
    for minute in range(60):
        now = NOW + timedelta(minutes=minute)
        ask(minute, not_before=now)
        run_due(now=now)
    assert elders.taken == []
    elders.up = True
    ask(60, not_before=NOW + UUR)
    run_due(now=NOW + UUR)
    assert elders.taken == [str(number) for number in range(61)]
    assert not Opdracht.objects.unfinished().exists()


def test_an_outage_uses_up_no_more_attempts_than_the_back_off_gives(elders: Register) -> None:
    first = ask(0)
    for minute in range(60):
        now = NOW + timedelta(minutes=minute)
        ask(1 + minute, not_before=now)
        run_due(now=now)
    first.refresh_from_db()
    assert first.attempts <= 5


def test_one_that_keeps_failing_holds_nobody_up_and_ends_with_a_person(elders: Register) -> None:
    elders.up, elders.sick = True, "0"
    sick = ask(0)
    run_due(now=NOW)
    for minute in range(1, 20):
        now = NOW + timedelta(minutes=minute)
        ask(minute, not_before=now)
        run_due(now=now)
    assert elders.taken == [str(number) for number in range(1, 20)]
    sick.refresh_from_db()
    assert sick.status == Status.MENS_NODIG


def test_a_probe_brings_nothing_forward_that_failed_often(elders: Register) -> None:
    often = ask(0, attempts=VAAK, not_before=NOW + UUR)
    run(ask(1).pk, now=NOW)
    often.refresh_from_db()
    assert (often.not_before, elders.probes) == (NOW + UUR, 0)


def test_who_steps_aside_is_not_counted_as_having_tried(elders: Register) -> None:
    elders.up = True
    older, newer = ask(0, attempts=1, not_before=NOW + UUR), ask(1)
    run(newer.pk, now=NOW)
    newer.refresh_from_db()
    assert (newer.status, newer.attempts, elders.taken) == (Status.WACHT, 0, [])
    run_due(now=NOW)
    assert elders.taken == ["0", "1"]
    older.refresh_from_db()
    assert older.status == Status.KLAAR
