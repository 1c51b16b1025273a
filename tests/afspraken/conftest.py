"""Files that people send go to a folder of the test, as they came; and Noor, who makes an afspraak."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.afspraken.factories import NOW, make_plek, make_soort
from tests.afspraken.loper import Loper
from tests.mijnzaken.conftest import bestanden, not_reread

__all__ = ["bestanden", "not_reread"]


@pytest.fixture
def vrijdag() -> Iterator[time_machine.Traveller]:
    """It is Friday 25 September 2026, ten o'clock, and stays so until it is moved."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def noor(client: Client) -> Loper:
    """Noor before two counters where one comes for a passport or a licence, the first with two desks."""
    make_plek("stadhuis", desks=2)
    make_plek("wijkpunt")
    make_soort("paspoort", minuten_per_persoon=5, max_personen=6, meenemen="Neem uw oude paspoort mee.")
    make_soort("rijbewijs")
    return Loper(client)
