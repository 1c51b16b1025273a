"""What was decided about an aanvraag, for the screens around it."""

from dataclasses import dataclass
from datetime import datetime

from eloket.uitgifte.beslisregels import Bevinding
from eloket.uitgifte.models import Beslissing, Uitkomst
from eloket.uitgifte.services.gegevens import ProductInfo, to_info


@dataclass(frozen=True, slots=True)
class BeslissingInfo:
    """`product`: what was handed over, None before that. `is_direct`: a machine was to decide about it.

    `herkeuring`: number of the zaak in which an employee looks again; "" for none.
    """

    aanvraag: str
    uitkomst: Uitkomst
    redenen: tuple[Bevinding, ...]
    is_direct: bool
    product: ProductInfo | None
    herkeuring: str

    @property
    def is_van_machine(self) -> bool:
        """Whether nobody looked at it, so that somebody may be asked to."""
        return self.uitkomst == Uitkomst.VERLEEND


def get_beslissing(aanvraag: str, *, now: datetime) -> BeslissingInfo | None:
    """Of this aanvraag; None when it leads to no product. The caller knows whose aanvraag it is."""
    row = (
        Beslissing.objects.select_related("soort", "product__soort", "product__document")
        .filter(aanvraag=aanvraag)
        .first()
    )
    if row is None:
        return None
    return BeslissingInfo(
        aanvraag=row.aanvraag,
        uitkomst=Uitkomst(row.uitkomst),
        redenen=tuple(row.redenen),
        is_direct=row.soort.levering == "direct",
        product=to_info(row.product, now=now) if row.product else None,
        herkeuring=row.herkeuring,
    )
