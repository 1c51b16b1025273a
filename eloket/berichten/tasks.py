"""The durable work of berichten."""

from datetime import datetime

from eloket.berichten.services import deliver_bericht
from eloket.berichten.services.grootboek import check_bewijs
from eloket.berichten.services.telaat import ask_late_brieven
from eloket.berichten.services.vergeten import forget_berichten, forget_codes
from eloket.berichten.wachtend import tell_waiting
from eloket.lib.periodiek import elke
from eloket.outbox.services import handler


@handler("berichten.send")
def send(ids: dict[str, str], *, now: datetime) -> None:
    """Send one Bericht. Twice only when the worker dies between the mail server's answer and our row."""
    deliver_bericht(ids["bericht"], now=now)


@elke(name="berichten.meld_wachtend", minutes=60)
def meld_wachtend(*, now: datetime) -> None:
    """Mail beheerders when work waits longer than a day."""
    tell_waiting(now=now)


@elke(name="berichten.vergeet", minutes=24 * 60)
def vergeet(*, now: datetime) -> None:
    """Empty the addresses that we no longer need."""
    forget_berichten(now=now)
    forget_codes(now=now)


@elke(name="berichten.controleer_bewijs", minutes=24 * 60)
def controleer_bewijs(*, now: datetime) -> None:
    """Look whether anybody changed the proof of what was sent."""
    check_bewijs()


@elke(name="berichten.te_laat", minutes=60)
def te_laat(*, now: datetime) -> None:
    """A besluit whose mail cannot go must not wait for it."""
    ask_late_brieven(now=now)
