"""Renewing a product when nothing changed: one confirmation, and however often it is sent, one product.

The new one holds at once and until the end of the term that follows on the old one, so that nobody loses
days and there is never a gap. The code of the old one says that it was replaced.
"""

from datetime import datetime

from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.regels.geldigheid import count_end
from eloket.uitgifte.services.gegevens import Door, ProductInfo
from eloket.uitgifte.services.houder import NietMogelijk, find_done, make_opvolger, read_mogelijk
from eloket.uitgifte.services.keuren import require_unchanged
from eloket.uitgifte.services.uitgeven import replace_product


def renew_product(row: UitgegevenProduct, *, door: Door, now: datetime) -> ProductInfo:
    """The product that comes in its place; of two who ask this at once both get the same one.

    Asks other systems, so hold no transaction. Errors: `NietMogelijk`, `MedewerkerNodig`, `ProductChanged`.
    """
    verzoek = f"verlengen:{row.pk}"
    if done := find_done(verzoek, now=now):
        return done
    if not read_mogelijk(row, now=now).verlengen:
        raise NietMogelijk("dit product is nu niet te verlengen")
    require_unchanged(row, now=now)
    nieuw = make_opvolger(row, claims=row.claims, geldig_tot=count_new_end(row), verzoek=verzoek, now=now)
    return replace_product(str(row.pk), nieuw, door=door, reden="", now=now)


def count_new_end(row: UitgegevenProduct) -> datetime | None:
    """Until when it holds after renewal: a whole term after the end that it has now."""
    if row.geldig_tot is None:
        return None
    soort = row.soort
    return count_end(row.geldig_tot, aantal=soort.geldigheid_aantal, eenheid=soort.geldigheid_eenheid)
