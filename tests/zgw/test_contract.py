"""The contract of the port, on a register that speaks ZGW: as Open Zaak does, and by the standard alone."""

from collections.abc import Callable

import pytest

from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.rollen import attach_rol
from eloket.zaken.backends.zgw import ZgwBackend
from tests.zaken.contract import DocumenterendContract, ZaakBackendContract
from tests.zgw.backend import make_backend
from tests.zgw.conftest import Zgw


class _Contract:
    @pytest.fixture
    def register(self, zgw: Zgw) -> ZgwBackend:
        strict = {} if zgw.register.ruim else {"KVK_VELD": "innNnpId"}
        return make_backend(zgw, **strict)


def copy_zaak(register: Register, identificatie: str, number: int) -> None:
    """So many copies of a zaak of Joris, put where the server keeps them."""
    [zaak] = [each for each in register.list("zaken") if each["identificatie"] == identificatie]
    [rol] = register.rollen_van[zaak["url"]]
    for each in range(number):
        uuid = f"00000000-0000-4000-8000-{each:012}"
        own = {"url": register.url_of("zaken", uuid), "uuid": uuid, "identificatie": f"VEEL-{each}"}
        attach_rol(register, register.add("zaken", {**zaak, **own, "rollen": []}, id=uuid), rol)


class TestOpenZaak(_Contract, ZaakBackendContract):
    @pytest.fixture
    def fill(self, zgw: Zgw) -> Callable[[str, int], None]:
        return lambda identificatie, number: copy_zaak(zgw.register, identificatie, number)


class TestDocumentsInOpenZaak(_Contract, DocumenterendContract):
    pass


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
class TestTheStandard(_Contract, ZaakBackendContract):
    @pytest.fixture
    def fill(self, zgw: Zgw) -> Callable[[str, int], None]:
        return lambda identificatie, number: copy_zaak(zgw.register, identificatie, number)


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
class TestDocumentsByTheStandard(_Contract, DocumenterendContract):
    pass
