"""One row of work: taken once, tried again over days, never lost."""

from datetime import timedelta

import pytest
from django.db import transaction

from eloket.outbox import lease as leases
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.register import NeedsPerson, TryLater
from eloket.outbox.runner import run, run_due
from eloket.outbox.services import enqueue, retry
from eloket.outbox.terugval import STEPS, delay
from tests.outbox.conftest import Proef
from tests.outbox.factories import NOW, make_opdracht

pytestmark = pytest.mark.django_db


@pytest.mark.kern
def test_work_is_done_once_and_stays_as_a_trace(proef: Proef) -> None:
    row = make_opdracht()
    assert run(row.pk, now=NOW)
    assert not run(row.pk, now=NOW)
    row.refresh_from_db()
    assert proef.calls == [{"zaak": "ELK-2026-0000001"}]
    assert (row.status, row.done_at, row.lease_token, row.attempts) == (Status.KLAAR, NOW, None, 1)


def test_work_for_later_waits_until_its_moment(proef: Proef) -> None:
    row = make_opdracht(not_before=NOW + timedelta(hours=1))
    assert not run(row.pk, now=NOW)
    assert run(row.pk, now=NOW + timedelta(hours=1))


def test_a_temporary_fault_waits_with_the_reason_of_the_handler(proef: Proef) -> None:
    proef.raises(TryLater("het zaakregister antwoordt niet"))
    row = make_opdracht()
    run(row.pk, now=NOW)
    row.refresh_from_db()
    assert (row.status, row.last_error) == (Status.WACHT, "het zaakregister antwoordt niet")
    assert timedelta(seconds=24) <= row.not_before - NOW <= timedelta(seconds=36)
    assert not run(row.pk, now=NOW + timedelta(seconds=1))


def test_the_waits_grow_over_days_and_rows_do_not_come_back_together() -> None:
    waits = [delay(attempts) for attempts in range(1, 13)]
    assert sum(waits, timedelta()) > timedelta(days=4)
    assert all(
        step * 0.8 <= wait <= step * 1.2 for step, wait in zip([*STEPS, *[STEPS[-1]] * 5], waits, strict=True)
    )
    assert len({delay(3) for _ in range(20)}) > 1


def test_an_outage_of_days_ends_with_a_person_and_not_with_a_loss(proef: Proef, settings) -> None:
    settings.ELOKET_OUTBOX_POGINGEN = 4
    proef.raises(TryLater("het zaakregister antwoordt niet"))
    row = make_opdracht()
    now = NOW
    for _ in range(10):
        now += timedelta(days=2)
        run(row.pk, now=now)
    row.refresh_from_db()
    assert (row.status, row.attempts) == (Status.MENS_NODIG, 4)
    assert row.reason == "na 4 pogingen: het zaakregister antwoordt niet"


def test_what_needs_a_person_says_why_at_once(proef: Proef) -> None:
    proef.raises(NeedsPerson("het zaaktype 'kap' bestaat niet in het register"))
    row = make_opdracht()
    run(row.pk, now=NOW)
    row.refresh_from_db()
    assert (row.status, row.reason) == (Status.MENS_NODIG, "het zaaktype 'kap' bestaat niet in het register")


def test_the_text_of_an_unforeseen_error_is_not_kept(proef: Proef) -> None:
    proef.raises(ValueError("Noor de Vries, 999993653, noor@voorbeeld.nl"))
    row = make_opdracht()
    run(row.pk, now=NOW)
    row.refresh_from_db()
    assert row.status == Status.WACHT
    assert row.last_error.startswith("ValueError (")
    assert "Noor" not in row.last_error
    assert "999993653" not in row.last_error


def test_a_reason_of_a_handler_passes_the_last_net(proef: Proef) -> None:
    proef.raises(TryLater("geweigerd: noor@voorbeeld.nl heeft BSN 999993653"))
    row = make_opdracht()
    run(row.pk, now=NOW)
    row.refresh_from_db()
    assert row.last_error == "geweigerd: [e-mail] heeft BSN [nummer]"


def test_work_that_this_version_does_not_know_is_kept_for_a_person() -> None:
    row = make_opdracht(handler="oud.weg")
    run(row.pk, now=NOW)
    row.refresh_from_db()
    assert (row.status, row.reason) == (Status.MENS_NODIG, "deze versie van eloket kent 'oud.weg' niet")


def test_a_screen_has_its_own_work_done_now_and_nothing_twice(proef: Proef) -> None:
    row = make_opdracht(key="proef:1", not_before=NOW + timedelta(days=1), attempts=7)
    assert retry("proef:1", now=NOW)
    assert run_due(now=NOW)
    row.refresh_from_db()
    assert (row.status, row.attempts) == (Status.KLAAR, 1)
    assert not retry("proef:1", now=NOW)  # done stays done
    held = make_opdracht(key="proef:2")
    assert leases.claim(held.pk, now=NOW)
    assert not retry("proef:2", now=NOW)  # in a worker's hands
    assert not retry("bestaat-niet", now=NOW)


def test_a_row_that_kills_its_worker_does_not_go_round_for_ever(proef: Proef, settings) -> None:
    settings.ELOKET_OUTBOX_POGINGEN = 3
    row = make_opdracht()
    now = NOW
    for _ in range(3):
        assert leases.claim(row.pk, now=now)  # and the worker dies
        now += timedelta(minutes=5)
    run(row.pk, now=now)
    row.refresh_from_db()
    assert proef.calls == []
    assert (row.status, row.reason) == (
        Status.MENS_NODIG,
        "de worker viel telkens uit op deze opdracht",
    )


def test_a_held_row_is_nobody_elses_until_the_lease_runs_out(proef: Proef) -> None:
    row = make_opdracht()
    assert leases.claim(row.pk, now=NOW)
    assert leases.claim(row.pk, now=NOW + timedelta(seconds=59)) is None
    assert leases.claim(row.pk, now=NOW + timedelta(seconds=61)) is not None


def test_a_late_worker_cannot_overwrite_the_outcome_of_the_next(proef: Proef) -> None:
    row = make_opdracht()
    slow = leases.claim(row.pk, now=NOW)
    fast = leases.claim(row.pk, now=NOW + timedelta(minutes=2))
    assert slow is not None
    assert fast is not None
    assert not slow.postpone("te laat", now=NOW + timedelta(minutes=3))
    assert not slow.extend(now=NOW + timedelta(minutes=3))
    assert fast.finish(now=NOW + timedelta(minutes=3))
    assert not slow.give_up("te laat")
    row.refresh_from_db()
    assert row.status == Status.KLAAR


def test_a_worker_that_must_stop_at_once_gives_the_row_back(proef: Proef) -> None:
    proef.raises(SystemExit(1))
    row = make_opdracht()
    with pytest.raises(SystemExit):
        run(row.pk, now=NOW)
    proef.then = lambda: None
    assert run(row.pk, now=NOW)


def test_what_follows_from_work_is_done_in_the_same_round(proef: Proef) -> None:
    make_opdracht()
    again = iter([1])

    def follow() -> None:
        for _ in again:
            enqueue(handler="proef.doe", ids={"zaak": "2"}, key="vervolg", now=NOW)

    proef.then = follow
    assert run_due(now=NOW) == 2
    assert [call["zaak"] for call in proef.calls] == ["ELK-2026-0000001", "2"]


def test_the_same_key_is_the_same_work(proef: Proef) -> None:
    for _ in range(2):
        enqueue(handler="proef.doe", ids={"zaak": "1"}, key="zaak:1", now=NOW)
    assert run_due(now=NOW) == 1
    enqueue(handler="proef.doe", ids={"zaak": "1"}, key="zaak:1", now=NOW)
    assert run_due(now=NOW) == 0


def test_work_goes_down_with_the_transaction_that_asked_for_it(proef: Proef) -> None:
    with transaction.atomic():
        enqueue(handler="proef.doe", ids={}, key="weg", now=NOW)
        transaction.set_rollback(True)
    assert not Opdracht.objects.exists()


def test_a_handler_runs_outside_of_a_transaction_of_the_runner(transactional_db: None, proef: Proef) -> None:
    from django.db import connection

    inside: list[bool] = []
    proef.then = lambda: inside.append(connection.in_atomic_block)
    run(make_opdracht().pk, now=NOW)
    assert inside == [False]
