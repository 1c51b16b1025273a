"""Many at once: numbers and zaken stay unique. The control shows that the race is real."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.db.models import Max

from eloket.zaken.backends.base import NieuweStatus, StatusChanged
from eloket.zaken.backends.database import DatabaseBackend
from eloket.zaken.models import Status, UitgegevenNummer, Zaak
from eloket.zaken.services import mint_identificatie
from tests.zaken.factories import NOW, make_zaaktype, new_zaak

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def at_once(work: Callable[[int], str]) -> list[str]:
    """`work` in PEOPLE threads that start together, each with a connection of its own."""
    start = Barrier(PEOPLE)

    def run(number: int) -> str:
        try:
            connection.ensure_connection()
            start.wait(timeout=10)
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(run, range(PEOPLE)))


def test_nobody_gets_the_number_of_another() -> None:
    def mint(number: int) -> str:
        with transaction.atomic():
            return mint_identificatie(now=NOW)

    assert len(set(at_once(mint))) == PEOPLE


def test_control_counting_rows_would_give_the_same_number_twice() -> None:
    everybody_read = Barrier(PEOPLE)

    def naive(number: int) -> str:
        highest = UitgegevenNummer.objects.aggregate(highest=Max("pk"))["highest"] or 0
        everybody_read.wait(timeout=10)
        return f"ELK-2026-{highest + 1:07d}"

    assert len(set(at_once(naive))) == 1


def test_the_same_aanvraag_delivered_many_times_at_once_is_one_zaak() -> None:
    make_zaaktype()

    def deliver(number: int) -> str:
        return DatabaseBackend({}).create_zaak(new_zaak(zaaktype="kapvergunning"), now=NOW).identificatie

    assert set(at_once(deliver)) == {"ELK-2026-0000042"}
    assert Zaak.objects.count() == 1
    assert Status.objects.count() == 1


def test_of_many_who_set_a_status_at_once_one_succeeds() -> None:
    make_zaaktype()
    zaak = DatabaseBackend({}).create_zaak(new_zaak(zaaktype="kapvergunning"), now=NOW)
    assert zaak.status is not None
    seen = zaak.status.id

    def decide(number: int) -> str:
        moment = NOW + timedelta(minutes=number + 1)
        nieuw = NieuweStatus(2, moment, resultaat="Verleend", huidig=seen)
        try:
            DatabaseBackend({}).set_status(zaak.identificatie, nieuw, now=moment)
        except StatusChanged:
            return "told"
        return "set"

    assert sorted(at_once(decide)) == ["set", *["told"] * (PEOPLE - 1)]
