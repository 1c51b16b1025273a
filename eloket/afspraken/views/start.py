"""How to make an afspraak with this gemeente: two doors, and who rather calls or comes by."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.afspraken.backends.base import Bereik, NietBereikbaar, Regel
from eloket.afspraken.keuze import Keuze, read_keuze
from eloket.afspraken.models import Doelgroep
from eloket.afspraken.services.aanbod import find_afspraaksoort
from eloket.afspraken.services.zoeken import SoortKeuze, list_keuzes
from eloket.afspraken.views.scherm import PUBLIEK, Loket
from eloket.website.services import Link, public_page

VOORBEELDEN = 3


@require_safe
@public_page()
def start(request: HttpRequest) -> HttpResponse:
    """The doors, with number, address and opening hours; the same for everybody.

    `?soort=` of a product page goes on at once where an agenda has it, and else says how it can be done.
    """
    keuze, known = read_keuze(request.GET), list_all(PUBLIEK.bereik)
    answer = go_on_with(PUBLIEK, keuze, known)
    if answer is not None:
        return answer
    context = {
        "crumbs": [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Een afspraak maken"), "")],
        "deuren": make_doors(PUBLIEK, known),
        "soort_naam": _name(keuze.regels),
        "beheren_url": reverse("afspraken:opzoeken"),
    }
    return render(request, "afspraken/start.html", context)


def go_on_with(loket: Loket, keuze: Keuze, known: dict[str, Sequence[SoortKeuze]]) -> HttpResponse | None:
    """To the first step with what a product page named; None when it named nothing that an agenda has."""
    voor = _find_door(keuze.regels[0].soort, known) if keuze.regels else ""
    return redirect(loket.url("waarvoor", Keuze(voor=voor, regels=keuze.regels))) if voor else None


def list_all(bereik: Bereik) -> dict[str, Sequence[SoortKeuze]]:
    """What can be chosen behind each door. An agenda that is down closes no door: the next page says so."""
    doors = (Doelgroep.INWONER, Doelgroep.ONDERNEMER)
    try:
        return {door.value: list_keuzes(door.value, bereik) for door in doors}
    except NietBereikbaar:
        return {door.value: [] for door in doors}


def _find_door(code: str, known: dict[str, Sequence[SoortKeuze]]) -> str:
    return next((voor for voor, soorten in known.items() if code in {each.code for each in soorten}), "")


def make_doors(loket: Loket, known: dict[str, Sequence[SoortKeuze]]) -> list[Link]:
    """Both of them, or none where nothing can be chosen at all."""
    if not any(known.values()):
        return []
    titles = {"inwoner": _("Voor mijzelf"), "ondernemer": _("Voor mijn bedrijf of organisatie")}
    if loket.is_balie:
        titles = {"inwoner": _("Voor een inwoner"), "ondernemer": _("Voor een bedrijf of organisatie")}
    return [
        Link(title, loket.url("waarvoor", Keuze(voor=voor)), _give_examples(voor, known[voor]))
        for voor, title in titles.items()
    ]


def _give_examples(voor: str, soorten: Sequence[SoortKeuze]) -> str:
    """What is for them alone tells most."""
    first = sorted(soorten, key=lambda soort: soort.doelgroep != voor)[:VOORBEELDEN]
    names = ", ".join(soort.naam for soort in first)
    return _("Bijvoorbeeld: %(namen)s.") % {"namen": names} if names else ""


def _name(gevraagd: Sequence[Regel]) -> str:
    soort = find_afspraaksoort(gevraagd[0].soort) if gevraagd else None
    return soort.naam if soort else ""
