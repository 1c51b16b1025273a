"""What a change of the opening hours would do to afspraken: looked at before it counts, never acted upon.

The change is made, looked at and undone in one transaction, so that what is asked is what would happen.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import Nakijkend
from eloket.afspraken.models import (
    Afspraak,
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Openingsregel,
    Uitzondering,
    Vaardigheid,
)
from eloket.afspraken.services.referentie import show_referentie

T = TypeVar("T")
CHUNK = 500  # keys in one question to the database
Wijzigbaar = Afspraaklocatie | Agenda | Afspraaksoort | Openingsregel | Uitzondering | Vaardigheid


@dataclass(frozen=True, slots=True)
class Geraakt:
    """An afspraak that falls outside. Says nothing of who comes."""

    id: UUID
    referentie: str
    begin: datetime
    eind: datetime
    locatie: str
    kanaal: str
    soorten: str

    @property
    def toonreferentie(self) -> str:
        """As it is said aloud: in two halves."""
        return show_referentie(self.referentie)


class AkkoordNodig(Exception):
    """Afspraken would fall outside the opening hours; nothing was changed."""

    def __init__(self, geraakt: Sequence[Geraakt]) -> None:
        super().__init__(f"{len(geraakt)} afspraken")
        self.geraakt = geraakt
        self.akkoord = _fingerprint(geraakt)


def make_change(
    change: Callable[[], T], locaties: Collection[int] | None, *, akkoord: str = "", now: datetime
) -> tuple[T, list[Geraakt]]:
    """Do `change`, which touches the hours of these places (None: of all); its answer, and what it hits.

    `akkoord`: what an earlier `AkkoordNodig` carried, from somebody who saw that list and goes on.
    Errors: `AkkoordNodig` when afspraken would fall outside by it, or others than the list that was seen.
    """
    with transaction.atomic():
        before = find_buiten(locaties, now=now)
        answer = change()
        geraakt = describe_geraakt(find_buiten(locaties, now=now) - before)
        if geraakt and akkoord != _fingerprint(geraakt):
            raise AkkoordNodig(geraakt)
    return answer, geraakt


def preview_change(
    change: Callable[[], object], locaties: Collection[int] | None, *, now: datetime
) -> list[Geraakt]:
    """What `change` would hit; nothing is changed."""
    with transaction.atomic():
        before = find_buiten(locaties, now=now)
        change()
        geraakt = describe_geraakt(find_buiten(locaties, now=now) - before)
        transaction.set_rollback(True)
    return geraakt


def list_geraakt(*, now: datetime) -> list[Geraakt]:
    """Everything still to come that falls outside the opening hours as they are."""
    return describe_geraakt(find_buiten(None, now=now))


def find_buiten(locaties: Collection[int] | None, *, now: datetime) -> set[str]:
    """The bookings to come at these places (None: all) that could not be made now.

    Errors: `NietBereikbaar`.
    """
    found: set[str] = set()
    for systeem, codes in _by_systeem(locaties).items():
        backend = get_backend(systeem)
        if isinstance(backend, Nakijkend):
            found |= backend.list_buiten(codes, now=now)
    return found


def describe_geraakt(boekingen: Collection[str]) -> list[Geraakt]:
    """The afspraken of these bookings that stand, the first one first."""
    keys = sorted(boekingen)
    rows: list[Afspraak] = []
    for start in range(0, len(keys), CHUNK):
        found = Afspraak.objects.standing().filter(boeking__in=keys[start : start + CHUNK])
        rows += found.select_related("locatie").prefetch_related("regels__soort")
    return [_describe(row) for row in sorted(rows, key=lambda row: (row.begin, row.referentie))]


def locaties_of(*things: Wijzigbaar) -> set[int] | None:
    """The places whose hours these touch; None: all of them."""
    found: set[int] = set()
    for thing in things:
        one = _locatie_of(thing)
        if one is None:
            return None
        found |= one
    return found


def _locatie_of(thing: Wijzigbaar) -> set[int] | None:
    match thing:
        case Afspraaklocatie():
            return {thing.pk} if thing.pk else set()
        case Agenda():
            return {thing.locatie_id}
        case Openingsregel() | Uitzondering() if thing.agenda:
            return {thing.agenda.locatie_id}
        case Openingsregel() | Uitzondering() if thing.locatie_id:
            return {thing.locatie_id}
        case _:
            return None


def _by_systeem(locaties: Collection[int] | None) -> dict[str, list[str]]:
    rows = (
        Afspraaklocatie.objects.all() if locaties is None else Afspraaklocatie.objects.filter(pk__in=locaties)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for systeem, code in rows.order_by("volgorde", "pk").values_list("systeem", "code"):
        found[systeem].append(code)
    return found


def _describe(row: Afspraak) -> Geraakt:
    return Geraakt(
        row.pk,
        row.referentie,
        row.begin,
        row.eind,
        row.locatie.naam,
        row.get_kanaal_display(),
        ", ".join(regel.soort.naam for regel in row.regels.all()),
    )


def _fingerprint(geraakt: Sequence[Geraakt]) -> str:
    text = "\n".join(sorted(f"{each.id} {each.begin.timestamp():.0f}" for each in geraakt))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
