"""How many times one connection may keep a time off others. Nothing that was chosen gets lost."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn

HALF_UUR = 1800


def may_hold(request: HttpRequest, *, now: datetime) -> bool:
    """May this connection hold one more time? Employees have no limit: we know them."""
    maximum = settings.ELOKET_AFSPRAAK_PER_HALFUUR
    return take_turn(
        "afspraak_vasthouden", client_address(request), maximum=maximum, seconds=HALF_UUR, now=now
    )


def too_often() -> str:
    return _(
        "Vanaf uw internetverbinding zijn het laatste halfuur veel tijden gekozen. Wacht een halfuur en "
        "probeer het dan opnieuw, of bel ons: dan maken wij de afspraak met u."
    )
