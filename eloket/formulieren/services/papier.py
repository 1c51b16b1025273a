"""The same form on paper: made from the published version, with a box for each question."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from eloket.accounts.services import asks_login
from eloket.formulieren.definitie import Definitie, Tekst, Veld
from eloket.formulieren.models import FormulierVersie
from eloket.formulieren.services.kopie import write_pdf
from eloket.formulieren.velden import get_veldtype
from eloket.website.services import get_instellingen, site_version

BEWAARD = 24 * 3600
# How many boxes for one character each; 0 where anything of some length can stand.
VAKJES = {"datum": 8, "postcode": 6, "bsn": 9, "kvk": 8, "iban": 18, "kenteken": 8, "tijd": 4}
REGELS = {"lange_tekst": 8, "personen": 5, "adres": 3, "locatie": 4}
MEER = {"meerkeuze", "afspraak"}  # more than one of the answers
GROEP = 3  # how often the questions of a group are printed


@dataclass(frozen=True)
class Papiervraag:
    """One question on paper, with one of the shapes to answer it in."""

    label: str
    hulp: str
    verplicht: bool
    opties: tuple[str, ...] = ()
    meer: bool = False  # more than one of the answers
    vakjes: int = 0
    regels: int = 1
    uitleg: bool = False  # no question: words only
    bijlage: bool = False
    voorwaarde: bool = False  # a rule decides whether it is asked


def get_papier(versie: FormulierVersie) -> bytes:
    """The PDF (PDF/UA-1) in the active language, kept for a day. Errors: `NeedsPerson` without Pango."""
    key = f"formulieren:papier:{versie.hash}:{get_language()}:{site_version()}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = write_pdf(
            render_to_string("formulieren/papier.html", papier_context(versie.definitie)),
            render_to_string("formulieren/papier.css"),
        )
        cache.set(key, kept, BEWAARD)
    return kept


def papier_context(definitie: Definitie) -> dict[str, Any]:
    """What formulieren/papier.html shows."""
    maybe = {regel.doel for regel in definitie.regels}
    return {
        "taal": get_language() or "nl",
        "site": get_instellingen(),
        "titel": str(definitie.titel),
        "inleiding": str(definitie.inleiding),
        "inloggen": asks_login(definitie.niveau),
        "stappen": [
            {
                "titel": str(stap.titel),
                "uitleg": str(stap.uitleg),
                "voorwaarde": stap.sleutel in maybe,
                "vragen": [
                    vraag for veld in stap.velden for vraag in _vragen(veld, voorwaarde=veld.sleutel in maybe)
                ],
            }
            for stap in definitie.stappen
        ],
        "verklaring": str(definitie.verklaring),
        "vervolg": str(definitie.vervolg),
    }


def _vragen(veld: Veld, *, voorwaarde: bool) -> list[Papiervraag]:
    """One question; those of a group as often as fits on paper."""
    soort = get_veldtype(veld.soort)
    if soort.is_berekend:  # nobody answers it
        return []
    if not soort.has_velden:
        return [_vraag(veld, voorwaarde=voorwaarde)]
    head = Papiervraag(str(veld.label), str(veld.hulp), False, uitleg=True, voorwaarde=voorwaarde)
    inside = [
        _vraag(each, voorwaarde=False, nummer=nummer)
        for nummer in range(1, GROEP + 1)
        for each in veld.velden
    ]
    return [head, *inside]


def _vraag(veld: Veld, *, voorwaarde: bool, nummer: int = 0) -> Papiervraag:
    soort = get_veldtype(veld.soort)
    is_statement = veld.soort == "verklaring"
    opties = ("",) if is_statement else tuple(str(optie.label) for optie in soort.opties(veld))
    return Papiervraag(
        label=f"{veld.label} ({nummer})" if nummer else str(veld.label),
        hulp=str(veld.hulp) if soort.is_vraag else _words(veld),
        verplicht=veld.verplicht or not soort.is_vraag,
        opties=opties,
        meer=veld.soort in MEER or is_statement,
        vakjes=VAKJES.get(veld.soort, 0),
        regels=REGELS.get(veld.soort, 1),
        uitleg=not soort.is_vraag,
        bijlage=veld.soort == "bestand",
        voorwaarde=voorwaarde and soort.is_vraag,
    )


def _words(veld: Veld) -> str:
    """What an explanation says, without its markup."""
    own = veld.instellingen
    words = Tekst(str(own.get("tekst_nl") or ""), str(own.get("tekst_en") or ""))
    return strip_tags(str(words).replace("</p>", " ").replace("</li>", "; ")).strip() or _("Lees dit eerst.")
