"""The streets of Rietwaard."""

import pytest

from eloket.adressen.backends.base import AdresBackend
from eloket.adressen.backends.demo import DemoAdressen
from tests.adressen.contract import AdresContract


class TestDemo(AdresContract):
    @pytest.fixture
    def bron(self) -> AdresBackend:
        return DemoAdressen({})
