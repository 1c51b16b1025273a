"""The session engine (`SESSION_ENGINE`): encrypted at rest, of one kind, ended by silence or by age.

A class per kind, because allauth makes new stores with `request.session.__class__(key)`.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from eloket.accounts.models import Sessie, Soort
from eloket.lib import klok
from eloket.lib.versleuteling import NotDecryptable, decrypt_text, encrypt_text

BEGONNEN = "eloket_begonnen"
SESSIE_SLEUTEL = "eloket_identiteit"
# A GET that only prolongs the session writes at most once in this time.
STAP = timedelta(seconds=30)


class BurgerSessie(DatabaseStore):
    """The session of a visitor of the public counter, logged in or not."""

    soort = Soort.BURGER
    # False for a request that the visitor did not make: it does not prolong the session.
    verleng = True
    # True when the browser brought a key that no longer opens anything.
    verlopen = False

    @classmethod
    def get_model_class(cls) -> type[Sessie]:
        return Sessie

    def load(self) -> dict[str, Any]:
        """The contents; empty, and the key dropped, when it ended or is of the other kind."""
        row = Sessie.objects.filter(
            session_key=self.session_key, soort=self.soort, expire_date__gt=real_now()
        ).first()
        data = self.decode(row.session_data) if row else {}
        if row is None or not data:
            self._session_key, self.verlopen = None, True
            return {}
        self._prolong(row, data)
        return data

    def _prolong(self, row: Sessie, data: dict[str, Any]) -> None:
        deadline = _deadline(data)
        if self.verleng and SESSION_KEY in data and deadline - row.expire_date > STAP:
            Sessie.objects.filter(pk=row.pk).update(expire_date=deadline)

    def create_model_instance(self, data: dict[str, Any]) -> Sessie:
        if SESSION_KEY in data:
            data.setdefault(BEGONNEN, real_now().isoformat())
        return Sessie(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=_deadline(data),
            soort=self.soort,
            user_id=data.get(SESSION_KEY),
        )

    def encode(self, session_dict: dict[str, Any]) -> str:
        return encrypt_text(json.dumps(session_dict))

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        try:
            return json.loads(decrypt_text(str(session_data)))
        except NotDecryptable:
            return {}

    @property
    def deadline(self) -> datetime:
        """Until when this session lasts when nothing more happens."""
        return _deadline(dict(self.items()))


class MedewerkerSessie(BurgerSessie):
    """The session of an employee, on the addresses for employees only."""

    soort = Soort.MEDEWERKER


SessionStore = BurgerSessie


def real_now() -> datetime:
    """The clock without the demo's shift: moving the demo ten days on logs nobody out."""
    return klok.now() - klok.shift()


def _deadline(data: dict[str, Any]) -> datetime:
    """Idle limit or absolute limit, whichever comes first; only the latter before a login."""
    now = real_now()
    absolute = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    if SESSION_KEY not in data:
        return now + absolute
    begonnen = datetime.fromisoformat(data.get(BEGONNEN, now.isoformat()))
    return min(now + timedelta(minutes=settings.ELOKET_SESSIE_MINUTEN), begonnen + absolute)
