"""The ledger: what happened to each message, and whether its proof is whole."""

import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db import transaction

from eloket.berichten.models import Bericht, BerichtQuerySet, Feit, Regel
from eloket.berichten.soorten import SOORTEN
from eloket.lib.partij import Identificerend, eigen_sleutels
from eloket.lib.versleuteling import keyed_hashes

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Boeking:
    """One thing that happened, in words of `Feit`."""

    feit: str
    at: datetime

    @property
    def woorden(self) -> str:
        return str(Feit(self.feit).label)


@dataclass(frozen=True, slots=True)
class BerichtInfo:
    """A message as the person it is for sees it. `klopt`: its proof was not tampered with.

    `zaak`: the number of what it is about: `voor` says whether that is a zaak or a product.
    """

    id: str
    titel: str
    aard: str
    zaak: str
    voor: str
    at: datetime
    uiterlijk: date | None
    boekingen: tuple[Boeking, ...]
    klopt: bool

    @property
    def gelezen(self) -> bool:
        return any(boeking.feit == Feit.GELEZEN for boeking in self.boekingen)


@dataclass(frozen=True, slots=True)
class Berichtenlijst:
    """One page of them, newest first."""

    items: tuple[BerichtInfo, ...]
    page: int
    page_size: int
    total: int


def note(bericht: Bericht, feit: Feit, *, now: datetime, **changes: Any) -> None:
    """Add a line to the proof of this message; the line before it goes into its hash.

    `changes`: fields of the message that change with it.
    """
    with transaction.atomic():
        locked = Bericht.objects.select_for_update().get(pk=bericht.pk)
        _add_line(locked, locked.regels.count() + 1, feit, now, changes)


def note_first(bericht: Bericht, feit: Feit, *, now: datetime) -> None:
    """The first line, of a message made in this very transaction: nobody else can be there yet."""
    _add_line(bericht, 1, feit, now, {})


def _add_line(
    bericht: Bericht, volgnummer: int, feit: Feit, now: datetime, changes: Mapping[str, Any]
) -> None:
    digest = keyed_hashes(_text(bericht, volgnummer, feit, now, bericht.ketting))[0]
    Regel.objects.create(bericht=bericht, volgnummer=volgnummer, feit=feit, at=now, hash=digest)
    Bericht.objects.filter(pk=bericht.pk).update(ketting=digest, **changes)


def note_once(bericht: Bericht, feit: Feit, *, now: datetime) -> None:
    """The same, when it was not noted before."""
    if not Regel.objects.filter(bericht=bericht, feit=feit).exists():
        note(bericht, feit, now=now)


def is_whole(bericht: Bericht, regels: Iterable[Regel]) -> bool:
    """Does each line follow from the one before, and is the last one the newest that we wrote?"""
    previous, count = "", 0
    for count, regel in enumerate(regels, 1):
        expected = keyed_hashes(_text(bericht, count, regel.feit, regel.at, previous))
        if regel.volgnummer != count or not any(hmac.compare_digest(regel.hash, each) for each in expected):
            return False
        previous = regel.hash
    return previous == bericht.ketting


def list_berichten(*, voor: Identificerend, page: int) -> Berichtenlijst:
    """The messages for this person, newest first, and nobody else's. Three queries."""
    pages = Paginator(_of(voor), PAGE_SIZE)
    chosen = pages.get_page(page)
    items = tuple(_to_info(bericht) for bericht in chosen.object_list)
    return Berichtenlijst(items, chosen.number, PAGE_SIZE, pages.count)


def iterate_berichten(*, voor: Identificerend) -> Iterator[BerichtInfo]:
    """All of them, to take along."""
    for bericht in _of(voor).iterator(chunk_size=200):
        yield _to_info(bericht)


def note_gelezen(*, zaak: str, voor: Identificerend, now: datetime) -> None:
    """This person opened this zaak: what we wrote about it is read. One query when it was already."""
    unread = Bericht.objects.of_persoon(eigen_sleutels(voor)).filter(zaak=zaak)
    for bericht in unread.exclude(regels__feit=Feit.GELEZEN):
        note(bericht, Feit.GELEZEN, now=now)


def check_bewijs() -> int:
    """Look at the proof of every message and remember whether it is whole; how many are not."""
    broken = 0
    for bericht in Bericht.objects.prefetch_related("regels").order_by("pk").iterator(chunk_size=500):
        klopt = is_whole(bericht, bericht.regels.all())
        broken += not klopt
        if klopt != bericht.bewijs_klopt:
            Bericht.objects.filter(pk=bericht.pk).update(bewijs_klopt=klopt)
    return broken


def _of(voor: Identificerend) -> "BerichtQuerySet":
    mine = Bericht.objects.of_persoon(eigen_sleutels(voor)).exclude(zaak="")
    return mine.prefetch_related("regels").order_by("-created_at", "pk")


def _to_info(bericht: Bericht) -> BerichtInfo:
    regels = list(bericht.regels.all())
    soort = SOORTEN.get(bericht.sjabloon)
    return BerichtInfo(
        id=str(bericht.pk),
        titel=str(soort.titel) if soort else bericht.sjabloon,
        aard=str(bericht.get_aard_display()),
        zaak=bericht.zaak,
        voor=soort.voor if soort else "",
        at=bericht.created_at,
        uiterlijk=bericht.uiterlijk,
        boekingen=tuple(Boeking(regel.feit, regel.at) for regel in regels),
        klopt=is_whole(bericht, regels),
    )


def _text(bericht: Bericht, volgnummer: int, feit: str, at: datetime, previous: str) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return f"grootboek|{bericht.pk}|{volgnummer}|{feit}|{moment}|{previous}"
