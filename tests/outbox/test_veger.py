"""Whatever gets lost between a row and the workers is offered again."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from eloket.lib import periodiek as register
from eloket.outbox import aanbieden
from eloket.outbox.aanbieden import look, offer_overdue
from eloket.outbox.lease import claim
from eloket.outbox.models import Beurt, Opdracht, Status, Werker
from eloket.outbox.periodiek import run_periodiek
from eloket.outbox.services import enqueue
from eloket.outbox.veger import Veger
from tests.outbox.factories import NOW, make_opdracht

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    pks: list[int] = []
    monkeypatch.setattr(aanbieden, "offer", lambda pk: pks.append(pk) or True)
    return pks


def test_work_is_offered_when_the_transaction_commits(django_capture_on_commit_callbacks: Any) -> None:
    from django_tasks_db.models import DBTaskResult

    with django_capture_on_commit_callbacks(execute=True):
        enqueue(handler="proef.doe", ids={"zaak": "1"}, key="zaak:1", now=NOW)
        assert not DBTaskResult.objects.exists()
    row = Opdracht.objects.get()
    message = DBTaskResult.objects.get()
    assert message.args_kwargs == {"args": [row.pk], "kwargs": {}}
    assert message.backend_name == "eloket"


def test_work_for_later_is_not_offered_yet(
    django_capture_on_commit_callbacks: Any, offered: list[int]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(handler="proef.doe", ids={}, key="later", now=NOW, not_before=NOW + timedelta(hours=1))
    assert offer_overdue(now=NOW) == 0
    assert offer_overdue(now=NOW + timedelta(hours=1)) == 1
    assert offered == [Opdracht.objects.get().pk]


def test_a_broker_out_of_reach_costs_the_visitor_nothing(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def refuse(self: object, *args: object) -> None:
        raise ConnectionError("geen broker")

    monkeypatch.setattr(type(look), "enqueue", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(handler="proef.doe", ids={}, key="zaak:1", now=NOW)
    assert Opdracht.objects.get().status == Status.WACHT


def test_a_lost_message_is_sent_again_but_not_at_every_sweep(offered: list[int]) -> None:
    row = make_opdracht(offered_at=NOW)
    assert offer_overdue(now=NOW + timedelta(seconds=10)) == 0
    assert offer_overdue(now=NOW + timedelta(seconds=121)) == 1
    assert offer_overdue(now=NOW + timedelta(seconds=130)) == 0
    assert offered == [row.pk]


def test_a_second_chance_is_offered_when_its_wait_is_over(offered: list[int]) -> None:
    make_opdracht(offered_at=NOW, not_before=NOW + timedelta(seconds=30), attempts=1)
    assert offer_overdue(now=NOW + timedelta(seconds=29)) == 0
    assert offer_overdue(now=NOW + timedelta(seconds=30)) == 1


def test_the_row_of_a_dead_worker_is_offered_when_its_lease_runs_out(offered: list[int]) -> None:
    row = make_opdracht(offered_at=NOW)
    assert claim(row.pk, now=NOW)
    assert offer_overdue(now=NOW + timedelta(seconds=59)) == 0
    assert offer_overdue(now=NOW + timedelta(seconds=61)) == 1


def test_done_work_and_work_for_a_person_are_not_offered(offered: list[int]) -> None:
    make_opdracht(status=Status.KLAAR)
    make_opdracht(status=Status.MENS_NODIG)
    assert offer_overdue(now=NOW + timedelta(days=9)) == 0


def test_the_message_raises_nothing_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker would keep the traceback."""

    def fail(*args: object, **kwargs: object) -> bool:
        raise ValueError("Noor")

    monkeypatch.setattr(aanbieden, "run", fail)
    look.call(1)


def test_a_sweep_says_that_the_worker_lives(settings: Any) -> None:
    veger = Veger()
    veger.sweep()
    assert Werker.objects.get().naam == veger.naam


def test_a_thousand_rows_cost_one_look_and_two_writes_each_at_most(
    offered: list[int], django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        make_opdracht(key=str(number))
    with django_assert_max_num_queries(6):
        offer_overdue(now=NOW)


class Teller:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *, now: datetime) -> None:
        self.times += 1


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch) -> Teller:
    teller = Teller()
    work = register.Werk("proef.tel", timedelta(minutes=10), teller)
    monkeypatch.setattr("eloket.outbox.periodiek.REGISTER", {"proef.tel": work})
    return teller


def test_what_comes_back_runs_once_an_interval_over_all_workers(teller: Teller) -> None:
    assert run_periodiek(now=NOW) == ["proef.tel"]
    assert run_periodiek(now=NOW + timedelta(minutes=9)) == []
    assert run_periodiek(now=NOW + timedelta(minutes=10)) == ["proef.tel"]
    assert teller.times == 2


def test_a_second_worker_that_saw_the_same_turn_is_too_late(teller: Teller) -> None:
    from eloket.outbox.periodiek import _take

    run_periodiek(now=NOW)
    seen_by_both = Beurt.objects.get()
    later = NOW + timedelta(minutes=10)
    work = register.Werk("proef.tel", timedelta(minutes=10), teller)
    assert _take(work, seen_by_both, later)
    assert not _take(work, seen_by_both, later)


def test_a_fault_in_what_comes_back_is_kept_and_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*, now: datetime) -> None:
        raise ValueError("Noor")

    work = register.Werk("proef.faal", timedelta(minutes=10), fail)
    monkeypatch.setattr("eloket.outbox.periodiek.REGISTER", {"proef.faal": work})
    assert run_periodiek(now=NOW) == ["proef.faal"]
    assert Beurt.objects.get().last_error.startswith("ValueError")


def test_planned_publishing_sessions_and_cleaning_come_back_by_themselves() -> None:
    assert {
        "website.publiceer_gepland",
        "outbox.ruim_op",
        "outbox.ruim_sessies_op",
        "bestanden.ruim_op",
    } <= set(register.REGISTER)
