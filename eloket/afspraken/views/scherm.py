"""What every step shares: where it is mounted, what was chosen, and what to say when that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from eloket.accounts.services import get_medewerker
from eloket.afspraken.backends.base import Bereik, NietBereikbaar
from eloket.afspraken.forms.waarvoor import WaarvoorForm, list_kanalen, to_form_data
from eloket.afspraken.keuze import Keuze, read_keuze
from eloket.afspraken.services.zoeken import SoortKeuze, list_keuzes
from eloket.lib import klok
from eloket.website.services import Link

TOTAAL = 5  # steps


@dataclass(frozen=True, slots=True)
class Loket:
    """Where the steps are mounted: `space` is the namespace of their addresses."""

    space: str
    bereik: Bereik

    @property
    def is_balie(self) -> bool:
        return self.bereik is Bereik.MEDEWERKER

    def url(self, name: str, keuze: Keuze | None = None, extra: str = "") -> str:
        """The address of a step, with what was chosen."""
        query = "&".join(filter(None, [keuze.query() if keuze else "", extra]))
        path = reverse(f"{self.space}:{name}")
        return f"{path}?{query}" if query else path


PUBLIEK = Loket("afspraken", Bereik.ONLINE)
BALIE = Loket("afspraken_balie", Bereik.MEDEWERKER)


class Stap(View):
    """One screen. An agenda that does not answer gives a page that says so; what was chosen stays."""

    loket = PUBLIEK
    nummer = 0

    now: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.now = klok.now()
        try:
            response = self.open(request) or super().dispatch(request, *args, **kwargs)
        except NietBereikbaar:
            response = self.tell_storing()
        add_never_cache_headers(response)  # a time that is gone is not shown again by "back"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def open(self, request: HttpRequest) -> HttpResponse | None:
        """What comes before the step itself; the answer when it cannot be shown."""
        return None

    def url(self, name: str, keuze: Keuze | None = None, extra: str = "") -> str:
        return self.loket.url(name, keuze, extra)

    def toon(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        own = {
            "nummer": self.nummer,
            "totaal": TOTAAL,
            "crumbs": self.crumbs(),
            "balie": self.loket.is_balie,
            "medewerker": get_medewerker(self.request) if self.loket.is_balie else None,
        }
        return render(self.request, template, {**own, **context}, status=status)

    def hou_token(self) -> str:
        """The token for the form that holds a time; none for residents, whose pages carry no cookie there."""
        return get_token(self.request) if self.loket.is_balie else ""

    def crumbs(self) -> list[Link]:
        if self.loket.is_balie:
            return [Link(_("Balie"), reverse("balie:start")), Link(_("Een afspraak maken"), "")]
        return [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Een afspraak maken"), "")]

    def tell_storing(self) -> HttpResponse:
        """We do not know: that is not "full"."""
        again = self.request.get_full_path() if self.request.method == "GET" else self.again_url()
        return self.toon("afspraken/storing.html", {"opnieuw_url": again}, status=503)

    def again_url(self) -> str:
        return self.url("start")


class KeuzeStap(Stap):
    """A step whose whole state stands in the address. What cannot be had is asked again, with the reason."""

    http_method_names = ["get", "head"]

    keuze: Keuze
    soorten: Sequence[SoortKeuze]

    def open(self, request: HttpRequest) -> HttpResponse | None:
        self.keuze = self.read(request)
        form = self.make_waarvoor()
        if not form.is_valid():
            return HttpResponseRedirect(self.url("waarvoor", self.keuze, "verder=1"))
        self.keuze = replace(self.keuze, regels=form.to_regels())
        self.choose_kanaal()
        return None

    def read(self, request: HttpRequest) -> Keuze:
        return read_keuze(request.GET)

    def make_waarvoor(self) -> WaarvoorForm:
        """The first step with what was chosen, to see whether that can still be had."""
        self.soorten = list_keuzes(self.keuze.voor, self.loket.bereik)
        return WaarvoorForm(to_form_data(self.keuze, self.request.GET), soorten=self.soorten)

    def choose_kanaal(self) -> None:
        self.kanalen = list_kanalen(self.gekozen)
        if self.keuze.kanaal not in self.kanalen:
            self.keuze = replace(self.keuze, kanaal=self.kanalen[0])

    @property
    def samenvatting(self) -> str:
        """ "Paspoort aanvragen, 4 personen"."""
        pairs = zip(self.gekozen, self.keuze.regels, strict=True)
        return "; ".join(tell_regel(soort, regel.personen) for soort, regel in pairs)

    @property
    def gekozen(self) -> list[SoortKeuze]:
        """What somebody comes for, in the order of their choice."""
        known = {soort.code: soort for soort in self.soorten}
        return [known[regel.soort] for regel in self.keuze.regels]


def tell_regel(soort: SoortKeuze, personen: int) -> str:
    """ "Paspoort aanvragen, 4 personen"; the number is left out where nobody asks it."""
    if soort.max_personen == 1:
        return soort.naam
    words = ngettext("%(naam)s, %(aantal)d persoon", "%(naam)s, %(aantal)d personen", personen)
    return words % {"naam": soort.naam, "aantal": personen}


def see_other(url: str) -> HttpResponse:
    """Go and fetch that page, so that loading it again sends nothing twice."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response
