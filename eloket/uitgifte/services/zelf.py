"""What somebody does with a product of their own, found by its code: somebody else's is not there."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from eloket.lib.partij import Identificerend
from eloket.uitgifte.models import Hoedanigheid, UitgegevenProduct
from eloket.uitgifte.services import houder, verlengen, vervangen
from eloket.uitgifte.services.gegevens import Door, ProductInfo
from eloket.uitgifte.services.lezen import find_own_row
from eloket.uitgifte.tonen import show_term
from eloket.website.services import Rij


@dataclass(frozen=True, slots=True)
class Zelf:
    """Who acts: for whom, and as what. `zaken`: the numbers to which a gemachtigde is bound, else None."""

    van: Identificerend
    zaken: Set[str] | None = None

    @property
    def door(self) -> Door:
        return Door(Hoedanigheid.HOUDER if self.zaken is None else Hoedanigheid.GEMACHTIGDE)

    def find(self, code: str) -> UitgegevenProduct:
        """Errors: `ProductNotFound`."""
        return find_own_row(code, van=self.van, zaken=self.zaken)


def end_own(code: str, *, wie: Zelf, now: datetime) -> ProductInfo:
    """Give it up. Errors: `ProductNotFound`, and those of `end_product`."""
    return houder.end_product(wie.find(code), door=wie.door, now=now)


def renew_own(code: str, *, wie: Zelf, now: datetime) -> ProductInfo:
    """Renew it. Errors: `ProductNotFound`, and those of `renew_product`."""
    return verlengen.renew_product(wie.find(code), door=wie.door, now=now)


def change_own_kenteken(code: str, kenteken: str, *, wie: Zelf, now: datetime) -> ProductInfo:
    """Put another kenteken on it. Errors: `ProductNotFound`, and those of `change_kenteken`."""
    return vervangen.change_kenteken(wie.find(code), kenteken, door=wie.door, now=now)


def show_new_term(code: str, *, wie: Zelf, now: datetime) -> list[Rij]:
    """From when until when it holds after a renewal. Errors: `ProductNotFound`."""
    return show_term(now, verlengen.count_new_end(wie.find(code)))
