"""Texts that a behandelaar begins with, and what their variables become in one zaak."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import override

from eloket.website.services import get_instellingen
from eloket.zaken.backends.base import Tekst, Zaak
from eloket.zaken.models import Tekstsjabloon
from eloket.zaken.services.termijnen import get_datums
from eloket.zaken.variabelen import fill


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A text to begin with; its variables are not filled in yet."""

    id: str
    naam: str
    tekst: Tekst


def list_sjablonen(zaak: Zaak, soort: str) -> tuple[Sjabloon, ...]:
    """Those for this kind of text in this zaak, its own zaaktype first. `soort`: a `Tekstsoort`."""
    rows = Tekstsjabloon.objects.for_zaaktype(zaak.zaaktype.identificatie, soort)
    return tuple(Sjabloon(str(row.pk), row.naam, Tekst(row.tekst, row.tekst_en)) for row in rows)


def fill_sjabloon(tekst: Tekst, zaak: Zaak, waarden: dict[str, str], *, vandaag: date) -> str:
    """In the language of the resident. `waarden`: what only the screen knows; what nobody knows stays."""
    with override(zaak.taal):
        return fill(str(tekst), {**_values(zaak, vandaag), **waarden})


def _values(zaak: Zaak, vandaag: date) -> dict[str, str]:
    datums, site = get_datums(zaak, vandaag=vandaag), get_instellingen()
    return {
        "zaaknummer": zaak.identificatie,
        "product": str(zaak.zaaktype.omschrijving_burger),
        "omschrijving": zaak.naam,
        "naam gemeente": site.naam,
        "telefoon": site.telefoon,
        "vandaag": _day(vandaag),
        "uiterste datum": _day(datums.uiterlijk),
        "verwachte datum": _day(datums.gepland),
    }


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
