"""What a resident reads, and whether the register answers.

Everything here asks whose zaak it is: another's is `ZaakNotFound`, like one that does not exist.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from eloket.lib import klok
from eloket.lib.partij import Identificerend
from eloket.zaken.backends import Bron, find_bron, get_backend, get_backend_of, list_bronnen
from eloket.zaken.backends.base import (
    Aandachtspunt,
    Attenderend,
    Besluit,
    Besluitend,
    Document,
    Documenterend,
    Herkennend,
    RegisterMisconfigured,
    Zaak,
)
from eloket.zaken.services.stilte import Stilte, hear

PAGE_SIZE = 20


def get_zaak(identificatie: str, *, voor: Identificerend) -> Zaak:
    """This person's zaak. Errors: `ZaakNotFound`, also when it is somebody else's."""
    bron = find_bron(identificatie)
    with hear(bron.naam):
        return with_bron(bron.register.get_zaak(identificatie, voor=voor), bron)


def with_bron(zaak: Zaak, bron: Bron) -> Zaak:
    """The zaak, which says where it stands when there are two registers."""
    return replace(zaak, bron=bron.naam) if len(list_bronnen()) > 1 else zaak


def list_handled_here(identificaties: Collection[str]) -> frozenset[str]:
    """Those of these numbers whose zaak stands in the built-in register."""
    return frozenset().union(
        *(
            bron.register.list_known(identificaties)
            for bron in list_bronnen()
            if isinstance(bron.register, Herkennend)
        )
    )


def list_answering(identificaties: Collection[str], *, stil: Iterable[Stilte]) -> frozenset[str]:
    """Those of these numbers whose zaak is sure to stand in a register that is not silent."""
    silent = {each.bron for each in stil}
    knows = [bron.naam for bron in list_bronnen() if isinstance(bron.register, Herkennend)]
    return list_handled_here(identificaties) if silent.isdisjoint(knows) else frozenset()


def has_documenten(identificatie: str = "") -> bool:
    """True when the register of this zaak, or that of new ones, takes documents and shows them."""
    backend = get_backend_of(identificatie) if identificatie else get_backend()
    return isinstance(backend, Documenterend)


def list_documenten(identificatie: str, *, voor: Identificerend) -> tuple[Document, ...]:
    """The documents that this person may see, oldest first. Ask `has_documenten` first.

    Errors: `ZaakNotFound`.
    """
    return documenting(identificatie).list_documenten(identificatie, voor=voor)


def open_document(identificatie: str, id: str, *, voor: Identificerend) -> tuple[Document, Iterator[bytes]]:
    """One of `list_documenten` and its bytes. Errors: `ZaakNotFound`, `DocumentNotFound`."""
    return documenting(identificatie).open_document(identificatie, id, voor=voor)


def has_besluiten(identificatie: str = "") -> bool:
    """True when the register of this zaak, or that of new ones, tells besluiten."""
    backend = get_backend_of(identificatie) if identificatie else get_backend()
    return isinstance(backend, Besluitend)


def list_besluiten(identificatie: str, *, voor: Identificerend) -> tuple[Besluit, ...]:
    """The besluiten that were made known, oldest first. Ask `has_besluiten` first. Errors: `ZaakNotFound`."""
    backend = get_backend_of(identificatie)
    if not isinstance(backend, Besluitend):
        raise RegisterMisconfigured("Dit zaakregister geeft geen besluiten.")
    return backend.list_besluiten(identificatie, voor=voor, op=klok.today())


def list_aandachtspunten(*, voor: Identificerend) -> tuple[Aandachtspunt, ...]:
    """What asks something of this person, over all their zaken; nothing for a register that cannot tell.

    So nobody may say "er is niets te doen" because of it.
    """
    able = [bron.register for bron in list_bronnen() if isinstance(bron.register, Attenderend)]
    points = (point for each in able for point in each.list_aandachtspunten(voor=voor, op=klok.today()))
    return tuple(sorted(points, key=lambda point: (point.uiterlijk, point.identificatie)))


def check_register() -> None:
    """Nothing when every register answers (for /readyz). Errors: `RegisterError`."""
    for bron in list_bronnen():
        with hear(bron.naam):
            bron.register.check()


def documenting(identificatie: str) -> Documenterend:
    """The register of this zaak, as one with documents. Errors: `RegisterMisconfigured`."""
    backend = get_backend_of(identificatie)
    if not isinstance(backend, Documenterend):
        raise RegisterMisconfigured("Dit zaakregister neemt geen documenten aan.")
    return backend
