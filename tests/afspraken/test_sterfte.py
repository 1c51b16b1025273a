"""The process of the website is killed between the choice of a time and its confirmation."""

import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from bench.afspraken.drukte import BACKEND, count_unguarded
from eloket.afspraken.backends.base import Klant, TijdBezet
from eloket.afspraken.models import Afspraak, Claim
from eloket.afspraken.services import Contactgegevens, NieuweAfspraak, book_afspraak, get_houvast, hold_tijd
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, visit, wall
from tests.components import process
from tests.outbox.werkers import database_url, wait_until
from tests.tooling.commando import clean_environment

pytestmark = pytest.mark.django_db(transaction=True)
NEGEN = wall(MAANDAG, 9)
NOOR = Contactgegevens("Noor de Vries", "noor@example.nl")
# Books what two people hold, says so in a file, and never comes to the end of its transaction.
HALFWAY = """
import django, sys, time
django.setup()
from datetime import datetime
from pathlib import Path
from django.db import transaction
from eloket.afspraken.services import Contactgegevens, NieuweAfspraak, book_afspraak
now, ready, *held = sys.argv[1:]
with transaction.atomic():
    for sleutel in held:
        contact = Contactgegevens("Noor de Vries", "noor@example.nl")
        nieuw = NieuweAfspraak(sleutel, "gemeentehuis", contact, f"form {sleutel}"[:40])
        book_afspraak(nieuw, now=datetime.fromisoformat(now))
    Path(ready).touch()
    time.sleep(60)
"""


def test_nothing_is_lost_and_nobody_haunts_a_place(tmp_path: Path) -> None:
    make_plek(desks=2)
    make_soort()
    noor, joris = (
        hold_tijd(visit(), "gemeentehuis", NEGEN, houder=who, verzoek=who, now=NOW)
        for who in ("noor", "joris")
    )
    die_while_booking(noor.sleutel, joris.sleutel, folder=tmp_path)

    wait_until(lambda: not Afspraak.objects.exists())
    assert [get_houvast(held.sleutel, held.locatie) for held in (noor, joris)] == [noor, joris]
    assert count_unguarded() == 0
    form = NieuweAfspraak(noor.sleutel, noor.locatie, NOOR, "form")  # Noor sends it once more
    assert book_afspraak(form, now=NOW).begin == NEGEN
    later = NOW + timedelta(minutes=16)  # Joris never comes back, and somebody else gets the place
    BACKEND.create(visit(), "gemeentehuis", NEGEN, klant=Klant(), verzoek="samira", now=later)
    with pytest.raises(TijdBezet):
        BACKEND.create(visit(), "gemeentehuis", NEGEN, klant=Klant(), verzoek="ilse", now=later)
    assert (Claim.objects.count(), count_unguarded()) == (4, 0)


def die_while_booking(*held: str, folder: Path) -> None:
    """In the middle of the transaction, without warning."""
    ready = folder / "ready"
    environment = clean_environment(
        ELOKET_DATA=str(settings.ELOKET_DATA),
        DATABASE_URL=database_url(),
        DJANGO_SETTINGS_MODULE="tests.settings",
    )
    words = [sys.executable, "-c", HALFWAY, NOW.isoformat(), str(ready), *held]
    with process(words, folder / "log", environment) as child:
        wait_until(ready.exists, seconds=60)
        os.kill(child.pid, signal.SIGKILL)
        child.wait(30)
