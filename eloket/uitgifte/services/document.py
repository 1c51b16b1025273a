"""Making the sealed PDF of a product: after it was issued, once, and again until it is there."""

import hashlib
from datetime import datetime

import structlog
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from eloket.bestanden.services import store_bestand
from eloket.lib.pdf import PdfUnavailable
from eloket.outbox.services import TryLater, publish
from eloket.uitgifte.backends import get_zegel
from eloket.uitgifte.backends.base import Gezegeld, ZegelError
from eloket.uitgifte.models import Document, Documentstatus, UitgegevenProduct
from eloket.uitgifte.opmaak import render_document
from eloket.uitgifte.regels.code import show_code
from eloket.uitgifte.regels.status import LEVEND
from eloket.website.services import get_instellingen

log = structlog.get_logger()


def make_document(product_id: str, *, now: datetime) -> None:
    """Make and seal it, unless it is there. Errors: `TryLater`, with the reason that its row carries too."""
    product = UitgegevenProduct.objects.select_related("soort", "document").filter(pk=product_id).first()
    if product is None or product.document.status == Documentstatus.KLAAR:
        return
    if product.status not in LEVEND:
        _wait(product, "niet gemaakt: het product geldt niet meer")
        return
    proef = get_zegel().proef
    try:
        sealed = _seal(product, proef=proef, now=now)
    except (PdfUnavailable, ZegelError) as error:
        _wait(product, str(error))
        raise TryLater(str(error)) from error
    except Exception as error:  # a template that breaks, in whatever way; its text may hold claims
        reden = f"het document maken lukt niet ({type(error).__name__})"
        log.error("document_mislukt", soort=product.soort.code, error=type(error).__name__)
        _wait(product, reden)
        raise TryLater(reden) from None
    _keep(product, sealed, proef=proef, now=now)


def _seal(product: UitgegevenProduct, *, proef: bool, now: datetime) -> Gezegeld:
    pdf = render_document(product, proef=proef)
    with translation.override(product.taal):
        veld = _("Elektronisch zegel van de gemeente")
        naam = get_instellingen().naam
    return get_zegel().seal(pdf, naam=naam, veld=veld, now=now)


def _wait(product: UitgegevenProduct, reden: str) -> None:
    Document.objects.filter(product=product, status=Documentstatus.WACHT).update(reden=reden[:300])


def _keep(product: UitgegevenProduct, sealed: Gezegeld, *, proef: bool, now: datetime) -> None:
    """Keep it, unless another worker just did."""
    with transaction.atomic():
        row = Document.objects.select_for_update().get(product=product)
        if row.status == Documentstatus.KLAAR:
            return
        row.bestand = store_bestand(
            inhoud=sealed.pdf,
            naam=f"{product.soort.code}-{show_code(product.code)}.pdf",
            mimetype="application/pdf",
            now=now,
        )
        row.sha256 = hashlib.sha256(sealed.pdf).hexdigest()
        row.status, row.reden = Documentstatus.KLAAR, ""
        row.proef, row.tijdstempel, row.gemaakt = proef, sealed.tijdstempel, now
        row.save()
        publish("product.document_klaar", str(product.pk), now=now)
