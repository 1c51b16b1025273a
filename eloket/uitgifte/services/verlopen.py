"""Writing down that a product is over. What it is worth follows from the clock, also before this."""

from contextlib import suppress
from datetime import datetime

from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.services.gegevens import REGEL, ProductChanged
from eloket.uitgifte.services.stap import set_status

RONDE = 500


def expire_due(*, now: datetime, maximum: int = 20 * RONDE) -> int:
    """Every product whose term is over becomes `verlopen`; how many. By pieces, so that memory stays flat.

    Safe to cut off and to run twice; what is left waits for the next turn.
    """
    done = 0
    while done < maximum:
        rows = list(
            UitgegevenProduct.objects.due(now).select_related("soort").order_by("geldig_tot", "pk")[:RONDE]
        )
        for row in rows:
            with suppress(ProductChanged):  # withdrawn at this very moment
                set_status(row, Productstatus.VERLOPEN, door=REGEL, reden="", now=now)
        done += len(rows)
        if len(rows) < RONDE:
            break
    return done
