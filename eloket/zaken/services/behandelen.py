"""For employees: only where zaken are handled in eloket itself."""

from collections.abc import Iterator
from datetime import date, datetime

from eloket.outbox.services import publish
from eloket.zaken.backends import get_backend_of, list_bronnen
from eloket.zaken.backends.base import (
    ALLES,
    Archiefuitkomst,
    Behandelend,
    Bereik,
    Controlerend,
    Document,
    Dossier,
    NieuweStatus,
    RegisterMisconfigured,
    Zaak,
)
from eloket.zaken.services.transactie import one_transaction
from eloket.zaken.services.vertellen import tell


def handles_zaken(identificatie: str = "") -> bool:
    """True when zaken are handled in eloket and not in another system: this one, or any at all."""
    if identificatie:
        return isinstance(get_backend_of(identificatie), Behandelend)
    return any(isinstance(bron.register, Behandelend) for bron in list_bronnen())


def list_zaaktypenamen(*, bereik: Bereik = ALLES) -> list[tuple[str, str]]:
    """The zaaktypen to filter the werkvoorraad by: identificatie and name."""
    return handling().list_zaaktypenamen(bereik=bereik)


def list_statusnamen(*, bereik: Bereik = ALLES) -> list[str]:
    """The names of statustypen, to filter the werkvoorraad by."""
    return handling().list_statusnamen(bereik=bereik)


def get_dossier(identificatie: str) -> Dossier:
    """The zaak for an employee. Errors: `ZaakNotFound`."""
    return handling().get_dossier(identificatie)


def open_dossierstuk(identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
    """A document of this zaak and its bytes, for an employee. Errors: `DocumentNotFound`."""
    return handling().open_dossierstuk(identificatie, id)


def list_archiefuitkomsten(identificatie: str, *, op: date) -> tuple[Archiefuitkomst, ...]:
    """What closing the zaak on that day would mean for the archive, for each resultaat.

    Errors: `ZaakNotFound`.
    """
    return handling().list_archiefuitkomsten(identificatie, op=op)


def set_status(
    identificatie: str,
    *,
    statustype_volgnummer: int,
    toelichting: str,
    resultaat: str = "",
    door: str,
    huidig: str = "",
    now: datetime,
) -> Zaak:
    """Set a status and tell the resident, in one transaction. Publishes `zaak.status_gezet`.

    `toelichting` is read by the resident; `resultaat` names a resultaattype and is asked for the eindstatus;
    `door` is the employee's name; `huidig` is the id of the status that the screen showed.
    Errors: `ZaakNotFound`, `StatusChanged`, `ZaakRejected`.
    """
    nieuw = NieuweStatus(
        volgnummer=statustype_volgnummer,
        gezet_op=now,
        toelichting=toelichting,
        resultaat=resultaat,
        door=door,
        huidig=huidig,
    )
    with one_transaction(identificatie):
        zaak = handling().set_status(identificatie, nieuw, now=now)
        if zaak.status is not None:
            publish("zaak.status_gezet", zaak.identificatie, now=now, key=zaak.status.id)
            if zaak.status.statustype.informeren:  # else nobody is told of this step
                nieuws = "zaak_gesloten" if zaak.status.statustype.is_eind else "zaak_status"
                tell(zaak, nieuws, key=zaak.status.id, now=now)
    return zaak


def can_check() -> bool:
    """Whether this register remembers that an employee looked into who somebody says to be."""
    return any(isinstance(bron.register, Controlerend) for bron in list_bronnen())


def set_controle(identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
    """Note that this employee looked into who the aanvrager says to be. Ask `can_check` first.

    The first note stands. Errors: `ZaakNotFound`.
    """
    backend = get_backend_of(identificatie)
    if not isinstance(backend, Controlerend):
        raise RegisterMisconfigured("Dit zaakregister onthoudt niet wie gecontroleerd is.")
    backend.set_controle(identificatie, klopt=klopt, door=door, now=now)


def handling() -> Behandelend:
    """The register whose zaken are handled here. Errors: `RegisterMisconfigured`."""
    for bron in list_bronnen():
        if isinstance(bron.register, Behandelend):
            return bron.register
    raise RegisterMisconfigured("Zaken worden niet in het e-loket behandeld, maar in een ander systeem.")
