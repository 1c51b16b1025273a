"""A message with made-up values, for whoever writes its words."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.html import format_html

from eloket.berichten.soorten import SOORTEN
from eloket.berichten.woorden import write_words

VERZONNEN = {
    "reference": "ELK-2026-0000001",
    "product": "Parkeervergunning",
    "date": "24 november 2026",
    "code": "123456",
    "time": "9.15 uur",
    "place": "Stadhuis, Raadhuisplein 1, 1234 AB Voorbeeld",
    "bring": "uw oude paspoort en een pasfoto",
}


def render_voorbeeld(naam: str, eigen: Mapping[str, str], *, taal: str, html: bool) -> str:
    """A page with the mail in it, as HTML or as the plain text that some mail programs show."""
    soort = SOORTEN.get(naam)
    if soort is None:
        return format_html("<!doctype html><title>-</title><p>{}</p>", naam)
    words = write_words(soort, eigen, {**VERZONNEN, "link": settings.ELOKET_BASIS_URL}, taal=taal)
    if html:
        return words.html
    return format_html(
        '<!doctype html><html lang="{}"><title>{}</title><pre>{}\n\n{}</pre></html>',
        taal,
        words.onderwerp,
        words.onderwerp,
        words.tekst,
    )
