"""Asking after zaken by ourselves: a message may never have come. Bounded, so that no register feels it."""

import time
from datetime import datetime, timedelta

import structlog

from eloket.zaken.backends.base import (
    STANDEN_MAXIMUM,
    Meldingsoort,
    Nieuwsgevend,
    RegisterError,
    RegisterUnavailable,
)
from eloket.zaken.models import GevolgdeZaak, Nieuwsstand
from eloket.zaken.services.nieuws import get_teller, look_up, plan_look_up
from eloket.zaken.termijnen import day_of

logger = structlog.get_logger(__name__)
#: In one turn at most: so many zaken whose id is asked (a call each), and looked at in full (three each).
NAMEN, HEEL = 10, 5
#: A register that is slow is left alone for the rest of the turn.
SECONDEN = 20
#: A zaak that closed is followed so much longer: a besluit may be made known after it.
NABIJ = timedelta(days=60)


def poll_nieuws(*, now: datetime) -> None:
    """One turn. Of up to a hundred open zaken the status is compared, in one call; a few are looked at whole.

    Who was asked after longest ago comes first. What went wrong is left for the next turn.
    """
    GevolgdeZaak.objects.filter(gesloten_op__lt=day_of(now - NABIJ)).delete()
    try:
        teller = get_teller()
        if teller is not None and GevolgdeZaak.objects.exists():
            _ask(teller, now)
            Nieuwsstand.objects.update_or_create(pk=1, defaults={"gevraagd_at": now})
    except RegisterError as error:
        logger.warning("zaken_niet_nagevraagd", error=type(error).__name__, reason=str(error))


def _ask(teller: Nieuwsgevend, now: datetime) -> None:
    until = time.monotonic() + SECONDEN
    _compare(teller, now)
    for gevolgd in GevolgdeZaak.objects.nameless()[:NAMEN]:
        _require_time(until)
        _name(teller, gevolgd, now)
    for gevolgd in GevolgdeZaak.objects.to_look_up()[:HEEL]:
        _require_time(until)
        # Before it is asked, so that one which goes wrong each time does not keep the others waiting.
        GevolgdeZaak.objects.filter(pk=gevolgd.pk).update(bekeken_at=now)
        look_up(Meldingsoort.ZAAK, gevolgd.register_id, now=now)


def _require_time(until: float) -> None:
    if time.monotonic() > until:
        raise RegisterUnavailable("het register antwoordt te traag om alles na te vragen")


def _compare(teller: Nieuwsgevend, now: datetime) -> None:
    rows = list(GevolgdeZaak.objects.to_compare()[:STANDEN_MAXIMUM])
    standen = {stand.id: stand.status for stand in teller.list_standen([row.register_id for row in rows])}
    for row in rows:
        status = standen.get(row.register_id, "")
        if status and status != row.status:
            plan_look_up(Meldingsoort.ZAAK, row.register_id, kenmerk=status, now=now)
    GevolgdeZaak.objects.filter(pk__in=[row.pk for row in rows]).update(stand_at=now)


def _name(teller: Nieuwsgevend, gevolgd: GevolgdeZaak, now: datetime) -> None:
    GevolgdeZaak.objects.filter(pk=gevolgd.pk).update(stand_at=now)
    found = teller.find_zaakid(gevolgd.identificatie)
    if found is not None:
        GevolgdeZaak.objects.filter(pk=gevolgd.pk).update(register_id=found)
