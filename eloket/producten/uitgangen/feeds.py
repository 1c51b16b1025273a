"""What other systems fetch: the sitemap and the feed of Samenwerkende Catalogi."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Site

from eloket.lib import klok
from eloket.producten.gegevens import iterate_producten
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.uitgangen.owms import read_gemeente
from eloket.producten.uitgangen.samenwerkende_catalogi import write_feed
from eloket.producten.uitgangen.sitemap import write_sitemap
from eloket.producten.uitgangen.stand import when_changed

HEADERS = {
    "Content-Type": "application/xml; charset=utf-8",
    "Cache-Control": "public, max-age=0, must-revalidate",
}


@require_safe
@when_changed
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """`/sitemap.xml`."""
    site = get_object_or_404(Site, is_default_site=True)
    return _xml(request, write_sitemap(site, now=klok.now()))


@require_safe
@when_changed
def samenwerkende_catalogi(request: HttpRequest) -> HttpResponseBase:
    """`/samenwerkende-catalogi.xml`: the Dutch products; the national catalogue takes no other language."""
    products = iterate_producten(taal="nl", lezer=Lezer.IEDEREEN, now=klok.now())
    return _xml(request, write_feed(products, gemeente=read_gemeente()))


def _xml(request: HttpRequest, pieces: Iterable[str]) -> HttpResponseBase:
    """The pieces as they are made, so that a long catalogue fits in memory; a HEAD makes none."""
    if request.method == "HEAD":
        return HttpResponse(headers=HEADERS)
    return StreamingHttpResponse((piece.encode() for piece in pieces), headers=HEADERS)
