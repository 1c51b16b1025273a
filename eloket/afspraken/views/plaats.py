"""Step 2: where, with the first possible moment of every place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eloket.afspraken.gebied import covers
from eloket.afspraken.models import Kanaal
from eloket.afspraken.services.plaatsen import list_plaatsen
from eloket.afspraken.services.zoeken import PlekInfo, list_plekken
from eloket.afspraken.views.scherm import KeuzeStap
from eloket.afspraken.woorden import tell_moment
from eloket.website.services import Link


@dataclass(frozen=True, slots=True)
class Plekkaart:
    """A place to choose. `eerste`: when, in words. `url` is "" for one that is full or does not answer."""

    plek: PlekInfo
    eerste: str
    url: str


class Plaats(KeuzeStap):
    nummer = 2

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        plekken = list_plekken(self.keuze.to_bezoek(self.loket.bereik), now=self.now)
        vraagt_gebied = False
        if self.keuze.kanaal == Kanaal.HUISBEZOEK:
            postcodes = {plaats.code: plaats.postcodes for plaats in list_plaatsen()}
            vraagt_gebied = any(postcodes.get(plek.code) for plek in plekken)
            plekken = [plek for plek in plekken if self._comes(postcodes.get(plek.code, ""))]
        context = {
            "keuze": self.keuze,
            "samenvatting": self.samenvatting,
            "kaarten": [self._make_kaart(plek) for plek in sorted(plekken, key=_order)],
            "manieren": self._list_manieren(),
            "vraagt_gebied": vraagt_gebied,
            "gebied_fout": bool(request.GET.get("gebied")) and not self.keuze.gebied,
            "verborgen": replace(self.keuze, gebied="").pairs(),
            "melding": _("Deze plek kunt u niet (meer) kiezen. Kies een andere.")
            if "weg" in request.GET
            else "",
            "wijzig_url": self.url("waarvoor", self.keuze),
        }
        return self.toon("afspraken/plaats.html", context)

    def _comes(self, postcodes: str) -> bool:
        return not postcodes or (bool(self.keuze.gebied) and covers(postcodes, self.keuze.gebied))

    def _make_kaart(self, plek: PlekInfo) -> Plekkaart:
        url = self.url("tijd", replace(self.keuze, plaats=plek.code)) if plek.eerste else ""
        return Plekkaart(plek, tell_moment(plek.eerste) if plek.eerste else "", url)

    def _list_manieren(self) -> list[Link]:
        """The ways in which it can be done, when there is a choice."""
        bezoek = _("Bij u op locatie") if self.keuze.voor == "ondernemer" else _("Bij u thuis")
        names = {"balie": _("Aan de balie"), "huisbezoek": bezoek, "telefoon": _("Wij bellen u")}
        return [
            Link(
                names[kanaal],
                self.url("plaats", replace(self.keuze, kanaal=kanaal, agenda="")),
                huidig="true" if kanaal == self.keuze.kanaal else "",
            )
            for kanaal in self.kanalen
            if len(self.kanalen) > 1
        ]


def _order(plek: PlekInfo) -> tuple[bool, bool, float]:
    """The soonest first; then what is full, and what does not answer."""
    return not plek.bereikbaar, plek.eerste is None, plek.eerste.timestamp() if plek.eerste else 0
