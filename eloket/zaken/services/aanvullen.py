"""Asking the aanvrager for what is missing (Awb 4:5, 4:15), the answer, and a last day that passes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog

from eloket.lib.partij import Identificerend
from eloket.outbox.services import publish
from eloket.zaken.backends import get_backend_of, list_bronnen
from eloket.zaken.backends.base import (
    Aanvullend,
    NieuwAntwoord,
    NieuwDocument,
    NieuwVerzoek,
    RegisterMisconfigured,
    Verzoek,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.services.behandelen import handling
from eloket.zaken.services.geheugen import renew
from eloket.zaken.services.transactie import one_transaction
from eloket.zaken.services.verloop import resume_zaak
from eloket.zaken.services.vertellen import tell
from eloket.zaken.termijnen import compute_buiten_behandeling, day_of

logger = structlog.get_logger(__name__)
PER_TURN = 200  # zaken whose clock goes on in one go; the next turn does the rest


def has_verzoeken() -> bool:
    """True when a register asks a resident for what is missing, and takes the answer."""
    return any(isinstance(bron.register, Aanvullend) for bron in list_bronnen())


def request_aanvulling(identificatie: str, nieuw: NieuwVerzoek, *, now: datetime) -> Verzoek:
    """Ask the aanvrager for more; the clock stands still from tomorrow. Idempotent on the id of the verzoek.

    Tells the resident. Publishes `zaak.aanvulling_gevraagd` and `zaak.opgeschort`. Errors: `ZaakNotFound`;
    `ZaakRejected`, which says why (see the port).
    """
    with one_transaction(identificatie):
        verzoek = handling().request_aanvulling(identificatie, nieuw, now=now)
        publish("zaak.aanvulling_gevraagd", identificatie, now=now, key=verzoek.id)
        first = verzoek.gevraagd_op + timedelta(days=1)
        publish("zaak.opgeschort", identificatie, now=now, key=first.isoformat())
        zaak = handling().get_dossier(identificatie).zaak
        tell(zaak, "zaak_aanvulling", key=verzoek.id, uiterlijk=verzoek.hersteltermijn, now=now)
    return verzoek


def answer_aanvulling(
    identificatie: str,
    verzoek_id: str,
    tekst: str,
    documenten: Sequence[NieuwDocument],
    *,
    voor: Identificerend,
    now: datetime,
) -> Verzoek:
    """The aanvrager answers with words, documents or both; the clock goes on from today.

    The same answer again (same words, same ids of documents) changes nothing. The documents get the kind that
    was asked for when they name none, and the resident sees them. An answer after the last day is taken as
    long as the zaak is open. Publishes `zaak.aanvulling_ontvangen`, and `zaak.hervat` when the clock stood
    still. Errors: `ZaakNotFound`, also for another's zaak or an unknown verzoek; `AlBeantwoord` when there is
    another answer already; `ZaakRejected` for a closed zaak, an empty answer or one that is too long.
    """
    backend = asking(identificatie)
    antwoord = NieuwAntwoord(tekst, tuple(documenten))
    with one_transaction(identificatie):
        stood_still = get_backend_of(identificatie).get_zaak(identificatie, voor=voor).is_opgeschort
        verzoek = backend.answer_aanvulling(identificatie, verzoek_id, antwoord, voor=voor, now=now)
        publish("zaak.aanvulling_ontvangen", identificatie, now=now, key=verzoek.id)
        if stood_still:
            publish("zaak.hervat", identificatie, now=now, key=day_of(now).isoformat())
    renew(identificatie=identificatie)
    return verzoek


def list_verzoeken(identificatie: str, *, voor: Identificerend) -> tuple[Verzoek, ...]:
    """What the gemeente asked in this person's zaak, oldest first. Ask `has_verzoeken` first.

    Errors: `ZaakNotFound`.
    """
    return asking(identificatie).list_verzoeken(identificatie, voor=voor)


def set_verzoek_gezien(identificatie: str, verzoek_id: str, *, door: str, now: datetime) -> None:
    """Note that this employee looked at the answer, or at there being none. Errors: `ZaakNotFound`."""
    handling().set_verzoek_gezien(identificatie, verzoek_id, door=door, now=now)


def resume_verstreken(*, now: datetime) -> int:
    """Let the clock go on where the last day to answer has passed. Publishes `zaak.hervat` for each.

    Returns how many zaken.
    """
    able = [bron.register for bron in list_bronnen() if isinstance(bron.register, Aanvullend)]
    done = 0
    waiting = [each for one in able for each in one.list_verstreken(op=day_of(now), limit=PER_TURN)]
    for identificatie in waiting:
        try:
            resume_zaak(identificatie, tot=day_of(now), now=now)
        except (ZaakRejected, ZaakNotFound) as error:  # somebody else was first
            logger.info("zaak_not_resumed", zaak=identificatie, reason=str(error))
        else:
            done += 1
    return done


def last_day_buiten_behandeling(verzoek: Verzoek, *, vandaag: date) -> date | None:
    """Up to when the gemeente may still say that it does not treat the aanvraag (Awb 4:5 lid 4).

    Four weeks after the answer, or after the last day to answer; None as long as neither is there.
    """
    if verzoek.beantwoord_op is not None:
        return compute_buiten_behandeling(day_of(verzoek.beantwoord_op)).einddatum
    if verzoek.is_verstreken(vandaag):
        return compute_buiten_behandeling(verzoek.hersteltermijn).einddatum
    return None


def asking(identificatie: str) -> Aanvullend:
    """The register of this zaak, as one that asks for what is missing. Errors: `RegisterMisconfigured`."""
    backend = get_backend_of(identificatie)
    if not isinstance(backend, Aanvullend):
        raise RegisterMisconfigured("Dit zaakregister vraagt een inwoner niet om een aanvulling.")
    return backend
