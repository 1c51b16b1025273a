"""When will the public site change by itself? Nothing that is kept may outlive that moment."""

import threading
from collections.abc import Callable
from datetime import datetime

from django.db.models import Min
from wagtail.models import Page, Revision

from eloket.website.locaties import next_change, read_locaties
from eloket.website.models import Instellingen

MomentSource = Callable[[datetime], datetime | None]

_sources: list[MomentSource] = []


def register_moment_source(source: MomentSource) -> MomentSource:
    """Add `source(now) -> the first moment after now at which something public changes, or None`.

    Call it in `AppConfig.ready`; usable as a decorator. It is asked once per version of the site and per
    moment that passed, not per request, so a query or two is fine.
    """
    if source not in _sources:
        _sources.append(source)
    return source


def next_moment(*, now: datetime) -> datetime | None:
    """The earliest moment that any source names."""
    return min((moment for source in _sources if (moment := source(now)) is not None), default=None)


@register_moment_source
def next_schedule(now: datetime) -> datetime | None:
    """Pages that go live or expire, and the end of the emergency banner."""
    moments = [
        Revision.objects.filter(approved_go_live_at__gt=now).aggregate(first=Min("approved_go_live_at"))[
            "first"
        ],
        Page.objects.filter(live=True, expire_at__gt=now).aggregate(first=Min("expire_at"))["first"],
        Instellingen.objects.filter(nood_aan=True, nood_tot__gt=now).aggregate(first=Min("nood_tot"))[
            "first"
        ],
    ]
    return min((moment for moment in moments if moment is not None), default=None)


@register_moment_source
def next_opening(now: datetime) -> datetime | None:
    """The footer tells whether the gemeente is open: a counter closes, opens again, or a new day begins."""
    return next_change(read_locaties("nl"), now)


class MomentLezer:
    """The next moment, asked again when the version changed or the moment passed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version: int | None = None
        self._asked_at: datetime | None = None
        self._moment: datetime | None = None

    def moment(self, version: int, *, now: datetime) -> datetime | None:
        with self._lock:
            if self._is_stale(version, now):
                self._moment = next_moment(now=now)
                self._version, self._asked_at = version, now
            return self._moment

    def _is_stale(self, version: int, now: datetime) -> bool:
        if version != self._version or self._asked_at is None or now < self._asked_at:
            return True
        return self._moment is not None and now >= self._moment


lezer = MomentLezer()
