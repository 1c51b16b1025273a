"""Our own agenda, and one of another system, do what the port promises."""

import pytest

from eloket.afspraken.backends.database import DatabaseBackend
from tests.afspraken.contract import AfsprakenContract, ElderContract, VasthoudendContract, Wereld
from tests.afspraken.elders import SOORT, AgendaElders
from tests.afspraken.factories import make_plek, make_soort


@pytest.mark.django_db
class TestDatabase(AfsprakenContract, VasthoudendContract):
    @pytest.fixture
    def wereld(self) -> Wereld:
        for code, desks in (("gemeentehuis", 2), ("wijkpost", 1)):
            make_plek(code, desks=desks)
        make_soort(max_personen=4, minuten_per_persoon=5)
        return Wereld(DatabaseBackend({}), "gemeentehuis", "wijkpost", "paspoort")


class TestElders(AfsprakenContract, ElderContract):
    @pytest.fixture
    def wereld(self) -> Wereld:
        backend = AgendaElders({})
        return Wereld(backend, "stadhuis", "wijkpost", SOORT, backend.uit)
