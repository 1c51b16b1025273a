"""Dividing the work: what an employee may see, what a worklist asks for, and who gets a zaak."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from eloket.zaken.backends.base.zaak import Zaak
from eloket.zaken.regels import Vertrouwelijkheid, levels_up_to


@dataclass(frozen=True, slots=True)
class Bereik:
    """Which zaken an employee may see.

    `zaaktypen`: by identificatie the most closed vertrouwelijkheidaanduiding. `overige`: also, however
    closed, those of every zaaktype that is not in `verdeeld`.
    """

    zaaktypen: Mapping[str, str] = field(default_factory=dict)
    overige: bool = False
    verdeeld: frozenset[str] = frozenset()

    def maximum(self, zaaktype: str) -> str:
        """The most closed vertrouwelijkheidaanduiding to see of this zaaktype; empty for none."""
        if self.overige and zaaktype not in self.verdeeld:
            return Vertrouwelijkheid.ZEER_GEHEIM.value
        return self.zaaktypen.get(zaaktype, "")

    def covers(self, zaaktype: str, vertrouwelijkheidaanduiding: str) -> bool:
        maximum = self.maximum(zaaktype)
        return bool(maximum) and vertrouwelijkheidaanduiding in levels_up_to(maximum)


ALLES = Bereik(overige=True)


class Werkvolgorde(StrEnum):
    """How a worklist is sorted."""

    UITERLIJK = "uiterlijk"  # what must be done first
    BEGONNEN = "begonnen"  # the oldest first
    GESLOTEN = "gesloten"  # what was closed last


@dataclass(frozen=True, slots=True)
class Werkfilter:
    """Which zaken to work on.

    `zoek`: a number, its last figures, or how it begins. `status`: an omschrijving. `zaaktype`: an
    identificatie. `open_zaken`: False for closed ones, None for both. `behandelaar`: a login name, empty for
    what nobody has, None for everybody's. `teams`: given to one of these, or to none and of a zaaktype in
    `teamzaaktypen`. `vanaf` and `voor` bound the last day (the first included, the second not) of zaken of
    which the clock runs. `ongezien`: those with an answer of the resident, or none in time on that day, that
    no colleague looked at.
    """

    zoek: str = ""
    status: str = ""
    zaaktype: str = ""
    open_zaken: bool | None = True
    behandelaar: str | None = None
    teams: frozenset[str] | None = None
    teamzaaktypen: frozenset[str] = frozenset()
    vanaf: date | None = None
    voor: date | None = None
    ongezien: date | None = None
    volgorde: Werkvolgorde = Werkvolgorde.UITERLIJK


@dataclass(frozen=True, slots=True)
class Werkstuk:
    """A zaak on a worklist, with who has it: a login name and a team, both empty for nobody."""

    zaak: Zaak
    behandelaar: str
    team: str


@dataclass(frozen=True, slots=True)
class Verdeling:
    """What decides who may see a zaak and who has it: without its contents."""

    identificatie: str
    zaaktype: str
    vertrouwelijkheidaanduiding: str
    behandelaar: str
    team: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Werklast:
    """Of one behandelaar (a login name; empty: what nobody has): open zaken, and how many are late."""

    behandelaar: str
    open_zaken: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class NieuweToewijzing:
    """Give a zaak to somebody. `behandelaar`: a login name, empty for nobody.

    `team`: a name, empty for none, None to leave it. `huidig`: who had it on the screen; None gives it away
    whoever has it now. `door`: the employee's name.
    """

    behandelaar: str
    team: str | None = None
    huidig: str | None = None
    reden: str = field(default="", repr=False)
    door: str = ""


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened to a zaak, for colleagues. `op`: a day when the register keeps no moment.

    `soort` says what: status, toewijzing, notitie, document, besluit, bekendmaking, opschorting, hervatting,
    verlenging, verzoek, antwoord, opening, raadpleging. `titel` names it, `tekst` is what somebody wrote.
    """

    op: date | datetime
    soort: str
    titel: str = field(repr=False)
    tekst: str = field(default="", repr=False)
    door: str = ""
