"""Taking a table over: all of it or nothing, once, and only what the eindredacteur looked at."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import get_default_timezone
from wagtail.search.backends import get_search_backends

from eloket.betalingen.models import Tabelconcept, Tarief, TariefBedrag
from eloket.betalingen.tabel.concept import load_tabel
from eloket.betalingen.tabel.logboek import log_tabel
from eloket.betalingen.tabel.vergelijken import Regel, Soort, Vergelijking, compare_tabel
from eloket.betalingen.verloop import Woorden
from eloket.website.services import bump_version

WOORDEN = ("naam", "naam_en", "artikel")


class AlOvergenomen(Exception):
    """Somebody took this table over already; nothing was done now."""


class NietOverTeNemen(Exception):
    """There are faults in it; nothing was done."""


class TabelVeranderd(Exception):
    """The tarieven changed since the preview was looked at; nothing was done."""


def compare_concept(concept: Tabelconcept, *, now: datetime) -> Vergelijking:
    """What this table would change now, with what was wrong in the file itself."""
    tabel = load_tabel(concept)
    found = compare_tabel(tabel.rijen, today=now.astimezone(get_default_timezone()).date())
    found.meldingen = sorted([*tabel.meldingen, *found.meldingen], key=lambda each: each.nummer)
    return found


@transaction.atomic
def apply_concept(concept: Tabelconcept, *, kenmerk: str, user: Any, now: datetime) -> dict[str, int]:
    """Take the table over and say how many of what. `kenmerk`: of the `Vergelijking` that was looked at.

    Errors: `AlOvergenomen`, `NietOverTeNemen`, `TabelVeranderd`; then nothing is written.
    """
    waiting = Tabelconcept.objects.waiting().filter(pk=concept.pk)
    if not waiting.update(overgenomen_at=now, overgenomen_by=user):
        raise AlOvergenomen
    # Two tables at the same moment go one after the other.
    list(Tarief.objects.select_for_update().order_by("pk").values_list("pk"))
    found = compare_concept(concept, now=now)
    if found.fouten:
        raise NietOverTeNemen
    if found.kenmerk != kenmerk:
        raise TabelVeranderd
    ids = write_regels(found.veranderingen)
    verslag = {str(soort): found.count(soort) for soort in Soort}
    Tabelconcept.objects.filter(pk=concept.pk).update(verslag=verslag)
    log_tabel(concept, found.veranderingen, ids, verslag, user=user, now=now)
    return verslag


def write_regels(regels: Sequence[Regel]) -> dict[str, int]:
    """Write these, in a handful of queries however many there are. The ids of their tarieven, by code."""
    _make_tarieven([each for each in regels if each.soort is Soort.NIEUW])
    codes = {each.rij.code for each in regels}
    ids = dict(Tarief.objects.filter(code__in=codes).values_list("code", "pk"))
    there = {
        (each.tarief_id, each.vanaf): each for each in TariefBedrag.objects.filter(tarief__code__in=codes)
    }
    amounts = [_amount(each, ids[each.rij.code], there) for each in regels]
    TariefBedrag.objects.bulk_create([each for each in amounts if each.pk is None], batch_size=500)
    old = [each for each in amounts if each.pk is not None]
    TariefBedrag.objects.bulk_update(old, ["bedrag", *WOORDEN], batch_size=500)
    back = {each.rij.code for each in regels if each.herleeft}
    Tarief.objects.filter(code__in=back).update(vervallen_per=None)
    if regels:
        bump_version()
    return ids


def _make_tarieven(regels: Sequence[Regel]) -> None:
    """One row for each new code, called as its first day calls it; found when one looks for it."""
    first: dict[str, Regel] = {}
    for each in sorted(regels, key=lambda regel: regel.rij.vanaf):
        first.setdefault(each.rij.code, each)
    Tarief.objects.bulk_create(
        Tarief(code=code, **{name: getattr(regel.rij, name) for name in WOORDEN})
        for code, regel in first.items()
    )
    if first:  # bulk writes send no signals
        made = list(Tarief.objects.filter(code__in=first))
        for backend in get_search_backends():
            backend.get_index_for_model(Tarief).add_items(Tarief, made)


def _amount(regel: Regel, tarief_id: int, there: dict[tuple[int, date], TariefBedrag]) -> TariefBedrag:
    """The amount of that day, new or changed, with what it is called from then on."""
    vanaf = regel.rij.vanaf
    amount = there.get((tarief_id, vanaf)) or TariefBedrag(tarief_id=tarief_id, vanaf=vanaf)
    amount.bedrag = regel.rij.bedrag
    words = regel.woorden.over(Woorden(amount.naam, amount.naam_en, amount.artikel))
    for name in WOORDEN:
        setattr(amount, name, getattr(words, name))
    return amount
