"""Opening a zaak, and handing documents to it."""

from dataclasses import replace
from datetime import datetime

from eloket.outbox.services import publish
from eloket.zaken.backends import get_backend, get_backend_of
from eloket.zaken.backends.base import (
    OMSCHRIJVING_LENGTE,
    NieuwDocument,
    NieuweZaak,
    Opbouwend,
    RegisterMisconfigured,
    Zaak,
    ZaakBackend,
)
from eloket.zaken.models import UitgegevenNummer
from eloket.zaken.services.geheugen import renew
from eloket.zaken.services.ingekomen import is_about_elsewhere, note_ingekomen
from eloket.zaken.services.lezen import documenting
from eloket.zaken.services.nieuws import follow_zaak
from eloket.zaken.services.transactie import one_transaction
from eloket.zaken.services.voortgang import Onthouden
from eloket.zaken.termijnen import day_of


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
    with one_transaction():
        zaak = get_backend().create_zaak(_tidy(nieuw), now=now)
        note_ingekomen(nieuw, now=now)
        renew(voor=nieuw.belanghebbende, identificatie=zaak.identificatie)
        _announce(zaak, now=now)
    return zaak


def opens_in_steps() -> bool:
    """True when a zaak is complete only after its documents: `begin_zaak`, and later `complete_zaak`."""
    return isinstance(get_backend(), Opbouwend)


def begin_zaak(nieuw: NieuweZaak, *, now: datetime) -> Zaak:
    """As `create_zaak`, without a first status. Ask `opens_in_steps` first.

    Each step is kept as it is done: a second call does only what is missing. Errors: `ZaakRejected`.
    """
    voortgang = Onthouden(nieuw.identificatie, now=now)
    zaak = _opbouwend(get_backend()).begin_zaak(_tidy(nieuw), voortgang=voortgang, now=now)
    note_ingekomen(nieuw, now=now)
    renew(voor=nieuw.belanghebbende, identificatie=zaak.identificatie)
    _announce(zaak, now=now)
    return zaak


def complete_zaak(identificatie: str, *, now: datetime) -> None:
    """After `begin_zaak`: the first status. A second call changes nothing. Errors: `ZaakNotFound`."""
    voortgang = Onthouden(identificatie, now=now)
    _opbouwend(get_backend_of(identificatie)).complete_zaak(identificatie, voortgang=voortgang, now=now)
    voortgang.forget()
    renew(identificatie=identificatie)


def add_document(identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
    """Add a document to a zaak; idempotent on its id. Ask `has_documenten` first.

    Errors: `ZaakNotFound`, `ZaakRejected`.
    """
    documenting(identificatie).add_document(identificatie, nieuw, now=now)
    renew(identificatie=identificatie)


def _announce(zaak: Zaak, *, now: datetime) -> None:
    publish("zaak.geopend", zaak.identificatie, now=now)
    follow_zaak(zaak.identificatie, now=now)


def _opbouwend(register: ZaakBackend) -> Opbouwend:
    if not isinstance(register, Opbouwend):
        raise RegisterMisconfigured("dit zaakregister opent een zaak in één keer")
    return register


def _tidy(nieuw: NieuweZaak) -> NieuweZaak:
    """As the register can hold it: it cannot point at a zaak of another register."""
    relatie = None if is_about_elsewhere(nieuw) else nieuw.relatie
    return replace(nieuw, omschrijving=_shorten(nieuw.omschrijving), relatie=relatie)


def _shorten(omschrijving: str) -> str:
    if len(omschrijving) <= OMSCHRIJVING_LENGTE:
        return omschrijving
    return omschrijving[: OMSCHRIJVING_LENGTE - 1].rstrip() + "…"
