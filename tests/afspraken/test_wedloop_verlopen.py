"""A slow citizen confirms at the moment that somebody else needs the place."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from bench.afspraken.drukte import BACKEND
from bench.afspraken.samen import together
from eloket.afspraken.backends.base import AfsprakenError, Boeking, Klant
from eloket.afspraken.models import Claim, Reservering, ReserveringStatus
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, visit, wall

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 12
NEGEN = wall(MAANDAG, 9)
LATER = NOW + timedelta(minutes=20)


def take(form: str) -> object:
    return BACKEND.create(visit(), "gemeentehuis", NEGEN, klant=Klant(), verzoek=form, now=LATER)


def careless_take(form: str) -> None:
    """How a queryset's `delete` does it: select, then delete by id; with a longer moment between."""
    with transaction.atomic():
        ended = Reservering.objects.filter(status=ReserveringStatus.VASTGEHOUDEN, tot__lte=LATER)
        ids = list(ended.values_list("pk", flat=True))
        time.sleep(0.1)
        Reservering.objects.filter(pk__in=ids).delete()


def play(rounds: int, taker: Callable[[str], object]) -> tuple[int, int, int]:
    """Of so many rounds: confirmed, taken, and confirmed to somebody who has no time at all."""
    confirmed = taken = lost = 0
    for number in range(rounds):
        slow = BACKEND.hold(visit(), "gemeentehuis", NEGEN, houder="noor", verzoek=f"slow {number}", now=NOW)
        confirm = partial(BACKEND.confirm, slow.sleutel, klant=Klant(), now=LATER)
        told, other = together([confirm, partial(taker, f"other {number}")])
        confirmed += isinstance(told, Boeking)
        taken += isinstance(other, Boeking)
        if isinstance(told, Boeking):
            lost += not Claim.objects.filter(reservering_id=slow.sleutel).exists()
        assert isinstance(told, Boeking | AfsprakenError), told
        Reservering.objects.all().delete()
    return confirmed, taken, lost


@pytest.fixture(autouse=True)
def _counter() -> None:
    make_plek()
    make_soort()


def test_one_of_the_two_has_it_and_the_other_hears_so() -> None:
    confirmed, taken, lost = play(ROUNDS, take)
    assert (confirmed + taken, lost) == (ROUNDS, 0)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_control_removing_what_expired_loses_afspraken() -> None:
    assert play(ROUNDS, careless_take)[2] > 0
