"""The abonnement by which a register elsewhere tells us what changes: made and looked over."""

from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from eloket.zaken.backends import list_bronnen
from eloket.zaken.backends.base import (
    Abonneerbaar,
    Abonnement,
    Bevinding,
    RegisterError,
    RegisterMisconfigured,
)
from eloket.zaken.models import Nieuwsstand

ONDERDEEL = "notificaties"
GEEN = (
    "niet ingesteld (ELOKET_ZGW_NOTIFICATIES en ELOKET_ZGW_NOTIFICATIES_GEHEIM): eloket vraagt zelf na wat er"
    " veranderde, dus een inwoner hoort het later"
)


def get_meldadres() -> str:
    """Where the register calls us, as it must be reachable from there."""
    return f"{settings.ELOKET_BASIS_URL}{reverse('zaken_meldingen')}"


def subscribe(*, anew: bool = False) -> Abonnement:
    """Make the abonnement unless it is there; `anew` makes it again, with the secret of now.

    Errors: `RegisterMisconfigured`; `ZaakRejected` when the register could not reach us.
    """
    registers = (bron.register for bron in list_bronnen())
    register = next((each for each in registers if isinstance(each, Abonneerbaar)), None)
    if register is None:
        raise RegisterMisconfigured("eloket gebruikt zijn eigen zaakregister (ELOKET_ZAKEN)")
    if not register.can_subscribe():
        raise RegisterMisconfigured(
            "zet eerst ELOKET_ZGW_NOTIFICATIES (het adres van de Notificaties API) en"
            " ELOKET_ZGW_NOTIFICATIES_GEHEIM (24 tekens of meer, die u zelf bedenkt)"
        )
    return register.subscribe(get_meldadres(), anew=anew)


def inspect_abonnement(register: Abonneerbaar) -> Bevinding:
    """Whether changes reach us, and what to do when they do not."""
    stand = _get_stand()
    if not register.can_subscribe():
        return Bevinding(ONDERDEEL, None, f"{GEEN}; {_write('nagevraagd', stand.gevraagd_at)}")
    adres = get_meldadres()
    try:
        found = register.find_abonnement(adres)
    except RegisterError as error:
        return Bevinding(ONDERDEEL, False, f"{error} (nodig: notificaties.consumeren)")
    if found is None:
        text = f"er is geen abonnement voor {adres}: maak het met `eloket manage zgw_abonnement`"
        return Bevinding(ONDERDEEL, False, text)
    return _with_last_time(found, stand)


def _get_stand() -> Nieuwsstand:
    """A check may come before there is a database: then nothing was heard."""
    try:
        return Nieuwsstand.objects.filter(pk=1).first() or Nieuwsstand()
    except DatabaseError:
        return Nieuwsstand()


def _with_last_time(found: Abonnement, stand: Nieuwsstand) -> Bevinding:
    """That it is there does not say that it arrives: a firewall may stand between."""
    text = f"abonnement op {', '.join(found.kanalen)}; {_write('gehoord', stand.gehoord_at)}"
    if stand.gehoord_at is None:
        more = "zet in uw register een status bij een zaak van eloket en kijk opnieuw"
        return Bevinding(ONDERDEEL, None, f"{text}: {more}")
    return Bevinding(ONDERDEEL, True, text)


def _write(what: str, moment: datetime | None) -> str:
    if moment is None:
        return f"nog niets {what}"
    return f"voor het laatst {what} op {moment.astimezone(get_default_timezone()):%d-%m-%Y om %H:%M}"
