"""The small ZGW server, one for each module; what it keeps is new for each test."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from eloket.demo.zgwregister import server
from eloket.demo.zgwregister.register import Applicatie, Register
from tests.zaken.factories import NOW
from tests.zgw.inrichting import fill
from tests.zgw.oas import Beschrijving


@dataclass
class Klok:
    """The clock of the server; stands where a test sets it."""

    nu: datetime = NOW + timedelta(minutes=1)

    def __call__(self) -> datetime:
        return self.nu


@dataclass
class Zgw:
    """A running server. `register` is what it keeps, `klok` its clock, `gezien` its witness."""

    register: Register
    klok: Klok
    gezien: Beschrijving
    typen: dict[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        return self.register.base

    @property
    def options(self) -> dict[str, Any]:
        """OPTIONS of the backend, for this server."""
        names = ("zaken", "catalogi", "documenten", "besluiten", "notificaties")
        return {
            "APIS": {name: self.register.root(name) for name in names},
            "CLIENT_ID": "eloket",
            "SECRET": "geheim-van-de-gemeente",
            "BRONORGANISATIE": "123456782",
            "CATALOGUS": "ELOKT",
            "DOCUMENTTYPE": "Bijlage",
            "SECONDS": 30,  # a busy machine is slow now and then
        }


@pytest.fixture(scope="module")
def _draaiend() -> Iterator[tuple[Register, list[Any]]]:
    register = Register(klok=Klok())
    with server.run(register) as getuigen:
        yield register, getuigen


@pytest.fixture
def zgw(_draaiend: tuple[Register, list[Any]], request: pytest.FixtureRequest) -> Iterator[Zgw]:
    """As Open Zaak; with the parameter "strikt" it does what the standard says and nothing more."""
    register, getuigen = _draaiend
    klok = Klok()
    fresh = Register(klok=klok, base=register.base, ruim=getattr(request, "param", "ruim") == "ruim")
    fresh.applicaties["eloket"] = Applicatie("geheim-van-de-gemeente")
    vars(register).update(vars(fresh))
    gezien = Beschrijving(ruim=register.ruim)
    getuigen[:] = [gezien.see]
    yield Zgw(register, klok, gezien, fill(register))
    getuigen.clear()
    assert register.kapot == []
    assert gezien.wrong == []
