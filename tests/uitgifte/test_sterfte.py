"""A worker is killed (`kill -9`) between decision, product and document: one product, one PDF."""

import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from eloket.lib import klok
from eloket.outbox.services import run_due
from eloket.uitgifte.models import Document, Documentstatus, UitgegevenProduct, Uitkomst
from eloket.zaken.services import get_dossier
from tests.accounts.helpers import login_burger
from tests.components import process
from tests.outbox.werkers import database_url, wait_until
from tests.tooling.commando import clean_environment
from tests.uitgifte.parkeren import Aanvrager, make_parkeersoort
from tests.uitgifte.test_onderbreken import Gedood, die

pytestmark = pytest.mark.django_db(transaction=True)
# Does what waits, says so in a file when it comes to one step, and never comes past it.
WERKER = """
import django, sys, time
django.setup()
from datetime import datetime
from pathlib import Path
from unittest import mock
from eloket.outbox.services import run_due
step, ready, now = sys.argv[1:]
def stop(*args, **kwargs):
    Path(ready).touch()
    time.sleep(120)
with mock.patch(step, stop):
    run_due(now=datetime.fromisoformat(now))
"""


@pytest.fixture
def noor(client: Client) -> Aanvrager:
    make_parkeersoort()
    login_burger(client)
    return Aanvrager(client)


def test_a_worker_that_dies_when_all_is_decided_and_nothing_committed(
    noor: Aanvrager, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    noor.fill_auto()
    with monkeypatch.context() as website:  # it died too, before it could decide
        website.setattr("eloket.uitgifte.services.beslissen.gather_feiten", die)
        with pytest.raises(Gedood):
            noor.send()
    now = klok.now() + timedelta(minutes=1)
    kill_at("eloket.uitgifte.services.beslissen.publish", folder=tmp_path, now=now)
    wait_until(lambda: noor.beslissing.uitkomst == Uitkomst.WACHT)
    assert not UitgegevenProduct.objects.exists()
    assert_one_of_all(noor, now=now)


def test_a_worker_that_dies_with_a_sealed_document_in_its_hands(noor: Aanvrager, tmp_path: Path) -> None:
    noor.ask()
    now = klok.now() + timedelta(minutes=1)
    kill_at("eloket.uitgifte.services.document.store_bestand", folder=tmp_path, now=now)
    wait_until(lambda: Document.objects.get().status == Documentstatus.WACHT)
    assert_one_of_all(noor, now=now)


def kill_at(step: str, *, folder: Path, now: datetime) -> None:
    ready = folder / "ready"
    environment = clean_environment(
        ELOKET_DATA=str(settings.ELOKET_DATA),
        DATABASE_URL=database_url(),
        DJANGO_SETTINGS_MODULE="tests.settings",
    )
    words = [sys.executable, "-c", WERKER, step, str(ready), now.isoformat()]
    with process(words, folder / "log", environment) as child:
        wait_until(ready.exists, seconds=90)
        os.kill(child.pid, signal.SIGKILL)
        child.wait(30)


def assert_one_of_all(noor: Aanvrager, *, now: datetime) -> None:
    """Another worker finishes it when the lease of the dead one is over, and once."""
    for hours in (1, 2):
        run_due(now=now + timedelta(hours=hours))
    product = UitgegevenProduct.objects.get()
    assert noor.beslissing.product_id == product.pk
    assert Document.objects.get().status == Documentstatus.KLAAR
    dossier = get_dossier(noor.beslissing.zaak)
    assert len(dossier.besluiten) == 1
    assert not dossier.zaak.is_open
