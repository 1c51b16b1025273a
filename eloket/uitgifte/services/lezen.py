"""Reading products: one by its id, and what somebody has."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from eloket.lib.partij import Identificerend
from eloket.uitgifte.models import Hoedanigheid, UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.controleren import clean_code
from eloket.uitgifte.services.gegevens import ProductInfo, ProductNotFound, WijzigingInfo, to_info


def get_product(id: str, *, now: datetime, van: Identificerend | None = None) -> ProductInfo:
    """One product; with `van` only when it is theirs. Errors: `ProductNotFound`."""
    rows = UitgegevenProduct.objects.visible_to(van) if van else UitgegevenProduct.objects.all()
    row = rows.filter(pk=read_id(id)).select_related("soort", "document").first()
    if row is None:
        raise ProductNotFound("dit product is er niet")
    return to_info(row, now=now)


def list_producten(wie: Identificerend, *, zaken: Set[str] | None = None, now: datetime) -> list[ProductInfo]:
    """What was handed over to this person or vestiging, the newest first. One query.

    `zaken`: only what belongs to these numbers, for who may see no more of this person.
    """
    rows = UitgegevenProduct.objects.visible_to(wie).select_related("soort", "document")
    found = [row for row in rows.order_by("-uitgegeven", "pk") if is_within(row, zaken)]
    return [to_info(row, now=now) for row in found]


def find_own_row(code: str, *, van: Identificerend, zaken: Set[str] | None = None) -> UitgegevenProduct:
    """One of those, by its code. Errors: `ProductNotFound`, also for somebody else's."""
    rows = UitgegevenProduct.objects.visible_to(van).filter(code=clean_code(code))
    row = rows.select_related("soort", "document", "vervangt", "vervangen_door").first()
    if row is None or not is_within(row, zaken):
        raise ProductNotFound("dit product is er niet")
    return row


def is_within(row: UitgegevenProduct, zaken: Set[str] | None) -> bool:
    """Does it belong to one of these numbers? None: whichever."""
    return zaken is None or bool({row.zaak, row.aanvraag} & zaken)


def list_wijzigingen(id: str) -> list[WijzigingInfo]:
    """What was done with it, the oldest first; nothing when there is no such product."""
    rows = UitgegevenProduct.objects.filter(pk=read_id(id)).prefetch_related("wijzigingen")
    return [
        WijzigingInfo(each.op, Productstatus(each.naar), Hoedanigheid(each.als), each.door, each.reden)
        for row in rows
        for each in row.wijzigingen.all()
    ]


def read_id(id: str) -> UUID:
    """The id as the database has it; one that is nobody's when it cannot be one."""
    try:
        return UUID(id)
    except ValueError:
        return UUID(int=0)
