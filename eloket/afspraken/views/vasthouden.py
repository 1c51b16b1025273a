"""The POST that holds the chosen time. Until here nothing was kept, and no cookie was set."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from eloket.afspraken.backends.base import Houvast, TijdBezet, Vol
from eloket.afspraken.keuze import Keuze, read_keuze
from eloket.afspraken.services.vasthouden import hold_tijd
from eloket.afspraken.views.alternatief import offer_others
from eloket.afspraken.views.grenzen import may_hold, too_often
from eloket.afspraken.views.scherm import see_other
from eloket.afspraken.views.stand import get_houder, make_houder, make_stand, read_stand, save_stand
from eloket.afspraken.views.tijd import Tijd
from eloket.lib.herkomst import is_from_own_page

JAREN = 10


class Vasthouden(Tijd):
    """Holds one of the times of the page, or one of the alternatives that were offered for a lost one."""

    http_method_names = ["get", "head", "post"]

    begin: datetime | None

    def open(self, request: HttpRequest) -> HttpResponse | None:
        if request.method != "POST":
            return HttpResponseRedirect(self.url("start"))
        if not self.loket.is_balie and not is_from_own_page(request):  # the page before carries no token
            return self.toon("afspraken/geweigerd.html", {"begin_url": self.url("start")}, status=403)
        return super().open(request)

    def read(self, request: HttpRequest) -> Keuze:
        keuze = read_keuze(request.POST)
        plaats, _space, begin = request.POST.get("alternatief", "").partition(" ")
        self.begin = read_moment(begin or request.POST.get("begin", ""), now=self.now)
        return replace(keuze, plaats=plaats) if plaats else keuze

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.begin is None:
            return self.show(fout=_("Kies een tijd."))
        if not self.loket.is_balie and not may_hold(request, now=self.now):
            told = {"titel_melding": _("U koos al vaak een tijd"), "tekst_melding": too_often()}
            return self.show(status=429, **told)
        try:
            houvast = self._hold(request, self.begin)
        except (TijdBezet, Vol):
            return self._tell_taken(self.begin)
        return self._go_on(request, houvast)

    def again_url(self) -> str:
        return self.url("tijd", self.keuze)

    def _hold(self, request: HttpRequest, begin: datetime) -> Houvast:
        return hold_tijd(
            self.keuze.to_bezoek(self.loket.bereik),
            self.keuze.plaats,
            begin,
            houder=make_houder(request),
            verzoek=self._verzoek(request, begin),
            now=self.now,
        )

    def _verzoek(self, request: HttpRequest, begin: datetime) -> str:
        """One for each page that was shown and each time on it: "back" and another time is another hold."""
        page = request.POST.get("verzoek", "")[:40] or secrets.token_urlsafe(18)
        text = f"{page} {make_houder(request)} {self.keuze.query()} {begin.isoformat()}"
        return hashlib.sha256(text.encode()).hexdigest()

    def _go_on(self, request: HttpRequest, houvast: Houvast) -> HttpResponse:
        """To the details; what was filled in before for another time is still there."""
        old = read_stand(request)
        stand = make_stand(self.keuze.whole_agenda(), houvast, old.gegevens if old else None)
        save_stand(request.session, stand)
        return see_other(self.url("controleren" if stand.gegevens else "gegevens"))

    def _tell_taken(self, begin: datetime) -> HttpResponse:
        houder = get_houder(self.request)
        return self.show(
            titel_melding=_("Deze tijd is niet meer vrij"),
            tekst_melding=_("Iemand anders was net iets eerder. Kies een andere tijd."),
            alternatieven=offer_others(self.loket, self.keuze, begin, houder=houder, now=self.now),
        )


def read_moment(text: str, *, now: datetime) -> datetime | None:
    """None for what is no moment with a time zone, or so far away that no agenda reaches it."""
    try:
        found = datetime.fromisoformat(text[:40])
    except ValueError:
        return None
    return found if found.tzinfo and abs(found.year - now.year) < JAREN else None
