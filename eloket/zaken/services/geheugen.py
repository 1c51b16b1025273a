"""What a person read of a register elsewhere, told again for a minute: going back costs no call.

In the memory of this process and nowhere else, under a keyed hash of the person. A failure is never kept.
That something changed is a row in our database, so that a worker which changes it, or hears of it, reaches
what every web process remembers.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.core.signals import setting_changed

from eloket.lib import klok
from eloket.lib.partij import Identificerend, Partij, eigen_sleutels, identifies, zoeksleutel
from eloket.zaken.backends import Bron, list_bronnen
from eloket.zaken.backends.base import Onthoudbaar
from eloket.zaken.models import Vernieuwd

T = TypeVar("T")
MAXIMUM = 500  # answers at a time in one process
BEWAARTERMIJN = timedelta(hours=1)  # of what changed; nothing is remembered for so long


@dataclass(frozen=True, slots=True)
class _Gelezen(Generic[T]):
    """`op`: before the register was asked. `sleutels`: whatever changes there makes this old."""

    op: datetime
    sleutels: frozenset[str]
    antwoord: T


class Geheugen(Generic[T]):
    """Answers of one kind. `numbers`: the zaken in one; `whole`: whether it may be kept."""

    def __init__(
        self, numbers: Callable[[T], Iterable[str]], whole: Callable[[T], bool] = lambda _answer: True
    ) -> None:
        self._numbers, self._whole = numbers, whole
        self._kept: OrderedDict[Hashable, _Gelezen[T]] = OrderedDict()
        self._slot = threading.Lock()
        setting_changed.connect(self._hear_setting, weak=False)

    def recall(self, bron: Bron, voor: Identificerend, vraag: Hashable, fetch: Callable[[], T]) -> T:
        """What this register told this person a moment ago, or what `fetch` gives; its errors go through."""
        seconds = _seconds(bron)
        if not seconds:
            return fetch()
        key, now = (bron.naam, zoeksleutel(voor), vraag), klok.now()
        known = self._kept.get(key)
        if known is not None and _is_fresh(known.op, now, seconds) and not _is_changed(known):
            return known.antwoord
        answer = fetch()
        if self._whole(answer):
            sleutels = frozenset([*eigen_sleutels(voor), *self._numbers(answer)])
            self._keep(key, _Gelezen(now, sleutels, answer))
        return answer

    def _keep(self, key: Hashable, gelezen: _Gelezen[T]) -> None:
        with self._slot:
            self._kept[key] = gelezen
            self._kept.move_to_end(key)
            while len(self._kept) > MAXIMUM:
                self._kept.popitem(last=False)

    def _hear_setting(self, *, setting: str, **kwargs: Any) -> None:
        if setting == "ELOKET_ZAKEN":
            self._kept.clear()


def renew(*, voor: Partij | None = None, identificatie: str = "") -> None:
    """Something of this person, or in this zaak, changed: what any process remembers of it is old.

    Nothing where no register is remembered.
    """
    if not any(_seconds(bron) for bron in list_bronnen()):
        return
    keys = [zoeksleutel(voor)] if identifies(voor) else []
    rows = [Vernieuwd(sleutel=key, op=klok.now()) for key in (*keys, identificatie) if key]
    Vernieuwd.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["sleutel"], update_fields=["op"]
    )


def purge_vernieuwd(*, now: datetime) -> int:
    """Remove what nobody can remember any more. The number removed."""
    return Vernieuwd.objects.older_than(now - BEWAARTERMIJN).delete()[0]


def _seconds(bron: Bron) -> int:
    return bron.register.onthoud_seconden if isinstance(bron.register, Onthoudbaar) else 0


def _is_fresh(op: datetime, now: datetime, seconds: int) -> bool:
    return timedelta(0) <= now - op < timedelta(seconds=seconds)


def _is_changed(known: _Gelezen[Any]) -> bool:
    return Vernieuwd.objects.since(known.op, known.sleutels).exists()
