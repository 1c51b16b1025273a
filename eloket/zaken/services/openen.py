"""Opening a zaak, and handing documents to it."""

from dataclasses import replace
from datetime import datetime

from eloket.outbox.services import publish
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import OMSCHRIJVING_LENGTE, NieuwDocument, NieuweZaak, Zaak
from eloket.zaken.models import UitgegevenNummer
from eloket.zaken.services.lezen import documenting
from eloket.zaken.services.transactie import one_transaction
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
        zaak = get_backend().create_zaak(replace(nieuw, omschrijving=_shorten(nieuw.omschrijving)), now=now)
        publish("zaak.geopend", zaak.identificatie, now=now)
    return zaak


def add_document(identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
    """Add a document to a zaak; idempotent on its id. Ask `has_documenten` first.

    Errors: `ZaakNotFound`, `ZaakRejected`.
    """
    documenting().add_document(identificatie, nieuw, now=now)


def _shorten(omschrijving: str) -> str:
    if len(omschrijving) <= OMSCHRIJVING_LENGTE:
        return omschrijving
    return omschrijving[: OMSCHRIJVING_LENGTE - 1].rstrip() + "…"
