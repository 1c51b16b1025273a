"""One step of a product: compare-and-set, a line about it, and word to its holder and whoever listens."""

from datetime import datetime

from django.db import transaction

from eloket.outbox.services import publish
from eloket.uitgifte.models import UitgegevenProduct, Wijziging
from eloket.uitgifte.regels.status import Productstatus, may_become
from eloket.uitgifte.services.gegevens import Door, ProductChanged
from eloket.uitgifte.services.vertellen import tell_change


def set_status(
    product: UitgegevenProduct, naar: Productstatus, *, door: Door, reden: str, now: datetime
) -> None:
    """Make it `naar`, when it still is what `product` says it is. Errors: `ProductChanged`.

    Of two who do this at once one succeeds; the other is told, and leaves nothing behind.
    """
    van = Productstatus(product.status)
    if not may_become(van, naar):
        raise ProductChanged(van)
    values = {"status": naar, "status_sinds": now}
    if van == Productstatus.CONCEPT:
        values["uitgegeven"] = now
    with transaction.atomic():
        unchanged = UitgegevenProduct.objects.filter(pk=product.pk, status=van)
        if not unchanged.update(**values):
            raise ProductChanged(Productstatus(UitgegevenProduct.objects.get(pk=product.pk).status))
        line = note(product, van=van, naar=naar, door=door, reden=reden, now=now)
        publish("product.status_gezet", str(product.pk), now=now, key=str(line.pk))
        tell_change(product, line, now=now)
    for name, value in values.items():
        setattr(product, name, value)


def note(
    product: UitgegevenProduct, *, van: str, naar: Productstatus, door: Door, reden: str, now: datetime
) -> Wijziging:
    """The line that says who made it so, when and why."""
    return Wijziging.objects.create(
        product=product, op=now, van=van, naar=naar, als=door.als, door=door.naam, reden=reden
    )
