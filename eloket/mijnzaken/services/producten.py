"""The products that the gemeente handed over to one person or business."""

from dataclasses import dataclass
from datetime import datetime

from eloket.formulieren.services import list_aanvragen
from eloket.lib.partij import Identificerend
from eloket.mijnzaken.services.dossier import NotMine
from eloket.uitgifte.services import (
    EigenProduct,
    ProductInfo,
    ProductNotFound,
    get_eigen_product,
    list_producten,
)


@dataclass(frozen=True, slots=True)
class Producten:
    """Those that are not over, and those that are; the newest first."""

    nu: tuple[ProductInfo, ...] = ()
    voorbij: tuple[ProductInfo, ...] = ()

    @property
    def alle(self) -> tuple[ProductInfo, ...]:
        return (*self.nu, *self.voorbij)


def list_mijn_producten(
    *, voor: Identificerend, door: Identificerend | None = None, now: datetime
) -> Producten:
    """What this person has, and had. `door`: the gemachtigde who looks; they see what they asked for."""
    found = list_producten(voor, zaken=list_zaken_van(voor, door), now=now)
    return Producten(
        tuple(each for each in found if not each.voorbij), tuple(each for each in found if each.voorbij)
    )


def get_mijn_product(
    code: str, *, voor: Identificerend, door: Identificerend | None = None, now: datetime
) -> EigenProduct:
    """One of those. Errors: `NotMine`, also when it is somebody else's."""
    try:
        return get_eigen_product(code, van=voor, zaken=list_zaken_van(voor, door), now=now)
    except ProductNotFound:
        raise NotMine(code) from None


def list_zaken_van(voor: Identificerend, door: Identificerend | None) -> set[str] | None:
    """The numbers to which a gemachtigde is bound: of what they sent. None for anybody else."""
    if door is None:
        return None
    return {aanvraag.identificatie for aanvraag in list_aanvragen(voor=voor, door=door)}
