"""A letter of a zaak: PDF/UA, in the language of the resident."""

from collections.abc import Iterator
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.lib.pdf import PdfUnavailable, write_pdf
from eloket.website.services import get_instellingen
from eloket.zaken.services import Dossier, NieuwDocument, ZaakRejected

TITEL_LENGTE = 100


def make_brief(
    dossier: Dossier, *, id: str, onderwerp: str, tekst: str, datum: date, informatieobjecttype: str
) -> NieuwDocument:
    """A document for the dossier that the resident may see. Errors: `ZaakRejected` without a PDF."""
    inhoud = render_brief(dossier, onderwerp=onderwerp, tekst=tekst, datum=datum)

    def read() -> Iterator[bytes]:
        yield inhoud

    return NieuwDocument(
        id=id,
        titel=f"{onderwerp[:TITEL_LENGTE]}.pdf",
        formaat="application/pdf",
        informatieobjecttype=informatieobjecttype,
        open=read,
        tonen_aan_initiator=True,
    )


def render_brief(dossier: Dossier, *, onderwerp: str, tekst: str, datum: date) -> bytes:
    """The PDF itself. Errors: `ZaakRejected` when this machine cannot make one."""
    zaak = dossier.zaak
    with override(zaak.taal):
        context = {
            "taal": zaak.taal,
            "site": get_instellingen(),
            "aan": next((who.naam for who in dossier.betrokkenen if who.rol == "initiator"), ""),
            "datum": datum,
            "zaak": zaak,
            "onderwerp": onderwerp,
            "alineas": [part.strip() for part in tekst.replace("\r\n", "\n").split("\n\n") if part.strip()],
        }
        html = render_to_string("zaken/brief.html", context)
        css = render_to_string("zaken/brief.css")
    try:
        return write_pdf(html, css)
    except PdfUnavailable as error:
        raise ZaakRejected(_("een brief maken lukt nu niet (%s)") % error) from error
