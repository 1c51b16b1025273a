"""A product as its holder sees it: what it says, what it is worth, and how that came about."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from eloket.lib.partij import Identificerend
from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.models import Hoedanigheid, UitgegevenProduct, Wijziging
from eloket.uitgifte.regels.geldigheid import to_day
from eloket.uitgifte.services.gegevens import ProductInfo, to_info
from eloket.uitgifte.services.houder import Mogelijk, read_mogelijk
from eloket.uitgifte.services.lezen import find_own_row
from eloket.uitgifte.tonen import show_claims, show_moment, show_term
from eloket.uitgifte.verloop import is_besluit, tell_step
from eloket.uitgifte.woorden import OORDELEN
from eloket.website.services import Rij, Stap
from eloket.zaken.services import last_day_for_bezwaar


@dataclass(frozen=True, slots=True)
class Tegenbesluit:
    """What the gemeente decided against its holder. `door_regel`: no person decided (AVG art. 22)."""

    reden: str
    bezwaar_tot: date
    door_regel: bool


@dataclass(frozen=True, slots=True)
class EigenProduct:
    """`kop`, `toon` and `uitleg` say what it is worth; `verloop` what was done with it, the newest first.

    `mag`: what its holder can do with it; `formulier`: the slug of the form by which one asks for it.
    `opvolger`: the code of what came in its place; `voorganger`: of what it came in the place of.
    """

    info: ProductInfo
    kop: str
    toon: str
    uitleg: str
    gegevens: tuple[Rij, ...]
    termijn: tuple[Rij, ...]
    verloop: tuple[Stap, ...]
    besluit: Tegenbesluit | None
    mag: Mogelijk
    formulier: str
    opvolger: str
    voorganger: str

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """What it says, and its term."""
        return (*self.gegevens, *self.termijn)


def get_eigen_product(
    code: str, *, van: Identificerend, zaken: Set[str] | None = None, now: datetime
) -> EigenProduct:
    """The product of this person under this code. Errors: `ProductNotFound`, also for somebody else's.

    `zaken`: only what belongs to these numbers, for who may see no more of this person.
    """
    return _to_eigen(find_own_row(code, van=van, zaken=zaken), now=now)


def _to_eigen(row: UitgegevenProduct, *, now: datetime) -> EigenProduct:
    info = to_info(row, now=now)
    lines = list(row.wijzigingen.all())
    oordeel = OORDELEN[info.stand]
    opvolger = getattr(row, "vervangen_door", None)
    return EigenProduct(
        info=info,
        kop=str(oordeel.kop),
        toon=oordeel.toon,
        uitleg=str(oordeel.uitleg),
        gegevens=tuple(show_claims(CLAIMTYPEN[row.claimtype].velden, row.claims)),
        termijn=tuple(show_term(row.geldig_vanaf, row.geldig_tot)),
        verloop=_tell(lines),
        besluit=_find_besluit(lines),
        mag=read_mogelijk(row, now=now),
        formulier=row.soort.formulier,
        opvolger=opvolger.code if opvolger else "",
        voorganger=row.vervangt.code if row.vervangt else "",
    )


def _tell(lines: list[Wijziging]) -> tuple[Stap, ...]:
    told = [(tell_step(line), line) for line in reversed(lines)]
    return tuple(Stap(words, "done", show_moment(line.op), _reason(line)) for words, line in told if words)


def _reason(line: Wijziging) -> str:
    """Why, where the gemeente or a rule said so."""
    return line.reden if is_besluit(line) or line.als == Hoedanigheid.MEDEWERKER else ""


def _find_besluit(lines: list[Wijziging]) -> Tegenbesluit | None:
    """That by which it is now what it is."""
    last = lines[-1] if lines else None
    if last is None or not is_besluit(last):
        return None
    return Tegenbesluit(last.reden, last_day_for_bezwaar(to_day(last.op)), last.als == Hoedanigheid.REGEL)
