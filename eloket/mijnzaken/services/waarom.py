"""Why the dates of one zaak are what they are."""

from dataclasses import dataclass
from datetime import date

from eloket.mijnzaken.services.dossier import Dossier
from eloket.zaken.services import GEEN_UITLEG, Uitleg, Zaakuitleg, explain_bezwaar, explain_zaak


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """A besluit to which somebody can object, by its name, and the last day explained."""

    besluit: str
    uitleg: Uitleg


@dataclass(frozen=True, slots=True)
class Waarom:
    """Why the dates of one zaak are what they are. `storing`: the register did not say everything."""

    zaak: Zaakuitleg
    bezwaar: tuple[Bezwaar, ...]
    storing: bool


def get_waarom(dossier: Dossier, *, today: date) -> Waarom:
    """How the dates of this dossier came about."""
    if dossier.zaak is None:
        return Waarom(zaak=GEEN_UITLEG, bezwaar=(), storing=dossier.storing)
    explained = ((str(besluit.omschrijving), explain_bezwaar(besluit)) for besluit in dossier.besluiten or ())
    return Waarom(
        zaak=explain_zaak(dossier.zaak, vandaag=today),
        bezwaar=tuple(Bezwaar(naam, uitleg) for naam, uitleg in explained if uitleg),
        storing=dossier.besluiten is None,
    )
