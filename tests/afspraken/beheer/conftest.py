"""Samira sets the agenda up; Kees and Ilse work with it. It is Tuesday 1 December 2026, nine o'clock."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from eloket.accounts.services import Rol
from tests.accounts.helpers import login_medewerker, make_medewerker

DINSDAG = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def dinsdag() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(DINSDAG, tick=False) as clock:
        yield clock


def _login(rol: Rol, naam: str) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(rol, naam=naam))
    return client


@pytest.fixture
def samira(db: None) -> Client:
    return _login(Rol.REDACTEUR, "Samira Idrissi")


@pytest.fixture
def peter(db: None) -> Client:
    return _login(Rol.EINDREDACTEUR, "Peter Hoekstra")


@pytest.fixture
def kees(db: None) -> Client:
    return _login(Rol.BEHANDELAAR, "Kees Jansen")


@pytest.fixture
def ilse(db: None) -> Client:
    return _login(Rol.KCC, "Ilse Bakker")


@pytest.fixture
def mo(db: None) -> Client:
    return _login(Rol.BEHEERDER, "Mo Yilmaz")
