"""What happens to a term on its way, as plain facts: a register keeps them, the engine counts with them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from eloket.zaken.termijnen.duur import Duur


class Termijnbron(TextChoices):
    """Who set the term. The Algemene termijnenwet holds for the first; for the others when they say so."""

    WET = "wet", _("wet of AMvB")
    VERORDENING = "verordening", _("verordening van de gemeente")
    DIENSTNORM = "dienstnorm", _("eigen norm van de gemeente")


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Days on which the clock stands still.

    `van`: the first of them, which is the day after the request (Awb 4:15). `tot`: the first day that counts
    again, so not one of them; None while it lasts. `tot` on or before `van` is no day at all.
    """

    van: date
    tot: date | None
    reden: str


@dataclass(frozen=True, slots=True)
class Verlenging:
    """More time that the law or the zaaktype allows, told to the aanvrager on day `op`."""

    duur: Duur
    reden: str
    op: date
