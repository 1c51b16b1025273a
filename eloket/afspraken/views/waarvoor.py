"""Step 1: what for, and with how many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from eloket.afspraken.forms.waarvoor import PERSONEN, WaarvoorForm, to_form_data
from eloket.afspraken.keuze import VOOR, Keuze, read_keuze, replace_regels
from eloket.afspraken.services.zoeken import SoortKeuze, list_keuzes
from eloket.afspraken.views.scherm import Stap

VERDER = "verder"  # the button


class Waarvoor(Stap):
    """A form that is sent with GET: it changes nothing, and the next page has the answer in its address."""

    nummer = 1
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keuze = read_keuze(request.GET)
        soorten = self.list_soorten(keuze)
        if not soorten:
            return self.toon(
                "afspraken/niets.html", {"voor": keuze.voor, "andere_url": self.other_door(keuze)}
            )
        data = to_form_data(keuze, request.GET)
        if VERDER not in request.GET:
            return self.ask(keuze, WaarvoorForm(initial=_to_initial(keuze), soorten=soorten))
        form = WaarvoorForm(data, soorten=soorten)
        if not form.is_valid():
            return self.ask(keuze, form)
        found = replace(replace_regels(keuze, form.to_regels()), agenda=keuze.agenda)
        return HttpResponseRedirect(self.url("plaats", found))

    def list_soorten(self, keuze: Keuze) -> list[SoortKeuze]:
        """What can be chosen: what was chosen before first, then what is for this doelgroep alone."""
        chosen = {regel.soort for regel in keuze.regels}
        found = list_keuzes(keuze.voor, self.loket.bereik)
        return sorted(found, key=lambda each: (each.code not in chosen, each.doelgroep != keuze.voor))

    def ask(self, keuze: Keuze, form: WaarvoorForm) -> HttpResponse:
        context = {
            "form": form,
            "voor": keuze.voor,
            "verborgen": [
                pair for pair in keuze.pairs() if pair[0] not in {"soort", "personen", "plaats", "van"}
            ],
            "andere_url": self.other_door(keuze),
            "intro": _("U kunt meer dan één ding kiezen. Dan doen wij dat in één afspraak."),
        }
        return self.toon("afspraken/waarvoor.html", context)

    def other_door(self, keuze: Keuze) -> str:
        other = VOOR[1] if keuze.voor == VOOR[0] else VOOR[0]
        return self.url("waarvoor", Keuze(voor=other))


def _to_initial(keuze: Keuze) -> dict[str, Any]:
    found: dict[str, Any] = {f"{PERSONEN}{regel.soort}": str(regel.personen) for regel in keuze.regels}
    return {**found, "soort": [regel.soort for regel in keuze.regels]}
