"""All that happened to a zaak, for colleagues: what the register kept, and who looked."""

from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone

from eloket.zaken.backends.base import Gebeurtenis
from eloket.zaken.models import Raadpleging
from eloket.zaken.services.behandelen import handling
from eloket.zaken.services.rollen import names_of

#: Of those who looked the last ones; the report for the beheerder has all.
GETOOND = 50


def list_geschiedenis(identificatie: str) -> tuple[Gebeurtenis, ...]:
    """The last first. Errors: `ZaakNotFound`."""
    found = [*handling().list_geschiedenis(identificatie), *_looks(identificatie)]
    return tuple(sorted(found, key=lambda each: _moment(each.op), reverse=True))


def _looks(identificatie: str) -> list[Gebeurtenis]:
    rows = list(Raadpleging.objects.filter(identificatie=identificatie).order_by("-op", "-pk")[:GETOOND])
    names = names_of(row.door for row in rows)
    return [Gebeurtenis(row.op, "raadpleging", row.get_doel_display(), "", names[row.door]) for row in rows]


def _moment(op: date | datetime) -> datetime:
    """Of what has only a day, its beginning."""
    return op if isinstance(op, datetime) else datetime.combine(op, time(), get_default_timezone())
