"""Real workers: killed in the middle, told to stop, late for nothing."""

import os
import signal
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from eloket.berichten.models import Bericht
from eloket.berichten.services import send_bericht
from eloket.lib import klok
from eloket.outbox.models import Opdracht, Status, Werker
from eloket.outbox.services import enqueue
from tests.outbox.werkers import lines, wait_until, worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]


def ask(number: int) -> None:
    enqueue(handler="proef.langzaam", ids={"id": str(number)}, key=f"proef:{number}", now=klok.now())


def done() -> int:
    return Opdracht.objects.filter(status=Status.KLAAR).count()


@pytest.fixture(params=["database", "redis"])
def broker(request: pytest.FixtureRequest) -> dict[str, str]:
    """The settings of a worker for each broker."""
    if request.param == "database":
        return {}
    return {"ELOKET_TAKEN": "redis", "ELOKET_REDIS_URL": request.getfixturevalue("redis_url")}


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(
    tmp_path: Path, broker: dict[str, str]
) -> None:
    for number in range(3):
        ask(number)
    with worker(tmp_path, **broker) as first:
        wait_until(lambda: lines(tmp_path / "begonnen"))
        os.kill(first.pid, signal.SIGKILL)
        first.wait(10)
    assert done() == 0
    assert Opdracht.objects.filter(status=Status.BEZIG).count() == 1
    (tmp_path / "ga-door").touch()
    with worker(tmp_path, **broker):
        wait_until(lambda: done() == 3)
    began = [line.split()[1] for line in lines(tmp_path / "begonnen")]
    assert len(began) == 4, "the killed one began twice"
    assert sorted(lines(tmp_path / "effecten")) == ["0", "1", "2"]


def test_a_long_handler_keeps_its_lease_and_no_other_worker_joins_in(tmp_path: Path) -> None:
    with worker(tmp_path), worker(tmp_path):
        wait_until(lambda: Werker.objects.count() == 2)
        ask(1)
        wait_until(lambda: lines(tmp_path / "begonnen"))
        first_lease = Opdracht.objects.get().lease_until
        assert first_lease
        wait_until(lambda: klok.now() > first_lease)
        (tmp_path / "ga-door").touch()
        wait_until(lambda: done() == 1)
    assert len(lines(tmp_path / "begonnen")) == 1


def test_a_worker_told_to_stop_finishes_what_it_holds_and_leaves_the_rest(tmp_path: Path) -> None:
    with worker(tmp_path) as child:
        ask(1)
        wait_until(lambda: lines(tmp_path / "begonnen"))
        ask(2)
        child.send_signal(signal.SIGTERM)
        (tmp_path / "ga-door").touch()
        assert child.wait(10) == 0
    assert lines(tmp_path / "effecten") == ["1"]
    assert Opdracht.objects.get(key="proef:2").status == Status.WACHT
    assert not Werker.objects.exists()


def test_an_idle_worker_stops_at_once(tmp_path: Path) -> None:
    with worker(tmp_path) as child:
        wait_until(lambda: Werker.objects.exists())
        child.send_signal(signal.SIGTERM)
        assert child.wait(30) == 0  # half of the pause between two signs of life, which is not waited out


@pytest.mark.kern
def test_a_mail_leaves_within_two_seconds_of_the_commit(tmp_path: Path) -> None:
    with worker(tmp_path):
        wait_until(lambda: Werker.objects.exists())
        send_bericht(
            sjabloon="aanvraag_ontvangen",
            email="noor@voorbeeld.nl",
            gegevens={"reference": "ELK-2026-0000001", "link": "/mijn-zaken/"},
            taal="nl",
            key="proef",
            now=klok.now(),
        )
        took = wait_until(lambda: Bericht.objects.get().status == "verzonden")
    assert took < 2
    mails = (Path(django_settings.ELOKET_DATA) / "mail").glob("*.log")
    assert any(b"ELK-2026-0000001" in mail.read_bytes() for mail in mails)


def test_a_worker_on_redis_says_so_and_stops_when_told(tmp_path: Path, redis_url: str) -> None:
    with worker(tmp_path, ELOKET_REDIS_URL=redis_url, ELOKET_TAKEN="redis") as child:
        wait_until(lambda: Werker.objects.filter(broker="redis").exists())
        child.send_signal(signal.SIGTERM)
        assert child.wait(10) == 0
