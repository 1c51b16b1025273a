"""What the register does by itself."""

from datetime import datetime

import structlog

from eloket.lib.periodiek import elke
from eloket.outbox.services import NeedsPerson, TryLater, handler, on
from eloket.zaken import services
from eloket.zaken.services.geopend import NOTE_GEOPEND, tell_geopend
from eloket.zaken.services.navragen import poll_nieuws
from eloket.zaken.services.nieuws import LOOK_UP, look_up

logger = structlog.get_logger(__name__)


@elke(name="zaken.hervat_verstreken", minutes=60)
def hervat_verstreken(*, now: datetime) -> None:
    """Let the clock go on once the last day to answer has passed."""
    services.resume_verstreken(now=now)


@elke(name="zaken.purge_raadplegingen", minutes=24 * 60)
def purge_raadplegingen(*, now: datetime) -> None:
    services.purge_raadplegingen(now=now)


@elke(name="zaken.purge_vernieuwd", minutes=60)
def purge_vernieuwd(*, now: datetime) -> None:
    services.purge_vernieuwd(now=now)


@elke(name="zaken.forget_aanwezigen", minutes=5)
def forget_aanwezigen(*, now: datetime) -> None:
    services.forget_aanwezigen(now=now)


@on("storing.bevestigd", name="zaken.extend_terms")
def extend_terms(ids: dict[str, str], *, now: datetime) -> None:
    """Who could not send something in time gets more of it."""
    services.extend_terms(int(ids["id"]))


@handler(LOOK_UP)
def look_up_melding(ids: dict[str, str], *, now: datetime) -> None:
    """What a register elsewhere told us of, as it stands there now."""
    try:
        look_up(services.Meldingsoort(ids["soort"]), ids["id"], now=now)
    except services.RegisterUnavailable as error:
        raise TryLater(str(error)) from error
    except services.RegisterError as error:
        raise NeedsPerson(str(error)) from error


@handler(NOTE_GEOPEND)
def note_geopend(ids: dict[str, str], *, now: datetime) -> None:
    """Somebody opened their zaak in Mijn zaken. A register that is out misses it: it is no use later."""
    try:
        tell_geopend(ids["zaak"], moment=datetime.fromisoformat(ids["moment"]))
    except services.RegisterError as error:
        logger.info("zaak_geopend_niet_gemeld", reason=str(error))


@elke(name="zaken.poll_nieuws", minutes=5)
def ask_nieuws(*, now: datetime) -> None:
    """What a register elsewhere did not tell us, or could not."""
    poll_nieuws(now=now)
