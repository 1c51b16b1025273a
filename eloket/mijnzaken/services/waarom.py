"""Why the dates of one zaak are what they are."""

from dataclasses import dataclass
from datetime import date

from eloket.lib.partij import Identificerend
from eloket.mijnzaken.services.dossier import Dossier
from eloket.zaken.services import (
    GEEN_UITLEG,
    RegisterError,
    Uitleg,
    Zaakuitleg,
    explain_bezwaar,
    explain_zaak,
    has_besluiten,
    list_besluiten,
)


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """A besluit to which somebody can object, by its name, and the last day explained."""

    besluit: str
    uitleg: Uitleg


@dataclass(frozen=True, slots=True)
class Waarom:
    """Why the dates of one zaak are what they are."""

    zaak: Zaakuitleg
    bezwaar: tuple[Bezwaar, ...]
    storing: bool


def get_waarom(dossier: Dossier, *, voor: Identificerend, today: date) -> Waarom:
    """How the dates of this dossier came about; `storing` when the register falls silent meanwhile."""
    if dossier.zaak is None:
        return Waarom(zaak=GEEN_UITLEG, bezwaar=(), storing=dossier.storing)
    zaak = explain_zaak(dossier.zaak, vandaag=today)
    try:
        besluiten = list_besluiten(dossier.zaak.identificatie, voor=voor) if has_besluiten() else ()
    except RegisterError:
        return Waarom(zaak=zaak, bezwaar=(), storing=True)
    explained = ((str(besluit.omschrijving), explain_bezwaar(besluit)) for besluit in besluiten)
    bezwaar = tuple(Bezwaar(naam, uitleg) for naam, uitleg in explained if uitleg)
    return Waarom(zaak=zaak, bezwaar=bezwaar, storing=False)
