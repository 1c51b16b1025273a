"""The first status, which comes last: it tells the world that the zaak is complete."""

from datetime import UTC, datetime

from eloket.zaken.backends.base import RegisterMisconfigured
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding


def set_first_status(verbinding: Verbinding, catalogus: Catalogus, zaak: Json, *, now: datetime) -> str:
    """Its URL; "" when somebody set one at the same moment. Errors: `RegisterMisconfigured`."""
    rows = catalogus.list_delen("statustypen", zaak["zaaktype"])
    if not rows:
        raise RegisterMisconfigured("het zaaktype heeft geen statustypen")
    content = {"zaak": zaak["url"], "statustype": rows[0]["url"], "statustoelichting": ""}
    url = verbinding.url("zaken", "statussen")
    try:
        return str(verbinding.post(url, {**content, "datumStatusGezet": _stamp(now)})["url"])
    except Afgekeurd as error:
        if error.has("unique"):
            return ""
        if not error.has("date-in-future"):
            raise
    moment = _their_time(verbinding, zaak["url"], now)  # its clock is behind ours
    return str(verbinding.post(url, {**content, "datumStatusGezet": _stamp(moment)})["url"])


def _their_time(verbinding: Verbinding, url: str, now: datetime) -> datetime:
    """What the register thinks that it is; never later than we think."""
    theirs = verbinding.ask("GET", url).tijd
    return min(now, theirs) if theirs else now


def _stamp(moment: datetime) -> str:
    """In UTC: a moment without a zone is the server's own time."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
