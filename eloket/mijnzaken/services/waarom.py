"""Why the dates of one zaak are what they are."""

from dataclasses import dataclass
from datetime import date

from eloket.mijnzaken.services.dossier import Dossier
from eloket.zaken.services import (
    GEEN_UITLEG,
    Uitleg,
    Zaakuitleg,
    explain_bezwaar,
    explain_hersteltermijn,
    explain_zaak,
)


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
    antwoord: tuple[Uitleg, ...]  # last days to answer that an outage moved
    storing: bool


def get_waarom(dossier: Dossier, *, today: date) -> Waarom:
    """How the dates of this dossier came about."""
    if dossier.zaak is None:
        return Waarom(zaak=GEEN_UITLEG, bezwaar=(), antwoord=(), storing=dossier.storing)
    explained = ((str(besluit.omschrijving), explain_bezwaar(besluit)) for besluit in dossier.besluiten or ())
    moved = map(explain_hersteltermijn, dossier.verzoeken or ())
    return Waarom(
        zaak=explain_zaak(dossier.zaak, vandaag=today),
        bezwaar=tuple(Bezwaar(naam, uitleg) for naam, uitleg in explained if uitleg),
        antwoord=tuple(uitleg for uitleg in moved if uitleg),
        storing=dossier.besluiten is None,
    )
