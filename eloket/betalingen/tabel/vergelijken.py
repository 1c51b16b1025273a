"""What a table would change: each row beside what is known now. Reads the database, writes nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from eloket.betalingen.models import Tarief
from eloket.betalingen.tabel.lezen import Melding, Tabelrij
from eloket.betalingen.verloop import ZWIJGT, Bedrag, Verloop, Woorden, read_verlopen
from eloket.lib.geld import euro

SPRONG = 25  # percent; more than this is seldom meant


class Soort(StrEnum):
    NIEUW = "nieuw"  # a code that was not there
    BEDRAG = "bedrag"  # an amount for a day that had none
    WIJZIGING = "wijziging"  # another amount for a day that has not come yet
    WOORDEN = "woorden"  # only another name or article
    GELIJK = "gelijk"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Regel:
    """One row and what it does. `oud`: what holds until it begins; `gepland`: what was to begin that day.

    `woorden`: only what differs. `herleeft`: the row was to end, and goes on.
    """

    rij: Tabelrij
    soort: Soort
    tarief_id: int | None = None
    oud: Decimal | None = None
    gepland: Decimal | None = None
    woorden: Woorden = ZWIJGT
    herleeft: bool = False

    @property
    def verschil(self) -> Decimal | None:
        return None if self.oud is None else self.rij.bedrag - self.oud

    @property
    def procent(self) -> Decimal | None:
        """None when there is nothing to compare with: no amount yet, or free until then."""
        return None if not self.oud or self.verschil is None else self.verschil * 100 / self.oud

    @property
    def is_sprong(self) -> bool:
        if self.procent is None:
            return self.oud is not None and self.rij.bedrag > 0
        return abs(self.procent) > SPRONG


@dataclass(slots=True)
class Vergelijking:
    """The whole table beside what is known. `ontbreekt`: rows of today that the table does not hold."""

    regels: list[Regel] = field(default_factory=list)
    ontbreekt: list[Verloop] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def fouten(self) -> list[Melding]:
        return [each for each in self.meldingen if each.fout]

    @property
    def veranderingen(self) -> list[Regel]:
        return [each for each in self.regels if each.soort is not Soort.GELIJK or each.herleeft]

    def count(self, *soorten: Soort) -> int:
        return sum(each.soort in soorten for each in self.regels)

    @property
    def kenmerk(self) -> str:
        """Another one as soon as taking over would do something else than what was looked at."""
        said = [repr(each) for each in self.regels] + [each.code for each in self.ontbreekt]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


def compare_tabel(rijen: Sequence[Tabelrij], *, today: date) -> Vergelijking:
    """Each of these rows beside what the database knows today. One query."""
    known = {each.code: each for each in read_verlopen(Tarief.objects.all())}
    per_code: dict[str, list[Tabelrij]] = {}
    for rij in rijen:
        per_code.setdefault(rij.code, []).append(rij)
    found = Vergelijking()
    for code, own in per_code.items():
        _compare_code(found, known.get(code), sorted(own, key=lambda rij: rij.vanaf), today=today)
    found.regels.sort(key=lambda regel: regel.rij.nummer)
    found.meldingen.sort(key=lambda melding: melding.nummer)
    first = min((rij.vanaf for rij in rijen), default=today)
    found.ontbreekt = [
        each for code, each in known.items() if code not in per_code and not each.is_over(max(first, today))
    ]
    return found


def _compare_code(
    found: Vergelijking, known: Verloop | None, rijen: Sequence[Tabelrij], *, today: date
) -> None:
    """The rows of one code, the oldest first, each laid over what comes before it."""
    verloop = known or Verloop(0, rijen[0].code, _words(rijen[0]), None)
    if known is None and not rijen[0].naam:
        told = _("Dit is een nieuwe code. Vul in waarvoor het is (kolom naam).")
        found.meldingen.append(Melding(rijen[0].nummer, told))
    for rij in rijen:
        regel = _compare_rij(rij, verloop, is_new=known is None, today=today)
        found.regels.append(regel)
        found.meldingen += _remarks(regel, verloop, today=today)
        verloop = _lay_over(verloop, regel)


def _compare_rij(rij: Tabelrij, verloop: Verloop, *, is_new: bool, today: date) -> Regel:
    planned = next((each.bedrag for each in verloop.bedragen if each.vanaf == rij.vanaf), None)
    before = verloop.now(rij.vanaf - timedelta(days=1))
    return Regel(
        rij=rij,
        soort=Soort.NIEUW if is_new else _kind(rij, verloop, planned, today=today),
        tarief_id=verloop.id or None,
        oud=before.bedrag if before else None,
        gepland=planned,
        woorden=_differing(_words(rij), verloop.words(rij.vanaf)),
        herleeft=verloop.is_over(rij.vanaf),
    )


def _kind(rij: Tabelrij, verloop: Verloop, planned: Decimal | None, *, today: date) -> Soort:
    if planned is None:
        return Soort.BEDRAG
    if planned != rij.bedrag:
        return Soort.WIJZIGING if rij.vanaf > today else Soort.GEWEIGERD
    return Soort.WOORDEN if _differing(_words(rij), verloop.words(rij.vanaf)) != ZWIJGT else Soort.GELIJK


def _words(rij: Tabelrij) -> Woorden:
    return Woorden(rij.naam, rij.naam_en, rij.artikel)


def _differing(new: Woorden, old: Woorden) -> Woorden:
    """What is said otherwise; an empty cell says nothing."""
    return Woorden(
        new.naam if new.naam != old.naam else "",
        new.naam_en if new.naam_en != old.naam_en else "",
        new.artikel if new.artikel != old.artikel else "",
    )


def _lay_over(verloop: Verloop, regel: Regel) -> Verloop:
    """The row as it would be then, for the next day of the same code."""
    rij = regel.rij
    same = next((each for each in verloop.bedragen if each.vanaf == rij.vanaf), None)
    words = regel.woorden.over(same.woorden) if same else regel.woorden
    others = [each for each in verloop.bedragen if each.vanaf != rij.vanaf]
    amounts = sorted([*others, Bedrag(rij.vanaf, rij.bedrag, words)], key=lambda each: each.vanaf)
    over = None if regel.herleeft else verloop.vervallen_per
    return Verloop(verloop.id, verloop.code, verloop.woorden, over, tuple(amounts))


def _remarks(regel: Regel, verloop: Verloop, *, today: date) -> list[Melding]:
    """What is wrong with this row, or worth a look before it is taken over."""
    fault = _fault(regel, verloop, today=today)
    if fault:
        return [Melding(regel.rij.nummer, fault)]
    remarks = [_tell_past(regel, verloop, today=today), _tell_end(regel, verloop)]
    if regel.rij.bedrag == 0 and regel.soort is not Soort.GELIJK:
        remarks.append(_("Dit wordt gratis."))
    return [Melding(regel.rij.nummer, each, fout=False) for each in remarks if each]


def _fault(regel: Regel, verloop: Verloop, *, today: date) -> str:
    if regel.soort is Soort.GEWEIGERD and regel.gepland is not None:
        return _(
            "Vanaf %(dag)s geldt al %(bedrag)s. Wat al geldt, verandert een tabel niet. "
            "Klopt het niet? Wijzig het dan bij het tarief zelf."
        ) % {"dag": date_format(regel.rij.vanaf, "DATE_FORMAT"), "bedrag": euro(regel.gepland)}
    if regel.herleeft and verloop.is_over(today):
        return _(
            "Dit tarief is al vervallen. Geef het een nieuwe code, of haal bij het tarief de einddag weg."
        )
    return ""


def _tell_past(regel: Regel, verloop: Verloop, *, today: date) -> str:
    if regel.rij.vanaf > today or regel.soort is Soort.GELIJK:
        return ""
    holds, dag = verloop.now(today), date_format(regel.rij.vanaf, "DATE_FORMAT")
    if holds is not None and holds.vanaf > regel.rij.vanaf:
        told = _("%(dag)s is al geweest, en er geldt nu een later bedrag: op de site verandert niets.")
    else:
        told = _("%(dag)s is al geweest of is vandaag: op de site verandert dit meteen na het overnemen.")
    return told % {"dag": dag}


def _tell_end(regel: Regel, verloop: Verloop) -> str:
    if not regel.herleeft or verloop.vervallen_per is None:
        return ""
    dag = date_format(verloop.vervallen_per, "DATE_FORMAT")
    return _("Dit tarief vervalt op %(dag)s. Na het overnemen vervalt het niet meer.") % {"dag": dag}
