"""Who moved out of the zone has no right to a vergunning of that zone any more.

The worker looks where a holder lives: when a verhuizing of theirs was handled, and once in a while for who
told nobody. Only what is certain ends a product; whoever is ended hears why, and that a person will look.
"""

from datetime import datetime, timedelta

import structlog
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.lib.partij import Identificerend, zoeksleutels
from eloket.outbox.services import NeedsPerson, TryLater, enqueue
from eloket.personen.services import (
    BronAbsent,
    BronMisconfigured,
    BronUnavailable,
    PersonenbronError,
    list_bronnen,
)
from eloket.uitgifte.beslisregels.adres import AdresInZone
from eloket.uitgifte.models import Productsoort, UitgegevenProduct
from eloket.uitgifte.services.gegevens import REGEL, Door, ProductChanged
from eloket.uitgifte.services.keuren import is_of_adres
from eloket.uitgifte.services.wijzigen import withdraw_product
from eloket.uitgifte.services.woonplek import Woonplek, ask_woonplek

log = structlog.get_logger()
HANDLER = "uitgifte.check_adres"
OM_DE = timedelta(days=30)
RONDE = 500


def check_adres(product_id: str, *, now: datetime) -> None:
    """End this product when its holder lives out of its zone; nothing when that is not certain.

    Errors: `TryLater` and `NeedsPerson`, when the source does not answer.
    """
    row = UitgegevenProduct.objects.alive(now).select_related("soort").filter(pk=product_id).first()
    if row is None or not is_of_adres(row.soort):
        return
    try:
        found = ask_woonplek(row, doel=_tell_doel(row), now=now)
    except (BronUnavailable, BronAbsent) as error:
        raise TryLater(str(error)) from error
    except BronMisconfigured as error:
        raise NeedsPerson(str(error)) from error
    except PersonenbronError as error:  # refused, or nobody there: that is not moved
        log.info("woonplek_onbekend", product=product_id, soort=type(error).__name__)
        return
    if found == Woonplek.ELDERS:
        _end(row, now=now)


def plan_checks(*, now: datetime, maximum: int = RONDE) -> int:
    """Put the holders on the list of whom nobody looked in a month where they live; how many."""
    if not list_bronnen():
        return 0
    of_adres = [soort.pk for soort in Productsoort.objects.all() if is_of_adres(soort)]
    unseen = Q(adres_gezien=None, uitgegeven__lt=now - OM_DE) | Q(adres_gezien__lt=now - OM_DE)
    rows = UitgegevenProduct.objects.alive(now).filter(unseen, soort__in=of_adres).exclude(adres_sleutel="")
    chosen = list(rows.order_by("adres_gezien", "pk").values_list("pk", flat=True)[:maximum])
    for pk in chosen:
        _plan(str(pk), now=now)
    return len(chosen)


def is_verhuizing(formulier: str) -> bool:
    """Do people tell with this form that they moved?"""
    return bool(formulier) and Productsoort.objects.filter(verhuisformulier=formulier).exists()


def hear_verhuizing(formulier: str, *, wie: Identificerend, now: datetime) -> int:
    """Somebody's verhuizing, sent with this form, was handled: look at what they hold; of how many."""
    if not formulier:
        return 0
    rows = UitgegevenProduct.objects.alive(now).filter(soort__verhuisformulier=formulier)
    rows = rows.filter(houder_sleutel__in=zoeksleutels(wie))
    chosen = list(rows.order_by("pk").values_list("pk", flat=True))
    for pk in chosen:
        _plan(str(pk), now=now)
    return len(chosen)


def _plan(pk: str, *, now: datetime) -> None:
    UitgegevenProduct.objects.filter(pk=pk).update(adres_gezien=now)
    enqueue(handler=HANDLER, ids={"product": pk}, key=f"{HANDLER}:{pk}:{now.isoformat()}", now=now)


def _end(row: UitgegevenProduct, *, now: datetime) -> None:
    try:
        withdraw_product(str(row.pk), door=_door(), reden=_tell_reden(row), now=now)
    except ProductChanged:  # renewed or ended at this very moment; the next look sees what there is then
        log.info("niet_beeindigd", product=str(row.pk))


def _door() -> Door:
    return Door(REGEL.als, AdresInZone.naam)


def _tell_doel(row: UitgegevenProduct) -> str:
    with override("nl"):
        return _("Nakijken of uw %(naam)s nog geldt") % {"naam": row.soort.naam}


def _tell_reden(row: UitgegevenProduct) -> str:
    """In Dutch, as an employee writes one; with the article that the redacteur gave."""
    artikelen = [each.artikel for each in row.soort.regels if each.regel.naam == AdresInZone.naam]
    with override("nl"):
        words = _(
            "U staat niet meer ingeschreven op een adres in zone %(zone)s. "
            "Alleen wie daar woont, mag dit hebben."
        ) % {"zone": row.gebied}
    return f"{words} ({artikelen[0]})" if artikelen and artikelen[0] else words
