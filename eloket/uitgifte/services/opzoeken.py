"""Finding a product by what somebody says on the telephone: a code, kenteken, zaak, name or number."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from django.db.models import Q

from eloket.lib.partij import Bsn, InvalidPartij, Kvk, Rsin, zoeksleutels
from eloket.lib.versleuteling import keyed_hashes
from eloket.uitgifte.claims import clean_kenteken, naam_tekst
from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.regels.code import LENGTE
from eloket.uitgifte.services.gegevens import ProductInfo, to_info

GEVONDEN = 50
ZOEKTEKENS = 100


def find_producten(typed: str, *, now: datetime) -> list[ProductInfo]:
    """All that this may mean, the newest first, at most `GEVONDEN`. Nothing for what means nothing.

    Kenteken, name and number are looked for under their keyed hashes: a name only as it was written.
    """
    text = " ".join("".join(sign for sign in typed[:ZOEKTEKENS] if sign.isprintable()).split())
    found: dict[object, UitgegevenProduct] = {}
    for condition in _readings(text) if text else ():
        rows = UitgegevenProduct.objects.filter(condition).select_related("soort", "document")
        found |= {row.pk: row for row in rows.order_by("-gemaakt", "-pk")[:GEVONDEN]}
    newest = sorted(found.values(), key=lambda row: (row.gemaakt, row.pk), reverse=True)
    return [to_info(row, now=now) for row in newest[:GEVONDEN]]


def _readings(text: str) -> Iterator[Q]:
    """One condition for each reading, each on an index of its own."""
    plain = re.sub(r"[\s-]", "", text).upper()
    if len(plain) == LENGTE:
        yield Q(code=plain)
    yield Q(zaak=text.upper())
    yield Q(naam_sleutel__in=keyed_hashes(naam_tekst(text)))
    with suppress(ValueError):
        yield Q(object_sleutel__in=keyed_hashes(f"kenteken:{clean_kenteken(text)}"))
    if plain.isascii() and plain.isdigit():
        yield from _holders(plain)


def _holders(digits: str) -> Iterator[Q]:
    for kind in (Bsn, Rsin, Kvk):
        with suppress(InvalidPartij):
            yield Q(houder_sleutel__in=zoeksleutels(kind(digits)))
