"""The people and companies of Rietwaard."""

import json

import pytest

from eloket.adressen.services import find_adres
from eloket.demo.personen import PERSONEN
from eloket.personen.backends.base import BedrijvenBackend, PersonenBackend
from eloket.personen.backends.demo import BESTAND, DemoBedrijven, DemoPersonen
from tests.personen.contract import BedrijvenContract, PersonenContract


class TestPersonen(PersonenContract):
    @pytest.fixture
    def bron(self) -> PersonenBackend:
        return DemoPersonen({})


class TestBedrijven(BedrijvenContract):
    @pytest.fixture
    def bron(self) -> BedrijvenBackend:
        return DemoBedrijven({})


def test_everybody_who_can_log_in_to_the_demo_is_known() -> None:
    data = json.loads(BESTAND.read_text())
    assert {persoon.bsn for persoon in PERSONEN if persoon.bsn} == set(data["personen"])
    assert {persoon.kvk for persoon in PERSONEN if persoon.kvk} == set(data["bedrijven"])


def test_they_live_in_streets_that_the_demo_has() -> None:
    data = json.loads(BESTAND.read_text())
    things = [*data["personen"].values(), *data["bedrijven"].values()]
    for adres in (thing["adres"] for thing in things if "adres" in thing):
        found = find_adres(
            postcode=adres["postcode"], huisnummer=adres["huisnummer"], toevoeging=adres["toevoeging"]
        )
        assert found is not None
        assert found.straat == adres["straat"]
