"""The document of a product for an employee: is it there, why not, and try again."""

from dataclasses import dataclass
from datetime import datetime

from django.http import StreamingHttpResponse

from eloket.bestanden.services import serve_bestand
from eloket.outbox.services import enqueue, retry
from eloket.uitgifte.models import Document, Documentstatus
from eloket.uitgifte.regels.status import LEVEND
from eloket.uitgifte.services.gegevens import ProductNotFound
from eloket.uitgifte.services.lezen import read_id

MAKEN = "uitgifte.make_document"


@dataclass(frozen=True, slots=True)
class Documentstand:
    """`reden`: why it is not there yet, of nobody. `gemaakt`: None while it waits."""

    klaar: bool
    reden: str
    gemaakt: datetime | None
    tijdstempel: bool
    proef: bool
    te_maken: bool


def get_documentstand(id: str) -> Documentstand | None:
    """None while the product is a concept, or is not there."""
    row = _find(id)
    if row is None:
        return None
    klaar = row.status == Documentstatus.KLAAR
    te_maken = not klaar and row.product.status in LEVEND
    return Documentstand(klaar, row.reden, row.gemaakt, row.tijdstempel, row.proef, te_maken)


def retry_document(id: str, *, now: datetime) -> bool:
    """Make it now; False when it is there, is being made, or is not to be made any more."""
    row = _find(id)
    if row is None or row.status == Documentstatus.KLAAR or row.product.status not in LEVEND:
        return False
    return retry(work_key(row.product_id), now=now)


def enqueue_document(product: object, *, now: datetime) -> None:
    """In the transaction in which the product with this primary key was handed over."""
    enqueue(handler=MAKEN, ids={"product": str(product)}, key=work_key(product), now=now)


def work_key(product: object) -> str:
    """One piece of work for each product."""
    return f"{MAKEN}:{product}"


def serve_document(id: str) -> StreamingHttpResponse:
    """The sealed PDF, to save. Errors: `ProductNotFound` while there is none."""
    row = _find(id)
    if row is None or row.status != Documentstatus.KLAAR:
        raise ProductNotFound("dit document is er nog niet")
    return serve_bestand(row.bestand)


def _find(id: str) -> Document | None:
    return Document.objects.filter(product=read_id(id)).select_related("product").first()
