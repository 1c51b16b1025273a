"""A city that has issued very many products, written in pieces, past the door: only how many counts."""

from datetime import datetime, timedelta
from typing import Any

SOORT = "bench-parkeren"
STUK = 5_000


def make_soort() -> Any:
    """A kind of product of these measurements alone, made by the first of them."""
    from eloket.uitgifte.models import Productsoort
    from tests.uitgifte import factories

    return Productsoort.objects.filter(code=SOORT).first() or factories.make_soort(SOORT)


def fill(soort: Any, number: int, *, now: datetime) -> None:
    """So many permits of as many people, each with its document and two lines of history."""
    from django.db import transaction

    for start in range(0, number, STUK):
        with transaction.atomic():
            _piece(soort, range(start, min(start + STUK, number)), now=now)


def _piece(soort: Any, numbers: range, *, now: datetime) -> None:
    from eloket.uitgifte.models import Document, UitgegevenProduct, Wijziging

    rows = [_product(soort, number, now=now - timedelta(minutes=number)) for number in numbers]
    UitgegevenProduct.objects.bulk_create(rows)
    Document.objects.bulk_create(
        Document(product=row, status="klaar", bestand="x", sha256=f"{number:064d}", proef=True)
        for number, row in zip(numbers, rows, strict=True)
    )
    Wijziging.objects.bulk_create(
        Wijziging(product=row, op=row.gemaakt, van=van, naar=naar, als="regel")
        for row in rows
        for van, naar in (("", "concept"), ("concept", "uitgegeven"))
    )


def _product(soort: Any, number: int, *, now: datetime) -> Any:
    from eloket.lib.versleuteling import keyed_hash
    from eloket.uitgifte.claims import naam_tekst
    from eloket.uitgifte.models import UitgegevenProduct

    kenteken, naam = f"{number:06d}", f"Bewoner {number}"
    return UitgegevenProduct(
        soort=soort,
        status="ingetrokken" if number % 100 == 0 else "uitgegeven",
        houder={"soort": "kvk", "nummer": f"{number:08d}", "vestiging": ""},
        houder_sleutel=keyed_hash(f"bench:{number}"),
        claimtype=soort.claimtype,
        claims={"kenteken": kenteken, "zone": "A", "naam": naam},
        object_sleutel=keyed_hash(f"kenteken:{kenteken}"),
        naam_sleutel=keyed_hash(naam_tekst(naam)),
        gebied="A",
        geldig_vanaf=now,
        geldig_tot=now + timedelta(days=365),
        status_sinds=now,
        gemaakt=now,
        uitgegeven=now,
        zaak=f"BENCH-{number:07d}",
        verzoek=f"bench:{number}",
    )
