"""What each handeling says of itself, and how the page knows that a zaak did not change meanwhile."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from eloket.zaken.forms import HandelingForm
from eloket.zaken.services import Dossier


class VeldGeweigerd(Exception):
    """What stands in this field cannot be used; the sentence says why and what to do."""

    def __init__(self, veld: str, melding: str) -> None:
        super().__init__(melding)
        self.veld, self.melding = veld, melding


def _never(_dossier: Dossier, _form: HandelingForm) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Handeling:
    """One thing to do. `why_not` gives the reason why it cannot be done now, or "".

    `do` does it and gives the sentence that says so. `is_done` tells whether exactly this was done already:
    a second click then changes nothing. `let_op_anderen`: what others did meanwhile matters.
    """

    slug: str
    titel: Promise
    knop: Promise
    uitleg: Promise
    form: type[HandelingForm]
    why_not: Callable[[Dossier, date], str]
    do: Callable[[Dossier, Any, str, datetime], str]
    is_done: Callable[[Dossier, Any], bool] = _never
    let_op_anderen: bool = True


def when_open(dossier: Dossier) -> str:
    """The reason that holds for all: a closed zaak stays as it is."""
    return "" if dossier.zaak.is_open else _("Deze zaak is gesloten.")


def stand_of(dossier: Dossier) -> str:
    """What the screen showed, in one word: another one means that somebody did something meanwhile."""
    zaak = dossier.zaak
    facts = (
        zaak.status.id if zaak.status else "",
        [(each.van, each.tot) for each in zaak.opschortingen],
        len(zaak.verlengingen),
        [(each.identificatie, each.verzenddatum) for each in dossier.besluiten],
        [(each.id, each.is_beantwoord) for each in dossier.verzoeken],
        len(dossier.documenten),
        zaak.einddatum,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
