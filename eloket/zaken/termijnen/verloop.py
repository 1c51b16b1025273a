"""The engine: a rule, a first day and what happened on the way, to a last day that explains itself."""

from collections.abc import Sequence
from datetime import date

from eloket.zaken.termijnen import awt
from eloket.zaken.termijnen.awt import Reden
from eloket.zaken.termijnen.duur import Duur, add_duur, subtract_duur
from eloket.zaken.termijnen.feestdagen import DAG, is_werkdag, next_werkdag
from eloket.zaken.termijnen.feiten import Opschorting, Termijnbron, Verlenging
from eloket.zaken.termijnen.regel import Aanleiding, Termijnregel
from eloket.zaken.termijnen.stap import Regel, Stap, Termijn


def compute_termijn(
    regel: Termijnregel,
    start: date,
    *,
    vandaag: date,
    opschortingen: Sequence[Opschorting] = (),
    verlengingen: Sequence[Verlenging] = (),
) -> Termijn:
    """The last day of a term that counts from `start`, with the steps that lead there.

    Opschortingen may overlap, come in any order and be open: an open one counts up to `vandaag`, as if the
    clock went on today. What does not count (a second verlenging, one told too late) is a step that says so.
    """
    klok = _Klok(regel, start, vandaag)
    feiten: list[Opschorting | Verlenging] = [*opschortingen, *verlengingen]
    for feit in sorted(feiten, key=_moment):
        if isinstance(feit, Opschorting):
            klok.suspend(feit)
        else:
            klok.extend(feit)
    return klok.finish()


def count_back(gebeurtenis: date, duur: Duur, *, grondslag: str = "") -> Termijn:
    """The last day of a term that is counted backwards from an event; it never moves (Awt art. 1 lid 2)."""
    einde = subtract_duur(gebeurtenis, duur)
    stappen = [
        Stap(Regel.START, gebeurtenis, gebeurtenis, aanleiding=Aanleiding.GEBEURTENIS),
        Stap(Regel.TERUG, gebeurtenis, einde, artikel=grondslag, duur=duur),
    ]
    if not is_werkdag(einde):
        stappen.append(_stays(einde, Reden.TERUG))
    return Termijn(gebeurtenis, einde, tuple(stappen))


def _moment(feit: Opschorting | Verlenging) -> date:
    return feit.van if isinstance(feit, Opschorting) else feit.op


def _stays(dag: date, reden: Reden | None) -> Stap:
    artikel = "" if reden in (Reden.VERORDENING, Reden.DIENSTNORM) else "Awt 4"
    return Stap(
        Regel.SCHUIFT_NIET, dag, dag, artikel="Awt 1 lid 2" if reden is Reden.TERUG else artikel, reden=reden
    )


class _Klok:
    """A term while it is counted. `einde` is its last day by the calendar; weekends come at the very end."""

    def __init__(self, regel: Termijnregel, start: date, vandaag: date) -> None:
        self.regel, self.start, self.vandaag = regel, start, vandaag
        self.einde = add_duur(start, regel.duur)
        self.why_not = awt.why_not(regel)
        self.counted_until = start + DAG  # days before it have had their say: no day is suspended twice
        self.is_verlengd = self.staat_stil = False
        self.stappen = [
            Stap(Regel.START, start, start, aanleiding=regel.aanleiding),
            Stap(Regel.DUUR, start, self.einde, artikel=regel.grondslag, duur=regel.duur, bron=regel.bron),
        ]

    def suspend(self, feit: Opschorting) -> None:
        van = max(feit.van, self.counted_until)
        tot = max(self.vandaag if feit.tot is None else feit.tot, van)
        if van > self._last_day():
            self._add(Regel.OPSCHORTING_TE_LAAT, self.einde, eerste=feit.van, feit=feit.reden)
            return
        self._note_standstill(feit)
        einde = (self.einde if van <= self.einde or van == tot else self._last_day()) + (tot - van)
        self._add(_which(feit, van, tot), einde, eerste=van, laatste=max(tot - DAG, van), feit=feit.reden)
        self.counted_until = tot

    def extend(self, feit: Verlenging) -> None:
        regel = self._judge(feit)
        einde = add_duur(self.einde, feit.duur) if regel is Regel.VERLENGING else self.einde
        self._add(regel, einde, eerste=feit.op, duur=feit.duur, feit=feit.reden)
        if regel is Regel.VERLENGING:
            self.is_verlengd = True
            if awt.is_te_lang(feit.duur):
                self.why_not = self.why_not or Reden.TE_LANG

    def finish(self) -> Termijn:
        if self.why_not is None:
            self._move_to_werkdag()
        elif not is_werkdag(self.einde):
            self.stappen.append(_stays(self.einde, self.why_not))
        return Termijn(self.start, self.einde, tuple(self.stappen), self.staat_stil)

    def _judge(self, feit: Verlenging) -> Regel:
        if self.is_verlengd:
            return Regel.VERLENGING_TWEEDE
        # A promise of the gemeente may be late; a term of the law cannot be extended once it is over.
        if self.regel.bron != Termijnbron.DIENSTNORM and feit.op > self._last_day():
            return Regel.VERLENGING_TE_LAAT
        return Regel.VERLENGING

    def _note_standstill(self, feit: Opschorting) -> None:
        if feit.tot is None or feit.van <= self.vandaag < feit.tot:
            self.staat_stil = True

    def _last_day(self) -> date:
        """The last day as it stands now, moved away from a weekend or feestdag."""
        return self.einde if self.why_not else max(self._werkdagen())

    def _werkdagen(self) -> tuple[date, date]:
        """The first working day, and the one that art. 2 asks for."""
        einde = next_werkdag(self.einde)
        if not awt.has_min_length(self.regel.duur):
            return einde, einde
        return einde, awt.extend_to_two_werkdagen(self.start, einde)

    def _move_to_werkdag(self) -> None:
        werkdag, tweede = self._werkdagen()
        if werkdag > self.einde:
            laatste = werkdag - DAG
            self._add(Regel.WERKDAG, werkdag, artikel="Awt 1", eerste=self.einde, laatste=laatste)
        if tweede > werkdag:
            self._add(Regel.TWEE_WERKDAGEN, tweede, artikel="Awt 2")
        if awt.may_move(self.einde):
            self._add(Regel.JAAR_ONBEKEND, self.einde, artikel="Awt 3 lid 3")

    def _add(
        self,
        regel: Regel,
        einde: date,
        *,
        artikel: str = "",
        eerste: date | None = None,
        laatste: date | None = None,
        duur: Duur | None = None,
        feit: str = "",
    ) -> None:
        self.stappen.append(
            Stap(regel, self.einde, einde, artikel, eerste=eerste, laatste=laatste, duur=duur, feit=feit)
        )
        self.einde = einde


def _which(feit: Opschorting, van: date, tot: date) -> Regel:
    if feit.tot is None:
        return Regel.OPSCHORTING_LOOPT
    if tot > van:
        return Regel.OPSCHORTING
    return Regel.OPSCHORTING_LEEG if feit.tot <= feit.van else Regel.OPSCHORTING_DUBBEL
