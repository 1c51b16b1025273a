"""On the receipt: what was decided about an aanvraag that leads to a product."""

from typing import Any

from eloket.formulieren.models import Aanvraag
from eloket.lib import klok
from eloket.uitgifte.services import get_beslissing, list_productrijen


def beslissing_context(aanvraag: Aanvraag, *, mens_url: str = "") -> dict[str, Any]:
    """What components/formulier_beslissing.html shows; nothing for an aanvraag that leads to no product.

    `mens_url`: where its owner asks an employee to look again; "" on the screen of an employee.
    """
    beslissing = get_beslissing(str(aanvraag.pk), now=klok.now())
    product = beslissing.product if beslissing else None
    return {
        "beslissing": beslissing,
        "product": product,
        "productrijen": list_productrijen(product) if product else [],
        "mens_url": mens_url,
    }
