"""The comparison in words, for the preview: per tarief, or per product and form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from eloket.betalingen.models import Tarief
from eloket.betalingen.tabel.vergelijken import Regel, Soort, Vergelijking
from eloket.betalingen.verloop import Verloop
from eloket.lib.geld import euro
from eloket.website.services import Gebruiker, list_gebruik


@dataclass(frozen=True, slots=True)
class Rijtekst:
    """One row of the preview. `nummer`: in the file, 0 for a row that is not in it; `let_op`: remarks."""

    nummer: int
    id: int
    code: str
    waarvoor: str
    oud: str
    nieuw: str
    verschil: str
    vanaf: str
    soort: str
    is_sprong: bool = False
    is_gelijk: bool = False
    let_op: Sequence[str] = ()
    gebruikers: Sequence[Gebruiker] = ()


@dataclass(frozen=True, slots=True)
class Groep:
    """What one product or form will cost; `gebruiker` None: rows that stand nowhere."""

    gebruiker: Gebruiker | None
    rijen: Sequence[Rijtekst]

    @property
    def naam(self) -> str:
        return self.gebruiker.naam if self.gebruiker else _("Staat nog nergens")


def tell_rijen(found: Vergelijking, *, user: Any, today: date) -> tuple[list[Rijtekst], list[Rijtekst]]:
    """The rows of the file, and those of today that it does not hold; each with who uses it."""
    ids = {each.tarief_id for each in found.regels if each.tarief_id} | {each.id for each in found.ontbreekt}
    users = list_gebruik([Tarief(pk=pk) for pk in sorted(ids)], user=user)
    names = dict(Tarief.objects.filter(pk__in=ids).values_list("pk", "naam"))
    told: dict[int, list[str]] = {}
    for each in found.meldingen:
        told.setdefault(each.nummer, []).append(each.tekst)
    rows = [_tell_regel(each, told.get(each.rij.nummer, []), names, users) for each in found.regels]
    return rows, [_tell_missing(each, users, today=today) for each in found.ontbreekt]


def group_rijen(rijen: Sequence[Rijtekst]) -> list[Groep]:
    """The same rows under each product and form that uses them, by name; last what stands nowhere."""
    found: dict[Any, tuple[Gebruiker, list[Rijtekst]]] = {}
    for rij in rijen:
        for each in rij.gebruikers:
            found.setdefault(each.sleutel, (each, []))[1].append(rij)
    groups = [Groep(user, own) for user, own in found.values()]
    groups.sort(key=lambda groep: groep.naam.casefold())
    unused = [rij for rij in rijen if not rij.gebruikers]
    return [*groups, *([Groep(None, unused)] if unused else [])]


def _tell_regel(
    regel: Regel,
    told: Sequence[str],
    names: Mapping[int, str],
    users: Mapping[int, Sequence[Gebruiker]],
) -> Rijtekst:
    rij, pk = regel.rij, regel.tarief_id or 0
    return Rijtekst(
        nummer=rij.nummer,
        id=pk,
        code=rij.code,
        waarvoor=rij.naam or names.get(pk, ""),
        oud=euro(regel.oud) if regel.oud is not None else "–",
        nieuw=euro(rij.bedrag),
        verschil=_tell_verschil(regel.verschil, regel.procent),
        vanaf=date_format(rij.vanaf, "DATE_FORMAT"),
        soort=_tell_soort(regel),
        is_sprong=regel.is_sprong and regel.soort is not Soort.GELIJK,
        is_gelijk=regel.soort is Soort.GELIJK and not regel.herleeft,
        let_op=told,
        gebruikers=users.get(pk, ()),
    )


def _tell_missing(verloop: Verloop, users: Mapping[int, Sequence[Gebruiker]], *, today: date) -> Rijtekst:
    now = verloop.now(today)
    amount = euro(now.bedrag) if now else "–"
    over = verloop.vervallen_per
    return Rijtekst(
        nummer=0,
        id=verloop.id,
        code=verloop.code,
        waarvoor=verloop.words(today).naam,
        oud=amount,
        nieuw=amount,
        verschil="",
        vanaf=date_format(over, "DATE_FORMAT") if over else "",
        soort=_("vervalt") if over else _("staat niet in de nieuwe tabel"),
        gebruikers=users.get(verloop.id, ()),
    )


def _tell_verschil(verschil: Decimal | None, procent: Decimal | None) -> str:
    """ "+ € 2,15 (+2,5%)"; "" when there is nothing to compare with."""
    if verschil is None:
        return ""
    if not verschil:
        return _("geen")
    sign = "+" if verschil > 0 else "−"
    text = f"{sign} {euro(abs(verschil))}"
    return (
        f"{text} ({sign}{number_format(round(abs(procent), 1), decimal_pos=1)}%)"
        if procent is not None
        else text
    )


def _tell_soort(regel: Regel) -> str:
    match regel.soort:
        case Soort.NIEUW:
            return _("nieuw tarief")
        case Soort.BEDRAG:
            return _("nieuw bedrag")
        case Soort.WIJZIGING:
            return _("stond op %(bedrag)s") % {"bedrag": euro(regel.gepland or Decimal(0))}
        case Soort.WOORDEN:
            return _("andere naam of ander artikel")
        case Soort.GEWEIGERD:
            return _("kan niet")
        case _gelijk:
            return _("vervalt niet meer") if regel.herleeft else _("staat er al")
