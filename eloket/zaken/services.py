"""The door of the zaakregister, whichever register that is.

Every call may raise `RegisterUnavailable` or `RegisterMisconfigured`; a screen says so and never shows an
empty list instead.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import structlog
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.lib import klok
from eloket.lib.partij import Identificerend
from eloket.outbox.services import publish
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import (
    OMSCHRIJVING_LENGTE,
    Behandelend,
    Betrokkene,
    Document,
    Documenterend,
    DocumentNotFound,
    Dossier,
    Medewerker,
    NieuwDocument,
    NieuweStatus,
    NieuweZaak,
    Pagina,
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    Resultaat,
    Resultaattype,
    Status,
    StatusChanged,
    Statustype,
    Tekst,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
    Zaaktype,
)
from eloket.zaken.models import UitgegevenNummer
from eloket.zaken.regels import DEFAULT_ZAAKTYPE
from eloket.zaken.termijnen import day_of

__all__ = [
    "DEFAULT_ZAAKTYPE",
    "Betrokkene",
    "Document",
    "DocumentNotFound",
    "Dossier",
    "Medewerker",
    "NieuwDocument",
    "NieuweStatus",
    "NieuweZaak",
    "Pagina",
    "RegisterError",
    "RegisterMisconfigured",
    "RegisterUnavailable",
    "Resultaat",
    "Resultaattype",
    "Status",
    "StatusChanged",
    "Statustype",
    "Tekst",
    "Zaak",
    "ZaakNotFound",
    "ZaakRejected",
    "Zaaktype",
    "add_document",
    "check_register",
    "create_zaak",
    "find_missing",
    "get_dossier",
    "get_zaak",
    "get_zaaktype",
    "handles_zaken",
    "list_statusnamen",
    "list_werkvoorraad",
    "list_zaaktypen",
    "list_zaken",
    "mint_identificatie",
    "open_document",
    "registers_in_transaction",
    "set_status",
    "takes_documents",
]

PAGE_SIZE = 20
logger = structlog.get_logger(__name__)


def mint_identificatie(*, now: datetime) -> str:
    """A number nobody else gets: `ELK-2026-0000001`. Gaps are allowed.

    Its prefix is our own: a number in a ZGW server's own form would spoil that server's counter. It tells
    nothing and gives access to nothing: every screen asks whose zaak it is.
    """
    number = UitgegevenNummer.objects.create(minted_at=now).pk
    return f"ELK-{day_of(now).year}-{number:07d}"


def create_zaak(nieuw: NieuweZaak, *, now: datetime) -> Zaak:
    """Open a zaak; idempotent on its identificatie. Publishes `zaak.geopend`.

    An omschrijving longer than ZGW allows is cut. Errors: `ZaakRejected`.
    """
    with _one_transaction():
        zaak = get_backend().create_zaak(replace(nieuw, omschrijving=_shorten(nieuw.omschrijving)), now=now)
        publish("zaak.geopend", zaak.identificatie, now=now)
    return zaak


def takes_documents() -> bool:
    """True when files can be handed to this register."""
    return isinstance(get_backend(), Documenterend)


def add_document(identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
    """Add a document to a zaak; idempotent on its id. Ask `takes_documents` first.

    Errors: `ZaakNotFound`, `ZaakRejected`.
    """
    backend = get_backend()
    if not isinstance(backend, Documenterend):
        raise RegisterMisconfigured("Dit zaakregister neemt geen documenten aan.")
    backend.add_document(identificatie, nieuw, now=now)


def registers_in_transaction() -> bool:
    """True when `create_zaak` writes in the caller's own transaction (the built-in register)."""
    return get_backend().in_transaction


def get_zaak(identificatie: str, *, voor: Identificerend) -> Zaak:
    """This person's zaak. Errors: `ZaakNotFound`, also when it is somebody else's."""
    return get_backend().get_zaak(identificatie, voor=voor)


def list_zaken(*, voor: Identificerend, page: int = 1) -> Pagina[Zaak]:
    """This person's zaken, open ones first, then the newest."""
    return get_backend().list_zaken(voor=voor, page=page, page_size=PAGE_SIZE)


def list_zaaktypen() -> list[Zaaktype]:
    """The zaaktypen that are valid today."""
    return get_backend().list_zaaktypen(op=klok.today())


def get_zaaktype(identificatie: str) -> Zaaktype | None:
    """The version that is valid today; empty asks for the default zaaktype. None when there is none."""
    return get_backend().get_zaaktype(identificatie or DEFAULT_ZAAKTYPE, op=klok.today())


def find_missing(
    *, zaaktype: str, eigenschappen: Sequence[str], informatieobjecttypen: Sequence[str]
) -> list[str]:
    """What the register lacks for a form that names these: one Dutch sentence each, for the redacteur."""
    found = get_zaaktype(zaaktype)
    if found is None:
        return [_("Het zaaktype “%s” bestaat niet in het zaakregister, of is nu niet geldig.") % zaaktype]
    lacks = _("Het zaaktype “%(zaaktype)s” kent de eigenschap “%(naam)s” niet.")
    lacks_document = _("Het zaaktype “%(zaaktype)s” kent de soort document “%(naam)s” niet.")
    return [
        *(_name(lacks, found, naam) for naam in eigenschappen if naam not in found.eigenschappen),
        *(
            _name(lacks_document, found, naam)
            for naam in informatieobjecttypen
            if naam not in found.informatieobjecttypen
        ),
    ]


def check_register() -> None:
    """Nothing when the register answers (for /readyz). Errors: `RegisterError`."""
    get_backend().check()


# --- For employees: only where zaken are handled in eloket itself -----


def handles_zaken() -> bool:
    """True when zaken are handled in eloket and not in another system."""
    return isinstance(get_backend(), Behandelend)


def list_werkvoorraad(
    *, zoek: str = "", status: str = "", open_zaken: bool = True, page: int = 1
) -> Pagina[Zaak]:
    """Zaken to work on, oldest first; the caller has checked that this employee may see them."""
    return _handling().list_werkvoorraad(
        zoek=zoek, status=status, open_zaken=open_zaken, page=page, page_size=PAGE_SIZE
    )


def list_statusnamen() -> list[str]:
    """The names of statustypen, to filter the werkvoorraad by."""
    return _handling().list_statusnamen()


def get_dossier(identificatie: str) -> Dossier:
    """The zaak for an employee. Errors: `ZaakNotFound`."""
    return _handling().get_dossier(identificatie)


def open_document(identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
    """A document of this zaak and its bytes, for an employee. Errors: `DocumentNotFound`."""
    return _handling().open_document(identificatie, id)


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
    with _one_transaction():
        zaak = _handling().set_status(identificatie, nieuw, now=now)
        if zaak.status is not None:
            publish("zaak.status_gezet", zaak.identificatie, now=now, key=zaak.status.id)
            _tell(zaak, zaak.status, now=now)
    return zaak


@contextmanager
def _one_transaction() -> Iterator[None]:
    """What the built-in register writes and what we publish stand or fall together.

    Around another system's answer no transaction is held open.
    """
    if registers_in_transaction():
        with transaction.atomic():
            yield
    else:
        yield


def _tell(zaak: Zaak, status: Status, *, now: datetime) -> None:
    """A mail that says that there is news, not which. A wrong address stops no status."""
    if not zaak.email:
        return
    with override(zaak.taal):
        link = reverse("mijnzaken:zaak", args=[zaak.identificatie])
    try:
        send_bericht(
            sjabloon="zaak_status",
            email=zaak.email,
            gegevens={"reference": zaak.identificatie, "link": link},
            taal=zaak.taal,
            key=f"zaak_status:{status.id}",
            now=now,
        )
    except InvalidAdres:
        logger.warning("zaak_status_not_mailed", zaak=zaak.identificatie, reason="invalid address")


def _handling() -> Behandelend:
    backend = get_backend()
    if not isinstance(backend, Behandelend):
        raise RegisterMisconfigured("Zaken worden niet in het e-loket behandeld, maar in een ander systeem.")
    return backend


def _shorten(omschrijving: str) -> str:
    if len(omschrijving) <= OMSCHRIJVING_LENGTE:
        return omschrijving
    return omschrijving[: OMSCHRIJVING_LENGTE - 1].rstrip() + "…"


def _name(sentence: str, zaaktype: Zaaktype, naam: str) -> str:
    return sentence % {"zaaktype": zaaktype.omschrijving, "naam": naam}
