"""Step 3: when. Five days with room, the times of each, and a month to jump to another day."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from eloket.afspraken.backends.base import Dag, Moment
from eloket.afspraken.blad import (
    DAGEN_PER_BLAD,
    Blad,
    dagdeel_of,
    in_dagdeel,
    lay_out_month,
    list_ruim,
    next_month,
    previous_month,
    turn_to,
)
from eloket.afspraken.services.plaatsen import Plaats, find_plaats
from eloket.afspraken.services.zoeken import list_dagen, list_momenten
from eloket.afspraken.views.adviseurs import list_links
from eloket.afspraken.views.scherm import KeuzeStap
from eloket.afspraken.views.stand import get_houder
from eloket.afspraken.woorden import tell_dagkop, tell_tijd, to_local

ZOEKDAGEN = 3 * DAGEN_PER_BLAD  # days with room that are looked through for the part of the day asked for


@dataclass(frozen=True, slots=True)
class Tijdkeuze:
    """One radio. `waarde`: the moment as it is posted; `nummer`: its place on the page."""

    nummer: int
    waarde: str
    label: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Dagblok:
    """A day with its radios by part of the day. `open`: it is the first, or holds the choice."""

    datum: date
    kop: str
    aantal: int
    dagdelen: tuple[tuple[str, tuple[Tijdkeuze, ...]], ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Maandcel:
    """A day of the month table. `url` is "" without room; `dag` is "" outside the month."""

    dag: str
    aantal: int
    url: str
    getoond: bool


class Tijd(KeuzeStap):
    nummer = 3
    template = "afspraken/tijd.html"

    plek: Plaats
    houder: str

    def open(self, request: HttpRequest) -> HttpResponse | None:
        refused = super().open(request)
        if refused is not None:
            return refused
        plek = find_plaats(self.keuze.plaats)
        if plek is None or plek.kanaal != self.keuze.kanaal:
            extra = "weg=1" if self.keuze.plaats else ""
            return HttpResponseRedirect(self.url("plaats", replace(self.keuze, plaats=""), extra))
        self.plek, self.houder = plek, get_houder(request)
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def show(self, *, status: int = 200, **context: Any) -> HttpResponse:
        """The page; `context`: what to say of a time that could not be held."""
        dagen = self._list_dagen()
        ruim = list_ruim(dagen, weekdag=self.keuze.weekdag)
        blad, momenten = self._fill(ruim)
        own = {
            "keuze": self.keuze,
            "samenvatting": self.samenvatting,
            "plek": self.plek,
            "blokken": self._make_blokken(blad, momenten),
            "eerder_url": self._link(blad.eerder),
            "later_url": self._link(blad.later),
            "maand": self._make_maand(dagen, blad),
            "adviseurs": list_links(self.loket, self.keuze),
            "verzoek": secrets.token_urlsafe(18),
            "verborgen": self.keuze.pairs(),
            "filter_verborgen": replace(self.keuze, dagdeel="", weekdag=0).pairs(),
            "weekdagen": [(number + 1, name) for number, name in WEEKDAYS.items()],
            "laatste_dag": dagen[-1].datum,
            "heeft_ruimte": any(dag.aantal for dag in dagen),
            "gefilterd": bool(self.keuze.dagdeel or self.keuze.weekdag),
            "alles_url": self.url("tijd", replace(self.keuze, dagdeel="", weekdag=0)),
            "plaats_url": self.url("plaats", replace(self.keuze.whole_agenda(), plaats="")),
            "wijzig_url": self.url("waarvoor", self.keuze),
            "hou_url": self.url("vasthouden"),
            "hou_token": self.hou_token(),
            "eerste_id": "t1",
            "fout": "",
            "titel_melding": "",
            "tekst_melding": "",
            "alternatieven": (),
        }
        return self.toon(self.template, {**own, **context}, status=status)

    def _list_dagen(self) -> list[Dag]:
        """Every day from today until nothing can be chosen any more."""
        today = to_local(self.now).date()
        last = today + timedelta(days=min(soort.vooruit_dagen for soort in self.gekozen))
        return list_dagen(
            self.keuze.to_bezoek(self.loket.bereik),
            self.keuze.plaats,
            van=today,
            tot_en_met=last,
            now=self.now,
            houder=self.houder,
        )

    def _fill(self, ruim: Sequence[date]) -> tuple[Blad, list[Moment]]:
        """The days to show with their moments; those of one part of the day are looked for."""
        van = self.keuze.van
        if not self.keuze.dagdeel:
            blad = turn_to(ruim, van)
            return blad, self._list_momenten(blad.dagen)
        days = list(islice((day for day in ruim if not van or day >= van), ZOEKDAGEN))
        momenten = [m for m in self._list_momenten(days) if in_dagdeel(m, self.keuze.dagdeel)]
        fitting = sorted({to_local(moment.begin).date() for moment in momenten})
        blad = turn_to(ruim, van, shown=fitting[:DAGEN_PER_BLAD])
        if not fitting and days:  # nothing among these: go on behind them
            blad = replace(blad, later=next((day for day in ruim if day > days[-1]), None))
        return blad, momenten

    def _list_momenten(self, days: Sequence[date]) -> list[Moment]:
        if not days:
            return []
        return list_momenten(
            self.keuze.to_bezoek(self.loket.bereik),
            self.keuze.plaats,
            van=days[0],
            tot_en_met=days[-1],
            now=self.now,
            houder=self.houder,
        )

    def _make_blokken(self, blad: Blad, momenten: Sequence[Moment]) -> list[Dagblok]:
        own = any(moment.eigen for moment in momenten)
        counted = list(enumerate(momenten, 1))
        blokken = []
        for number, day in enumerate(blad.dagen):
            found = [pair for pair in counted if to_local(pair[1].begin).date() == day]
            is_open = any(moment.eigen for _number, moment in found) if own else number == 0
            blokken.append(_make_blok(day, found, is_open=is_open))
        return blokken

    def _link(self, day: date | None) -> str:
        return self.url("tijd", replace(self.keuze, van=day)) if day else ""

    def _make_maand(self, dagen: Sequence[Dag], blad: Blad) -> dict[str, Any]:
        first, last = dagen[0].datum, dagen[-1].datum
        day = blad.dagen[0] if blad.dagen else min(max(self.keuze.van or first, first), last)
        before, after = previous_month(day), next_month(day)
        return {
            "titel": capfirst(date_format(day, "F Y")),
            "naam": date_format(day, "F"),
            "dagnamen": list(zip(WEEKDAYS_ABBR.values(), WEEKDAYS.values(), strict=True)),
            "weken": [
                [self._make_cel(each.datum, each.aantal, blad) for each in week]
                for week in lay_out_month(dagen, day)
            ],
            "eerder": self._month_link(max(before, first) if before >= first.replace(day=1) else None),
            "later": self._month_link(after if after <= last else None),
        }

    def _make_cel(self, day: date, aantal: int | None, blad: Blad) -> Maandcel:
        if aantal is None:
            return Maandcel("", 0, "", False)
        url = self.url("tijd", replace(self.keuze.whole_agenda(), van=day)) if aantal else ""
        return Maandcel(str(day.day), aantal, url, day in blad.dagen)

    def _month_link(self, day: date | None) -> tuple[str, str] | None:
        if day is None:
            return None
        return capfirst(date_format(day, "F")), self.url("tijd", replace(self.keuze, van=day))


def _make_blok(day: date, momenten: Sequence[tuple[int, Moment]], *, is_open: bool) -> Dagblok:
    titles = {"ochtend": _("Ochtend"), "middag": _("Middag")}
    parts = (
        (title, tuple(_make_radio(*pair) for pair in momenten if dagdeel_of(pair[1]) == code))
        for code, title in titles.items()
    )
    return Dagblok(day, tell_dagkop(day), len(momenten), tuple(part for part in parts if part[1]), is_open)


def _make_radio(nummer: int, moment: Moment) -> Tijdkeuze:
    label = tell_tijd(moment.begin)
    if moment.eigen:
        label = _("%(tijd)s (uw keuze)") % {"tijd": label}
    return Tijdkeuze(nummer, moment.begin.isoformat(), label, moment.eigen)
