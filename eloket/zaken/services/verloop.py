"""What a behandelaar does besides the status: the clock, besluiten, notes.

Only where zaken are handled in eloket itself; the caller has checked that this employee may. Every call may
raise `ZaakNotFound` and `ZaakRejected`, which says why.
"""

from datetime import date, datetime

from eloket.outbox.services import publish
from eloket.zaken.backends.base import (
    Besluit,
    NieuwBesluit,
    NieuwDocument,
    NieuweNotitie,
    NieuweOpschorting,
    NieuweVerlenging,
    Zaak,
)
from eloket.zaken.services.behandelen import handling
from eloket.zaken.services.lezen import documenting
from eloket.zaken.services.transactie import one_transaction
from eloket.zaken.services.vertellen import tell


def suspend_zaak(identificatie: str, nieuw: NieuweOpschorting, *, now: datetime) -> Zaak:
    """Stop the clock and tell the resident. Publishes `zaak.opgeschort`."""
    with one_transaction(identificatie):
        zaak = handling().suspend_zaak(identificatie, nieuw, now=now)
        publish("zaak.opgeschort", identificatie, now=now, key=nieuw.van.isoformat())
        tell(zaak, "zaak_opgeschort", key=f"{identificatie}:{nieuw.van}", now=now)
    return zaak


def resume_zaak(identificatie: str, *, tot: date, now: datetime) -> Zaak:
    """Let the clock go on from `tot`, the first day that counts again.

    Tells the resident. Publishes `zaak.hervat`.
    """
    with one_transaction(identificatie):
        zaak = handling().resume_zaak(identificatie, tot=tot, now=now)
        publish("zaak.hervat", identificatie, now=now, key=tot.isoformat())
        tell(zaak, "zaak_hervat", key=f"{identificatie}:{tot}", now=now)
    return zaak


def extend_zaak(identificatie: str, nieuw: NieuweVerlenging, *, now: datetime) -> Zaak:
    """Take more time, once, and tell the resident. Publishes `zaak.verlengd`."""
    with one_transaction(identificatie):
        zaak = handling().extend_zaak(identificatie, nieuw, now=now)
        publish("zaak.verlengd", identificatie, now=now)
        tell(zaak, "zaak_verlengd", key=identificatie, now=now)
    return zaak


def request_zienswijze(identificatie: str, *, tot: date, now: datetime) -> Zaak:
    """Ask the resident what they think, up to and including `tot`. Publishes `zaak.zienswijze_gevraagd`."""
    with one_transaction(identificatie):
        zaak = handling().request_zienswijze(identificatie, tot=tot, now=now)
        publish("zaak.zienswijze_gevraagd", identificatie, now=now, key=tot.isoformat())
        tell(zaak, "zaak_zienswijze", key=f"{identificatie}:{tot}", uiterlijk=tot, now=now)
    return zaak


def take_besluit(
    identificatie: str, nieuw: NieuwBesluit, *, brief: NieuwDocument | None = None, now: datetime
) -> Besluit:
    """Record a besluit, with its letter when that is not there yet; idempotent on its own identificatie.

    The resident sees the letter when the besluit is made known. Publishes `zaak.besluit_vastgelegd`, and
    `zaak.besluit_bekend` when it has a verzenddatum.
    """
    with one_transaction(identificatie):
        if brief is not None:
            documenting(identificatie).add_document(identificatie, brief, now=now)
        besluit = handling().take_besluit(identificatie, nieuw, now=now)
        publish("zaak.besluit_vastgelegd", identificatie, now=now, key=besluit.identificatie)
        if besluit.verzenddatum is not None:
            _make_known(identificatie, besluit, now=now)
    return besluit


def announce_besluit(identificatie: str, besluit: str, *, verzenddatum: date, now: datetime) -> Besluit:
    """Record the bekendmaking, which starts the term for bezwaar. Publishes `zaak.besluit_bekend`."""
    with one_transaction(identificatie):
        made_known = handling().announce_besluit(identificatie, besluit, verzenddatum=verzenddatum, now=now)
        _make_known(identificatie, made_known, now=now)
    return made_known


def add_notitie(identificatie: str, nieuw: NieuweNotitie, *, now: datetime) -> None:
    """Write a note that no resident ever sees."""
    handling().add_notitie(identificatie, nieuw, now=now)


def _make_known(identificatie: str, besluit: Besluit, *, now: datetime) -> None:
    publish("zaak.besluit_bekend", identificatie, now=now, key=besluit.identificatie)
    zaak = handling().get_dossier(identificatie).zaak
    tell(zaak, "zaak_besluit", key=besluit.identificatie, uiterlijk=besluit.uiterlijke_reactiedatum, now=now)
