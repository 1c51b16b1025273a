"""An aanvraag that leads to a product: what uitgifte must know of it, and deciding at once."""

from datetime import datetime, timedelta

import structlog
from django.utils import translation

from eloket.formulieren.definitie import Veld
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.formulieren.velden.basis import get_veldtype, holds_bsn
from eloket.uitgifte.services import Antwoord, Productverzoek, decide, open_verzoek, release_verzoek
from eloket.zaken.services import registers_in_transaction

log = structlog.get_logger()

# As long the worker leaves it to the request that sent it; a request that died is finished after that.
VOORRANG = timedelta(seconds=15)


def open_uitgifte(aanvraag: Aanvraag, *, mens_gevraagd: bool, now: datetime) -> None:
    """In the transaction that sends it: keep what is asked. Nothing for a form that leads to no product."""
    if aanvraag.waarvoor:
        return
    aanvrager = read_aanvrager(aanvraag)
    with translation.override(aanvraag.taal):
        antwoorden = _list_antwoorden(aanvraag)
    verzoek = Productverzoek(
        aanvraag=str(aanvraag.pk),
        formulier=aanvraag.versie.definitie.slug,
        antwoorden=antwoorden,
        aanvrager=aanvrager.belanghebbende,
        naam=aanvrager.naam,
        op=aanvraag.dag_van_ontvangst,
        email=aanvraag.email,
        niveau=aanvraag.niveau,
        taal=aanvraag.taal,
        is_zeker=not aanvrager.te_controleren,
        mens_gevraagd=mens_gevraagd,
    )
    open_verzoek(verzoek, now=now)


def release_uitgifte(aanvraag: Aanvraag, *, now: datetime) -> None:
    """In the transaction that notes its zaak: it can be decided."""
    not_before = now + VOORRANG if registers_in_transaction() else None
    release_verzoek(str(aanvraag.pk), zaak=aanvraag.zaak_id, now=now, not_before=not_before)


def decide_now(aanvraag: Aanvraag, *, now: datetime) -> None:
    """After the aanvraag was sent: decide while somebody waits. What fails here, the worker does again."""
    try:
        decide(str(aanvraag.pk), now=now)
    except Exception as error:  # the aanvraag stands; its text may hold answers
        log.error("meteen_beslissen_mislukt", aanvraag=str(aanvraag.pk), error=type(error).__name__)


def _list_antwoorden(aanvraag: Aanvraag) -> dict[str, Antwoord]:
    """Every answer but a BSN, also in words of one line."""
    answered = {veld.sleutel: veld for veld in aanvraag.versie.definitie.velden if not holds_bsn(veld)}
    return {
        sleutel: Antwoord(value, _words(answered[sleutel], value))
        for sleutel, value in aanvraag.antwoorden.items()
        if sleutel in answered
    }


def _words(veld: Veld, value: object) -> str:
    kind = get_veldtype(veld.soort)
    return kind.show(value, veld) if kind.has_opties else kind.to_eigenschap(value, veld)
