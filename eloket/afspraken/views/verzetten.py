"""Another time for an afspraak that was made: the time page of the steps, and a POST that moves at once.

Nothing is held meanwhile: the new time is taken before the old one is given up, so who loses it keeps what
they had.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from eloket.afspraken.backends.base import Bereik, Bezoek, OnbekendeBoeking, TijdBezet, Vol
from eloket.afspraken.keuze import Keuze, read_keuze
from eloket.afspraken.models import Afspraak, Kanaal
from eloket.afspraken.services.boeken import NietTeWijzigen, get_bezoek, move_afspraak
from eloket.afspraken.services.lezen import AfspraakInfo, get_afspraak, to_info
from eloket.afspraken.services.links import make_token
from eloket.afspraken.services.plaatsen import find_plaats
from eloket.afspraken.services.zoeken import PlekInfo, list_keuzes, list_plekken
from eloket.afspraken.views.alternatief import Ander, offer_others
from eloket.afspraken.views.antwoord import make_crumbs, with_link
from eloket.afspraken.views.beheren import show_afspraak
from eloket.afspraken.views.scherm import see_other
from eloket.afspraken.views.tijd import Tijd
from eloket.afspraken.views.vasthouden import read_moment
from eloket.afspraken.woorden import tell_afspraak, tell_moment
from eloket.website.services import Link

EIGEN = frozenset({"plaats", "van", "dagdeel", "weekdag"})  # what the address of this page says


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def verzetten(request: HttpRequest, afspraak: Afspraak, now: datetime) -> HttpResponseBase:
    """Choose another time; a POST moves the afspraak. Not for what has begun or was cancelled."""
    info = to_info(afspraak)
    if not info.is_ahead(now):
        return show_afspraak(request, afspraak, now=now, te_laat=not info.geannuleerd)
    return Verzetten.as_view()(request, afspraak=afspraak)


class Verzetten(Tijd):
    """The same page for who has a time already. The afspraak says for what, and how they meet."""

    http_method_names = ["get", "head", "post"]
    template = "afspraken/beheren/verzetten.html"

    info: AfspraakInfo
    bezoek: Bezoek
    plekken: list[PlekInfo]
    begin: datetime | None

    def open(self, request: HttpRequest) -> HttpResponse | None:
        self.info, self.houder = to_info(self.kwargs["afspraak"]), ""
        try:
            self.bezoek = get_bezoek(self.info.id, bereik=Bereik.ONLINE)
        except OnbekendeBoeking:
            return self._tell_bel()
        self.soorten = list_keuzes(bereik=Bereik.MEDEWERKER)  # also what only employees make
        self.plekken = self._list_plekken()
        self.keuze = self.read(request)
        plek = find_plaats(self.keuze.plaats)
        known = {soort.code for soort in self.soorten}
        if plek is None or not {regel.soort for regel in self.bezoek.regels} <= known:
            return self._tell_bel()
        self.plek = plek
        return None

    def read(self, request: HttpRequest) -> Keuze:
        """Place and day as chosen on the page; another place is one for this visit, or it is their own."""
        data = request.POST if request.method == "POST" else request.GET
        asked = read_keuze(data)
        plaats, _space, begin = data.get("alternatief", "").partition(" ")
        self.begin = read_moment(begin or data.get("begin", ""), now=self.now)
        elders = {plek.code for plek in self.plekken}
        code = next((each for each in (plaats, asked.plaats) if each in elders), self.info.locatie)
        return replace(
            asked,
            regels=self.bezoek.regels,
            kanaal=self.bezoek.kanaal,
            plaats=code,
            agenda=self.bezoek.agenda if code == self.info.locatie else "",  # an adviseur sits at one place
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.begin is None:
            return self.show(fout=_("Kies een tijd."))
        plaats, begin = self.keuze.plaats, self.begin
        try:
            move_afspraak(self.info.id, plaats, begin, door="", bereik=Bereik.ONLINE, now=self.now)
        except (TijdBezet, Vol):
            return self._tell_taken(begin)
        except NietTeWijzigen:  # cancelled in another tab
            return see_other(self._path("beheren"))
        return see_other(f"{self._path('beheren')}?verzet=1")

    def show(self, *, status: int = 200, **context: Any) -> HttpResponse:
        own = {
            "huidig": tell_afspraak(self.info.begin),
            "afspraak_url": self._path("beheren"),
            "verborgen": _own_pairs(self.keuze),
            "filter_verborgen": _own_pairs(replace(self.keuze, dagdeel="", weekdag=0)),
            "andere": self._link_plekken(),
        }
        return super().show(status=status, **{**own, **context})

    def url(self, name: str, keuze: Keuze | None = None, extra: str = "") -> str:
        """Every link of the time page stays on it."""
        query = QueryDict(mutable=True)
        for key, value in _own_pairs(keuze) if keuze else []:
            query[key] = value
        text = query.urlencode()
        return f"{self._path('verzetten')}?{text}" if text else self._path("verzetten")

    def crumbs(self) -> list[Link]:
        return make_crumbs(_("Een andere tijd kiezen"))

    def tell_storing(self) -> HttpResponse:
        context = {"terug_url": self._path("beheren")}
        return render(self.request, "afspraken/beheren/storing.html", context, status=503)

    def _tell_bel(self) -> HttpResponse:
        """Nothing of the kind is offered any more, or the agenda does not know it: a person must help."""
        context = {"afspraak_url": self._path("beheren"), "huidig": tell_afspraak(self.info.begin)}
        return self.toon("afspraken/beheren/bel_ons.html", context, status=409)

    def _tell_taken(self, begin: datetime) -> HttpResponse:
        """The old time stands, and the nearest others are one press away."""
        info = get_afspraak(self.info.id)
        tekst = _("Uw afspraak van %(moment)s staat nog. Kies hieronder een andere tijd.")
        return self.show(
            titel_melding=_("Deze tijd is niet meer vrij"),
            tekst_melding=tekst % {"moment": tell_afspraak(info.begin)},
            alternatieven=self._offer_others(begin),
        )

    def _offer_others(self, begin: datetime) -> list[Ander]:
        """Only at places where this afspraak can go."""
        elders = {self.info.locatie, *(plek.code for plek in self.plekken)}
        found = offer_others(self.loket, self.keuze, begin, houder="", now=self.now)
        return [each for each in found if each.waarde.partition(" ")[0] in elders]

    def _list_plekken(self) -> list[PlekInfo]:
        """Other counters. A visit at home stays in its area, and a call with who makes it."""
        if self.bezoek.kanaal != Kanaal.BALIE:
            return []
        found = list_plekken(replace(self.bezoek, agenda=""), now=self.now)
        return [plek for plek in found if plek.code != self.info.locatie]

    def _link_plekken(self) -> list[Link]:
        """The other places with their first moment; and their own, when they look at another."""
        own = find_plaats(self.info.locatie)
        links = [
            Link(plek.naam, self.url("tijd", Keuze(plaats=plek.code)), _tell_eerste(plek))
            for plek in self.plekken
            if plek.code != self.keuze.plaats
        ]
        if own and self.keuze.plaats != own.code:
            links.insert(0, Link(own.naam, self._path("verzetten"), _("Hier is uw afspraak nu.")))
        return links

    def _path(self, naam: str) -> str:
        return reverse(f"afspraken:{naam}", args=[make_token(self.info)])


def _own_pairs(keuze: Keuze) -> list[tuple[str, str]]:
    return [(name, value) for name, value in keuze.pairs() if name in EIGEN]


def _tell_eerste(plek: PlekInfo) -> str:
    if plek.eerste:
        return _("Eerste mogelijkheid: %(moment)s") % {"moment": tell_moment(plek.eerste)}
    return _("Vol.") if plek.bereikbaar else _("Storing: wij kunnen deze agenda nu niet zien.")
