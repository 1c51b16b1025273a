"""From a file that a redacteur offers to drafts: looked at in the request, taken over by a worker."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from io import BytesIO
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from eloket.bestanden.services import BestandNotFound, delete_bestand, read_bestand, store_bestand
from eloket.outbox.services import enqueue
from eloket.producten.models import Overname
from eloket.producten.overname.aanbod import Onleesbaar, Regel
from eloket.producten.overname.lezen import read_aanbod
from eloket.producten.overname.plaatsen import take_over

HANDLER = "producten.take_over"
MAX_BYTES = 5_000_000
MAX_RIJEN = 2000
BEWAREN = timedelta(days=1)  # of what was looked at and left


def preview_overname(*, naam: str, inhoud: bytes, door: Any, now: datetime) -> Overname:
    """Read the file and keep it, with a report of what would happen; no page is made.

    Errors: `Onleesbaar` for a file that holds no products or too many for a screen.
    """
    regels = list(
        islice(take_over(read_aanbod(BytesIO(inhoud)), now=now, door=door, proef=True), MAX_RIJEN + 1)
    )
    if len(regels) > MAX_RIJEN:
        raise Onleesbaar(
            _("Dit zijn meer dan %(aantal)d producten. Vraag uw beheerder om het bestand over te nemen.")
            % {"aantal": MAX_RIJEN}
        )
    with transaction.atomic():
        bestand = store_bestand(inhoud=inhoud, naam=naam, mimetype="application/octet-stream", now=now)
        return Overname.objects.create(
            naam=naam[:255], bestand=bestand, verslag=_to_json(regels), door=door, created_at=now
        )


@transaction.atomic
def start_overname(overname: Overname, *, now: datetime) -> bool:
    """Hand it to a worker; False when somebody already did."""
    waiting = Overname.objects.filter(pk=overname.pk, status=Overname.Status.BEKEKEN)
    if not waiting.update(status=Overname.Status.WACHT):
        return False
    enqueue(handler=HANDLER, ids={"overname": str(overname.pk)}, key=f"{HANDLER}:{overname.pk}", now=now)
    return True


def run_overname(id: str, *, now: datetime) -> None:
    """What the worker does. A second time, after a crash, goes on where the first stopped."""
    overname = Overname.objects.select_related("door").filter(pk=id, status=Overname.Status.WACHT).first()
    if overname is None:
        return
    try:
        aanbod = read_aanbod(BytesIO(read_bestand(overname.bestand).inhoud))
        regels = list(take_over(aanbod, now=now, door=overname.door, overname=overname))
    except (BestandNotFound, Onleesbaar) as error:
        _close(overname, Overname.Status.MISLUKT, now=now, fout=str(error)[:500])
    else:
        _close(overname, Overname.Status.KLAAR, now=now, verslag=_to_json(regels))


@transaction.atomic
def drop_overname(overname: Overname) -> None:
    """Forget a file that was only looked at."""
    if Overname.objects.filter(pk=overname.pk, status=Overname.Status.BEKEKEN).delete()[0]:
        delete_bestand(overname.bestand)


def purge_overnames(*, now: datetime) -> None:
    """Forget what nobody took over within a day."""
    for overname in Overname.objects.filter(status=Overname.Status.BEKEKEN, created_at__lt=now - BEWAREN):
        drop_overname(overname)


@transaction.atomic
def _close(overname: Overname, status: str, *, now: datetime, **values: Any) -> None:
    bestand = overname.bestand
    Overname.objects.filter(pk=overname.pk).update(status=status, done_at=now, bestand="", **values)
    delete_bestand(bestand)


def _to_json(regels: Iterable[Regel]) -> list[dict[str, Any]]:
    return [vars(regel) for regel in regels]
