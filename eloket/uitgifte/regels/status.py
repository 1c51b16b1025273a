"""The states of an issued product, and what it is worth at a moment."""

from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Productstatus(TextChoices):
    """What was done with it."""

    CONCEPT = "concept", _("concept")
    UITGEGEVEN = "uitgegeven", _("uitgegeven")
    GESCHORST = "geschorst", _("geschorst")
    VERLOPEN = "verlopen", _("verlopen")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    VERVANGEN = "vervangen", _("vervangen")


class Stand(TextChoices):
    """What it is worth at a moment: the status, and whether its term has begun or is over."""

    CONCEPT = "concept", _("nog niet uitgegeven")
    STRAKS = "straks", _("nog niet geldig")
    GELDIG = "geldig", _("geldig")
    GESCHORST = "geschorst", _("tijdelijk niet geldig")
    VERLOPEN = "verlopen", _("verlopen")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    VERVANGEN = "vervangen", _("vervangen door een nieuwe")


LEVEND = frozenset({Productstatus.UITGEGEVEN, Productstatus.GESCHORST})
VOORBIJ = frozenset({Stand.VERLOPEN, Stand.INGETROKKEN, Stand.VERVANGEN})
VOORTGANG: dict[Productstatus, frozenset[Productstatus]] = {
    Productstatus.CONCEPT: frozenset({Productstatus.UITGEGEVEN}),
    Productstatus.UITGEGEVEN: frozenset(
        {
            Productstatus.GESCHORST,
            Productstatus.VERLOPEN,
            Productstatus.INGETROKKEN,
            Productstatus.VERVANGEN,
        }
    ),
    Productstatus.GESCHORST: frozenset(
        {
            Productstatus.UITGEGEVEN,
            Productstatus.VERLOPEN,
            Productstatus.INGETROKKEN,
            Productstatus.VERVANGEN,
        }
    ),
}


def may_become(van: str, naar: str) -> bool:
    """Is this a step that a product can make? What is over stays over."""
    return naar in VOORTGANG.get(Productstatus(van), frozenset())


def read_stand(status: str, *, vanaf: datetime, tot: datetime | None, now: datetime) -> Stand:
    """What a product is worth `now`. Its end counts by the clock, also before anybody wrote it down."""
    if status in LEVEND and tot is not None and now >= tot:
        return Stand.VERLOPEN
    if status == Productstatus.UITGEGEVEN:
        return Stand.GELDIG if now >= vanaf else Stand.STRAKS
    return Stand(status)
