"""Noting which employee looked at what."""

from datetime import datetime, timedelta

from eloket.uitgifte.models import Raadpleegwijze, Raadpleging
from eloket.uitgifte.services.lezen import read_id
from eloket.uitgifte.services.overzicht import find_soort

EEN_KEER_PER = timedelta(hours=1)
#: As long as notes of who looked into a zaak.
BEWAARTERMIJN = timedelta(days=3 * 365)
STUK = 5_000


def note_bekeken(product: str, *, door: str, now: datetime) -> None:
    """That this employee opened this product: once an hour."""
    key = read_id(product)
    seen = Raadpleging.objects.filter(
        product=key, door=door, wijze=Raadpleegwijze.BEKEKEN, op__gt=now - EEN_KEER_PER, op__lte=now
    )
    if not seen.exists():
        Raadpleging.objects.create(op=now, door=door, wijze=Raadpleegwijze.BEKEKEN, product_id=key)


def note_document(product: str, *, door: str, now: datetime) -> None:
    """That this employee opened its document."""
    Raadpleging.objects.create(op=now, door=door, wijze=Raadpleegwijze.DOCUMENT, product_id=read_id(product))


def note_gezocht(*, aantal: int, door: str, now: datetime) -> None:
    """That this employee searched, and how many products they saw; not what they typed."""
    Raadpleging.objects.create(op=now, door=door, wijze=Raadpleegwijze.GEZOCHT, aantal=aantal)


def note_lijst(soort: str, *, aantal: int, door: str, now: datetime) -> None:
    """That this employee took along a list of this soort."""
    Raadpleging.objects.create(
        op=now, door=door, wijze=Raadpleegwijze.LIJST, soort=find_soort(soort), aantal=aantal
    )


def purge_raadplegingen(*, now: datetime) -> int:
    """Remove the notes that are past their term, in a piece; the number removed."""
    old = Raadpleging.objects.filter(op__lt=now - BEWAARTERMIJN).order_by("op").values("pk")[:STUK]
    return Raadpleging.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()[0]
