"""What a resident reads, and whether the register answers."""

from eloket.lib.partij import Identificerend
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import Pagina, Zaak

PAGE_SIZE = 20


def get_zaak(identificatie: str, *, voor: Identificerend) -> Zaak:
    """This person's zaak. Errors: `ZaakNotFound`, also when it is somebody else's."""
    return get_backend().get_zaak(identificatie, voor=voor)


def list_zaken(*, voor: Identificerend, page: int = 1) -> Pagina[Zaak]:
    """This person's zaken, open ones first, then the newest."""
    return get_backend().list_zaken(voor=voor, page=page, page_size=PAGE_SIZE)


def check_register() -> None:
    """Nothing when the register answers (for /readyz). Errors: `RegisterError`."""
    get_backend().check()
