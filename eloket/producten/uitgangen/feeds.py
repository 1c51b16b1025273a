"""What other systems fetch: the sitemap and the feed of Samenwerkende Catalogi."""

from collections.abc import Iterable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Site

from eloket.lib import klok
from eloket.producten.gegevens import iterate_producten
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.uitgangen.samenwerkende_catalogi import write_feed
from eloket.producten.uitgangen.sitemap import write_sitemap
from eloket.website.services import get_instellingen

OWMS = "http://standaarden.overheid.nl/owms/terms/"


@require_safe
def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """`/sitemap.xml`."""
    site = get_object_or_404(Site, is_default_site=True)
    return _xml(write_sitemap(site, now=klok.now()))


@require_safe
def samenwerkende_catalogi(request: HttpRequest) -> StreamingHttpResponse:
    """`/samenwerkende-catalogi.xml`: the Dutch products; the national catalogue takes no other language."""
    naam = get_instellingen().naam.removeprefix("Gemeente ")
    uri = settings.ELOKET_OWMS_URI or f"{OWMS}{quote(naam.replace(' ', '_'))}_(gemeente)"
    products = iterate_producten(taal="nl", lezer=Lezer.IEDEREEN, now=klok.now())
    return _xml(write_feed(products, gemeente=naam, gemeente_uri=uri))


def _xml(pieces: Iterable[str]) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        (piece.encode() for piece in pieces),
        content_type="application/xml; charset=utf-8",
        headers={"Cache-Control": "public, max-age=300"},
    )
