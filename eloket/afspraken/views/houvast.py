"""What the steps after the choice of a time share: the time is held, until this visitor is done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eloket.afspraken.backends.base import OnbekendeBoeking, TijdBezet, Vol
from eloket.afspraken.forms.gegevens import Omgeving
from eloket.afspraken.services.gemaakt import find_gemaakt
from eloket.afspraken.services.plaatsen import Plaats, find_plaats
from eloket.afspraken.services.vasthouden import get_houvast, prolong_houvast, release_houvast
from eloket.afspraken.views.alternatief import offer_others
from eloket.afspraken.views.scherm import Stap, see_other
from eloket.afspraken.views.stand import STAND, Stand, get_houder, read_klaar, read_stand, save_stand
from eloket.afspraken.woorden import tell_afspraak, tell_tijd, to_local

LANGER, STOP = "langer", "stop"  # the buttons

WEG = (TijdBezet, Vol, OnbekendeBoeking)


class HoudStap(Stap):
    """A step for who holds a time. Its answers stay when the time goes to somebody else."""

    stand: Stand
    plek: Plaats | None

    def open(self, request: HttpRequest) -> HttpResponse | None:
        stand = read_stand(request)
        if stand is None:
            return self.tell_nothing()
        self.stand, self.plek = stand, find_plaats(stand.keuze.plaats)
        # Made already, while this browser never heard our answer.
        return see_other(self.url("klaar")) if find_gemaakt(stand.verzoek) else None

    def look(self) -> HttpResponse | None:
        """Is the time still ours? If not, the page that offers others."""
        try:
            self.stand = self.stand.with_houvast(get_houvast(self.stand.houvast, self.stand.keuze.plaats))
        except WEG:
            return self.tell_lost()
        return None

    def handle_buttons(self, request: HttpRequest) -> HttpResponse | None:
        """More time, or no time any more. None when another button was pressed."""
        if STOP in request.POST:
            release_houvast(self.stand.houvast, self.stand.keuze.plaats)
            request.session.pop(STAND, None)
            return see_other(self.url("start"))
        if LANGER not in request.POST:
            return None
        try:
            houvast = prolong_houvast(self.stand.houvast, self.stand.keuze.plaats, now=self.now)
        except WEG:
            return self.tell_lost()
        self.stand = self.stand.with_houvast(houvast)
        save_stand(request.session, self.stand)
        return None

    @property
    def tijd_url(self) -> str:
        """The time page where the time that is held can be seen among the others."""
        day = to_local(self.stand.begin).date()
        return self.url("tijd", replace(self.stand.keuze, van=day))

    def again_url(self) -> str:
        return self.request.path

    @property
    def omgeving(self) -> Omgeving:
        postcodes = self.plek.postcodes if self.plek else ""
        return Omgeving(self.stand.keuze, postcodes, aan_balie=self.loket.is_balie)

    def houd_context(self) -> dict[str, Any]:
        """The time that is held, and until when; no clock that counts down."""
        return {
            "wanneer": tell_afspraak(self.stand.begin),
            "waar": self.plek.naam if self.plek else "",
            "klok": self.tell_clock(),
            "houvast": self.stand.houvast,
            "tijd_url": self.tijd_url,
        }

    def tell_clock(self) -> str:
        tijd = tell_tijd(self.stand.tot)
        if self.stand.tot > self.now:
            return _("Wij houden deze tijd tot %(tijd)s voor u vast.") % {"tijd": tijd}
        return _(
            "Wij hielden deze tijd tot %(tijd)s voor u vast. Niemand anders koos hem: u kunt gewoon verder."
        ) % {"tijd": tijd}

    def tell_lost(self) -> HttpResponse:
        """Somebody else needed the time, or the place closed. The nearest others, with one press each."""
        houder = get_houder(self.request)
        others = offer_others(self.loket, self.stand.keuze, self.stand.begin, houder=houder, now=self.now)
        context = {
            "wanneer": tell_afspraak(self.stand.begin),
            "alternatieven": others,
            "verborgen": self.stand.keuze.pairs(),
            "hou_url": self.url("vasthouden"),
            "hou_token": self.hou_token(),
            "tijd_url": self.tijd_url,
            "plaats_url": self.url("plaats", self.stand.keuze),
        }
        return self.toon("afspraken/verloren.html", context)

    def tell_nothing(self) -> HttpResponse:
        """This browser holds no time: it is done, it stopped, or it never began."""
        made = bool(read_klaar(self.request))
        return self.toon(
            "afspraken/geen_tijd.html",
            {"klaar_url": self.url("klaar") if made else "", "begin_url": self.url("start")},
        )
