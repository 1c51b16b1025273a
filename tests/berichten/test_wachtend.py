"""Beheerders hear of work that waits longer than a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from eloket.accounts.services import Rol
from eloket.berichten.wachtend import tell_waiting
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.services import run_due
from tests.accounts.helpers import make_medewerker
from tests.outbox.factories import NOW, make_opdracht

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _people(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    for naam, email in [("Wim Beheer", "wim@rietwaard.example"), ("Nog Wim", "WIM@rietwaard.example")]:
        make_medewerker(Rol.BEHEERDER, naam=naam, email=email)
    make_medewerker(Rol.BEHEERDER, naam="Ex", email="ex@rietwaard.example", is_active=False)
    make_medewerker(Rol.REDACTEUR, email="samira@rietwaard.example")


def told(hours: float) -> int:
    now = NOW + timedelta(hours=hours)
    tell_waiting(now=now)
    Opdracht.objects.exclude(handler="berichten.send").update(not_before=now + timedelta(days=9), attempts=1)
    run_due(now=now)
    return len(mail.outbox)


@pytest.mark.parametrize("status", [Status.WACHT, Status.MENS_NODIG])
def test_wim_gets_one_mail_a_day_and_only_after_a_day(status: Status) -> None:
    make_opdracht(status=status, attempts=1)
    assert [told(23), told(25), told(26), told(49)] == [0, 1, 1, 2]
    assert mail.outbox[0].to == ["wim@rietwaard.example"]
    assert "/beheer/bezorging/" in str(mail.outbox[0].body)


def test_what_is_meant_for_later_or_done_is_no_news() -> None:
    make_opdracht(not_before=NOW + timedelta(days=30))
    make_opdracht(status=Status.KLAAR)
    tell_waiting(now=NOW + timedelta(days=2))
    assert not Opdracht.objects.filter(handler="berichten.send").exists()
