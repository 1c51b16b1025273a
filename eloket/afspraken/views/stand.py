"""What the session of who is busy remembers: the time that is held, and what was filled in."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, QueryDict

from eloket.afspraken.backends.base import Houvast
from eloket.afspraken.keuze import Keuze, read_keuze
from eloket.lib.versleuteling import keyed_hashes

GEHEIM = "afspraken_geheim"
STAND = "afspraken_stand"
KLAAR = "afspraken_klaar"


@dataclass(frozen=True, slots=True)
class Stand:
    """`houvast` and `tot` are of the time that is held. `verzoek`: one for the afspraak to be made."""

    keuze: Keuze
    houvast: str
    begin: datetime
    eind: datetime
    tot: datetime
    verzoek: str
    gegevens: dict[str, Any] | None = None

    @property
    def merk(self) -> str:
        """Changes with whatever the check page shows: what is confirmed was seen."""
        text = json.dumps([self.houvast, self.keuze.query(), self.gegevens], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def with_houvast(self, houvast: Houvast) -> Stand:
        return replace(self, houvast=houvast.sleutel, begin=houvast.begin, eind=houvast.eind, tot=houvast.tot)

    def with_gegevens(self, gegevens: dict[str, Any]) -> Stand:
        return replace(self, gegevens=gegevens)


def make_stand(keuze: Keuze, houvast: Houvast, gegevens: dict[str, Any] | None) -> Stand:
    return Stand(
        keuze=keuze,
        houvast=houvast.sleutel,
        begin=houvast.begin,
        eind=houvast.eind,
        tot=houvast.tot,
        verzoek=secrets.token_urlsafe(24),
        gegevens=gegevens,
    )


def read_stand(request: HttpRequest) -> Stand | None:
    """None when this browser holds no time."""
    data = request.session.get(STAND)
    if not data:
        return None
    moments = {name: datetime.fromisoformat(data[name]) for name in ("begin", "eind", "tot")}
    keuze = read_keuze(QueryDict(data["keuze"]))
    return Stand(
        keuze=keuze,
        houvast=data["houvast"],
        verzoek=data["verzoek"],
        gegevens=data["gegevens"],
        **moments,
    )


def save_stand(session: SessionBase, stand: Stand) -> None:
    session[STAND] = {
        "keuze": stand.keuze.query(),
        "houvast": stand.houvast,
        "begin": stand.begin.isoformat(),
        "eind": stand.eind.isoformat(),
        "tot": stand.tot.isoformat(),
        "verzoek": stand.verzoek,
        "gegevens": stand.gegevens,
    }


def finish_stand(session: SessionBase, *, afspraak: str, verzoek: str) -> None:
    """The afspraak is made: what was filled in is forgotten, and its number can be shown again."""
    session.pop(STAND, None)
    session[KLAAR] = {"afspraak": afspraak, "verzoek": verzoek}


def read_klaar(request: HttpRequest) -> dict[str, str]:
    """What this browser made last: `afspraak` (its id) and `verzoek`; empty for nothing."""
    found: dict[str, str] = request.session.get(KLAAR) or {}
    return found


def has_session(request: HttpRequest) -> bool:
    """Did this browser bring a session? Only then it is looked at, so that others get no cookie."""
    names = {settings.SESSION_COOKIE_NAME, settings.ELOKET_MEDEWERKER_COOKIE}
    return not names.isdisjoint(request.COOKIES)


def get_houder(request: HttpRequest) -> str:
    """Who holds a time, as the agenda knows it: a keyed hash; "" for a browser that never held one."""
    secret = request.session.get(GEHEIM) if has_session(request) else ""
    return _hash(secret) if secret else ""


def make_houder(request: HttpRequest) -> str:
    """The same, for who is about to hold a time: this browser gets its secret."""
    secret = request.session.setdefault(GEHEIM, secrets.token_urlsafe(24))
    return _hash(secret)


def _hash(secret: str) -> str:
    return keyed_hashes(f"afspraken:{secret}")[0]
