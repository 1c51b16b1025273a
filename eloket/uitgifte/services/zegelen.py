"""The seal of this installation, for whoever looks after it."""

from datetime import datetime

from eloket.uitgifte.backends import get_zegel
from eloket.uitgifte.backends.base import Vernieuwbaar, ZegelMisconfigured


def is_proefzegel() -> bool:
    """Are documents sealed without a seal of the gemeente?"""
    return get_zegel().proef


def check_zegel(*, now: datetime) -> None:
    """Errors: `ZegelError` when nothing could be sealed now. Asks no time-stamp."""
    get_zegel().check(now=now)


def renew_zegel() -> None:
    """Another key for a seal that we make ourselves. Errors: `ZegelMisconfigured`, also of any other."""
    zegel = get_zegel()
    if not isinstance(zegel, Vernieuwbaar):
        raise ZegelMisconfigured("dit zegel is van de gemeente: een nieuw komt van uw certificaatdienst")
    zegel.renew()
