"""The copy: what was sent, as an accessible PDF (PDF/UA) that its owner can keep. Awb art. 2:10."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from eloket.bestanden.services import store_bestand
from eloket.formulieren.aanvrager import list_rijen, tell_controle
from eloket.formulieren.betreft import from_dict, list_betreft
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.formulieren.stapformulier import show_antwoorden
from eloket.lib import pdf
from eloket.outbox.services import NeedsPerson
from eloket.website.services import get_instellingen


def make_kopie(uuid: str, *, now: datetime) -> None:
    """Make the copy of an aanvraag once; again is no more than a look. Errors: `NeedsPerson`."""
    aanvraag = Aanvraag.objects.select_related("versie").get(pk=uuid)
    if aanvraag.kopie or aanvraag.gewist_at:
        return
    inhoud = render_kopie(aanvraag)
    with transaction.atomic():
        row = Aanvraag.objects.select_for_update().only("kopie").get(pk=uuid)
        if not row.kopie:
            row.kopie = store_bestand(
                inhoud=inhoud, naam=f"{aanvraag.identificatie}.pdf", mimetype="application/pdf", now=now
            )
            row.save(update_fields=["kopie"])


def render_kopie(aanvraag: Aanvraag) -> bytes:
    """The PDF, in the language that the form was filled in. Errors: `NeedsPerson` without Pango."""
    with translation.override(aanvraag.taal):
        html = render_to_string("formulieren/kopie.html", kopie_context(aanvraag))
        css = render_to_string("formulieren/kopie.css")
    return write_pdf(html, css)


def kopie_context(aanvraag: Aanvraag) -> dict[str, Any]:
    """What formulieren/kopie.html shows, in the active language."""
    aanvrager = read_aanvrager(aanvraag)
    return {
        "taal": translation.get_language() or "nl",
        "gemeente": get_instellingen().naam,
        "titel": str(aanvraag.versie.definitie.titel),
        "identificatie": aanvraag.identificatie,
        "ingediend_at": aanvraag.ingediend_at,
        "ontvangen_op": aanvraag.ontvangen_op,
        "betreft": list_betreft(from_dict(aanvraag.betreft)),
        "aanvrager": list_rijen(aanvrager),
        "controle": tell_controle(aanvrager),
        "stappen": show_antwoorden(aanvraag.versie.definitie, aanvraag.antwoorden),
    }


def write_pdf(html: str, css: str) -> bytes:
    """As `lib.pdf.write_pdf`, for work of the outbox. Errors: `NeedsPerson` without Pango."""
    try:
        return pdf.write_pdf(html, css)
    except pdf.PdfUnavailable as error:
        raise NeedsPerson(str(error)) from error
