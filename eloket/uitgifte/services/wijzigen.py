"""What can be done with a product after it was handed over."""

from datetime import datetime

from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.gegevens import Door, ProductInfo, ProductNotFound, to_info
from eloket.uitgifte.services.lezen import read_id
from eloket.uitgifte.services.stap import set_status


def suspend_product(id: str, *, door: Door, reden: str, now: datetime) -> ProductInfo:
    """It does not hold for now. Errors, as of all here: `ProductNotFound`, `ProductChanged`."""
    return _change(id, Productstatus.GESCHORST, door=door, reden=reden, now=now)


def resume_product(id: str, *, door: Door, reden: str, now: datetime) -> ProductInfo:
    """It holds again, until the day that it always had."""
    return _change(id, Productstatus.UITGEGEVEN, door=door, reden=reden, now=now)


def withdraw_product(id: str, *, door: Door, reden: str, now: datetime) -> ProductInfo:
    """It is over, for good: by its holder or by the gemeente, who says why."""
    return _change(id, Productstatus.INGETROKKEN, door=door, reden=reden, now=now)


def _change(id: str, naar: Productstatus, *, door: Door, reden: str, now: datetime) -> ProductInfo:
    row = find_row(id)
    if row.status == Productstatus.CONCEPT:  # nothing was handed over yet
        raise ProductNotFound("dit product is nog niet uitgegeven")
    set_status(row, naar, door=door, reden=reden, now=now)
    return to_info(row, now=now)


def find_row(id: str) -> UitgegevenProduct:
    """Errors: `ProductNotFound`."""
    row = UitgegevenProduct.objects.select_related("soort", "document").filter(pk=read_id(id)).first()
    if row is None:
        raise ProductNotFound("dit product is er niet")
    return row
