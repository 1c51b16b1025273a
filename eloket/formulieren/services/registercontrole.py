"""Every night: does the zaakregister still have what our live forms name?"""

from collections.abc import Iterator
from datetime import datetime

import structlog
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from eloket.berichten.services import tell_beheerders
from eloket.formulieren.models import FormulierVersie, Registercontrole
from eloket.formulieren.services.publicatie import compare_register
from eloket.zaken.services import RegisterError

log = structlog.get_logger()

UUR = 3  # local time; registers are quiet then


def check_nightly(*, now: datetime) -> None:
    """Once a day, from three o'clock on. A register that is away is asked again at the next turn."""
    local = now.astimezone(get_default_timezone())
    last = Registercontrole.objects.aggregate(last=Max("gecontroleerd_at"))["last"]
    done = last is not None and last.astimezone(get_default_timezone()).date() >= local.date()
    if local.hour >= UUR and not done:
        check_formulieren(now=now)


def check_formulieren(*, now: datetime) -> None:
    """Compare all live forms now, and tell beheerders of what they were not told yet.

    While the register is away nothing is known: what was found before stays.
    """
    try:
        found = [(versie.formulier_id, compare_register(versie.definitie)) for versie in _list_live()]
    except RegisterError as error:
        log.warning("registercontrole_later", error=type(error).__name__)
        return
    with transaction.atomic():
        new = [formulier_id for formulier_id, gebreken in found if _record(formulier_id, gebreken, now=now)]
        if new:
            link, key = reverse("formulierrapport:zaakregister"), f"beheer_register:{now:%Y-%m-%d}"
            tell_beheerders(sjabloon="beheer_register", link=link, key=key, now=now)


def _list_live() -> Iterator[FormulierVersie]:
    """What newcomers get, of each form on the site."""
    newest = (
        FormulierVersie.objects.filter(formulier__live=True)
        .values("formulier_id")
        .annotate(newest=Max("nummer"))
        .order_by("formulier_id")
    )
    for row in newest:
        yield FormulierVersie.objects.get(formulier_id=row["formulier_id"], nummer=row["newest"])


def _record(formulier_id: int, gebreken: list[str], *, now: datetime) -> bool:
    """Keep what was found; True when there is something that was not there last time."""
    before = (
        Registercontrole.objects.filter(formulier_id=formulier_id).values_list("gebreken", flat=True).first()
    )
    Registercontrole.objects.update_or_create(
        formulier_id=formulier_id, defaults={"gebreken": gebreken, "gecontroleerd_at": now}
    )
    return bool(set(gebreken) - set(before or []))
