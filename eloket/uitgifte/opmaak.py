"""A product as a document: HTML for people, JSON for machines, in one PDF/A-3a and PDF/UA-1."""

import json
from datetime import datetime
from typing import Any

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from eloket.lib.pdf import Pdfbijlage, write_archief_pdf
from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.models import Sjabloon, UitgegevenProduct
from eloket.uitgifte.regels.code import show_code
from eloket.uitgifte.tonen import show_claims, show_term
from eloket.website.services import get_instellingen, get_themacss

JSON_NAAM = "product.json"
SJABLONEN = {
    Sjabloon.VERGUNNING: "uitgifte/document/vergunning.html",
    Sjabloon.UITTREKSEL: "uitgifte/document/uittreksel.html",
}


def render_document(product: UitgegevenProduct, *, proef: bool) -> bytes:
    """The PDF, not sealed yet, in the language of the product. Errors: `PdfUnavailable`, a template's."""
    with translation.override(product.taal):
        context = document_context(product, proef=proef)
        html = render_to_string(SJABLONEN[Sjabloon(product.soort.sjabloon)], context)
        css = get_themacss() + render_to_string("uitgifte/document/document.css")
        data = Pdfbijlage(JSON_NAAM, build_json(product), translation.gettext("De gegevens van dit document"))
    return write_archief_pdf(html, css, bijlagen=[data])


def document_context(product: UitgegevenProduct, *, proef: bool) -> dict[str, Any]:
    """What uitgifte/document/*.html shows, in the active language."""
    url = verify_url(product)
    return {
        "taal": product.taal,
        "site": get_instellingen(),
        "product": product,
        "titel": product.soort.titel,
        "tekst": product.soort.documenttekst,
        "rijen": [
            *show_claims(CLAIMTYPEN[product.claimtype].velden, product.claims),
            *show_term(product.geldig_vanaf, product.geldig_tot),
        ],
        "code": show_code(product.code),
        "url": url,
        "qr": segno.make(url, error="m", micro=False).svg_data_uri(scale=4, border=4, light="#fff"),
        "proef": proef,
    }


def verify_url(product: UitgegevenProduct) -> str:
    """Where anybody can check it, in the language of the product."""
    with translation.override(product.taal):
        return settings.ELOKET_BASIS_URL + reverse("uitgifte:controleer", args=[product.code])


def build_json(product: UitgegevenProduct) -> str:
    """What the document says, for machines; says of the holder what the claims say, and no number."""
    data = {
        "type": product.claimtype,
        "code": product.code,
        "uitgever": get_instellingen().naam,
        "uitgegeven": _moment(product.uitgegeven),
        "geldigVanaf": _moment(product.geldig_vanaf),
        "geldigTot": _moment(product.geldig_tot),
        "controle": verify_url(product),
        "claims": product.claims,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
