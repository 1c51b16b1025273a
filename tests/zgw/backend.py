"""The backend on the small server, as the contract of the port wants it."""

from datetime import datetime
from typing import Any

from eloket.zaken.backends.base import NieuwDocument, NieuweZaak, Zaak
from eloket.zaken.backends.zgw import ZgwBackend
from eloket.zaken.backends.zgw.toegang import JwtHs256
from tests.zgw.conftest import Zgw


class Gelijklopend(ZgwBackend):
    """The clock of the server is that of the caller: a contract tells the time to one of them only."""

    zgw: Zgw

    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        self.zgw.klok.nu = now
        return super().create_zaak(nieuw, now=now)

    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        self.zgw.klok.nu = now
        super().add_document(identificatie, nieuw, now=now)


def make_backend(zgw: Zgw, **options: Any) -> ZgwBackend:
    toegang = JwtHs256("eloket", "geheim-van-de-gemeente", now=lambda: zgw.klok.nu)
    backend = Gelijklopend({**zgw.options, **options}, toegang=toegang)
    backend.zgw = zgw
    return backend


class Ingesteld(Gelijklopend):
    """The same, built from `ELOKET_ZAKEN`: for tests that come in through the door."""

    def __init__(self, options: Any) -> None:
        self.zgw = options["ZGW"]
        super().__init__(
            options, toegang=JwtHs256("eloket", "geheim-van-de-gemeente", now=lambda: self.zgw.klok.nu)
        )


def make_setting(zgw: Zgw, **options: Any) -> dict[str, Any]:
    """ELOKET_ZAKEN for this server."""
    chosen = {**zgw.options, **options, "ZGW": zgw}
    return {"default": {"BACKEND": "tests.zgw.backend.Ingesteld", "OPTIONS": chosen}}
