from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from eloket.accounts.services import Rol
from tests.betalingen.factories import colleague


@pytest.fixture
def november() -> Iterator[time_machine.Traveller]:
    """Some weeks before the new year, when the raad has set the new tarieven."""
    with time_machine.travel(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def tom(db: None) -> Client:
    return colleague(Rol.EINDREDACTEUR, "Tom Bakker")[0]


@pytest.fixture
def samira(db: None) -> Client:
    return colleague(Rol.REDACTEUR, "Samira Idrissi")[0]
