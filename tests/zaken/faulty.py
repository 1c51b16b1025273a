"""A register that is out of order, behind the same port."""

from datetime import date, datetime
from typing import Any, NoReturn

from eloket.zaken.backends.base import RegisterUnavailable, ZaakBackend


class FaultyBackend(ZaakBackend):
    """Every call fails as a network does."""

    def _fail(self) -> NoReturn:
        raise RegisterUnavailable("geen antwoord binnen 10 seconden")

    def create_zaak(self, nieuw: Any, *, now: datetime) -> NoReturn:
        self._fail()

    def get_zaak(self, identificatie: str, *, voor: Any) -> NoReturn:
        self._fail()

    def list_zaken(self, *, voor: Any, page: int, page_size: int) -> NoReturn:
        self._fail()

    def list_zaaktypen(self, *, op: date) -> NoReturn:
        self._fail()

    def get_zaaktype(self, identificatie: str, *, op: date) -> NoReturn:
        self._fail()

    def check(self) -> NoReturn:
        self._fail()


SETTING = {"default": {"BACKEND": "tests.zaken.faulty.FaultyBackend", "OPTIONS": {}}}
