"""Organisations under their names in the national lists (OWMS)."""

from urllib.parse import quote

from django.conf import settings

from eloket.producten.gegevens import Organisatiegegevens
from eloket.producten.models import Organisatiesoort
from eloket.website.services import get_instellingen

OWMS = "http://standaarden.overheid.nl/owms/terms/"
SUFFIXES = {"Gemeente": "_(gemeente)", "Provincie": "_(provincie)"}


def read_gemeente() -> Organisatiegegevens:
    """The gemeente of this site, without the word itself: "Rietwaard"."""
    naam = short_name(get_instellingen().naam)
    return Organisatiegegevens(naam, Organisatiesoort.GEMEENTE, settings.ELOKET_OWMS_URI)


def owms_uri(organisatie: Organisatiegegevens) -> str:
    """The URI of an organisation in the lists: its own, else made of its name."""
    name = short_name(organisatie.naam).removeprefix("Provincie ").replace(" ", "_")
    return organisatie.uri or f"{OWMS}{quote(name)}{SUFFIXES.get(organisatie.soort, '')}"


def recognise(
    organisatie: Organisatiegegevens | None, *, gemeente: Organisatiegegevens
) -> Organisatiegegevens:
    """Who is responsible; nobody named, or our own name in either spelling, is the gemeente of this site."""
    made_of_name = owms_uri(Organisatiegegevens(gemeente.naam, gemeente.soort, ""))
    if organisatie is None or owms_uri(organisatie) == made_of_name:
        return gemeente
    return organisatie


def short_name(naam: str) -> str:
    """The name as the lists have it."""
    return naam.removeprefix("Gemeente ")
