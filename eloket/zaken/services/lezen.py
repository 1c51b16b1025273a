"""What a resident reads, and whether the register answers.

Everything here asks whose zaak it is: another's is `ZaakNotFound`, like one that does not exist.
"""

from collections.abc import Iterator

from eloket.lib import klok
from eloket.lib.partij import Identificerend
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import (
    ALLE_ZAKEN,
    Aandachtspunt,
    Attenderend,
    Besluit,
    Besluitend,
    Document,
    Documenterend,
    Pagina,
    RegisterMisconfigured,
    Zaak,
    Zaakfilter,
)

PAGE_SIZE = 20


def get_zaak(identificatie: str, *, voor: Identificerend) -> Zaak:
    """This person's zaak. Errors: `ZaakNotFound`, also when it is somebody else's."""
    return get_backend().get_zaak(identificatie, voor=voor)


def list_zaken(*, voor: Identificerend, page: int = 1, filter: Zaakfilter = ALLE_ZAKEN) -> Pagina[Zaak]:
    """This person's zaken; unless the filter says otherwise all, open ones first, then the newest."""
    return get_backend().list_zaken(voor=voor, page=page, page_size=PAGE_SIZE, filter=filter)


def has_documenten() -> bool:
    """True when this register takes documents and shows them."""
    return isinstance(get_backend(), Documenterend)


def list_documenten(identificatie: str, *, voor: Identificerend) -> tuple[Document, ...]:
    """The documents that this person may see, oldest first. Ask `has_documenten` first.

    Errors: `ZaakNotFound`.
    """
    return documenting().list_documenten(identificatie, voor=voor)


def open_document(identificatie: str, id: str, *, voor: Identificerend) -> tuple[Document, Iterator[bytes]]:
    """One of `list_documenten` and its bytes. Errors: `ZaakNotFound`, `DocumentNotFound`."""
    return documenting().open_document(identificatie, id, voor=voor)


def has_besluiten() -> bool:
    """True when this register tells besluiten."""
    return isinstance(get_backend(), Besluitend)


def list_besluiten(identificatie: str, *, voor: Identificerend) -> tuple[Besluit, ...]:
    """The besluiten that were made known, oldest first. Ask `has_besluiten` first. Errors: `ZaakNotFound`."""
    backend = get_backend()
    if not isinstance(backend, Besluitend):
        raise RegisterMisconfigured("Dit zaakregister geeft geen besluiten.")
    return backend.list_besluiten(identificatie, voor=voor, op=klok.today())


def list_aandachtspunten(*, voor: Identificerend) -> tuple[Aandachtspunt, ...]:
    """What asks something of this person, over all their zaken; nothing for a register that cannot tell.

    So nobody may say "er is niets te doen" because of it.
    """
    backend = get_backend()
    if not isinstance(backend, Attenderend):
        return ()
    return backend.list_aandachtspunten(voor=voor, op=klok.today())


def check_register() -> None:
    """Nothing when the register answers (for /readyz). Errors: `RegisterError`."""
    get_backend().check()


def documenting() -> Documenterend:
    """The register, as one with documents. Errors: `RegisterMisconfigured`."""
    backend = get_backend()
    if not isinstance(backend, Documenterend):
        raise RegisterMisconfigured("Dit zaakregister neemt geen documenten aan.")
    return backend
