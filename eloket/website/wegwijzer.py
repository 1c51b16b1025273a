"""From an address to its page: Wagtail's own way, with what it asks first remembered.

Which site this is and what its home page is in this language holds for every page until a redacteur changes
it, and took a third of the time of a page.
"""

from copy import copy
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import re_path
from django.utils.translation import get_language
from wagtail import urls as wagtail_urls
from wagtail import views
from wagtail.models import Page, Site

from eloket.website.bewaard import per_versie


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's view for every page. Errors: `Http404`."""
    site = find_site(request)
    if site is not None:
        remember(request, "_wagtail_route_for_request", _route(request, site, path))
    response: HttpResponseBase = views.serve(request, path)
    return response


# Wagtail's addresses with our view in the place of its own, under the same name.
urlpatterns = [
    *wagtail_urls.urlpatterns[:-1],
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
]


def find_site(request: HttpRequest) -> Site | None:
    """The site of this request. Of a gemeente with one site no query tells more than the last one did."""
    only = _get_only_site()
    if only is not None:
        remember(request, "_wagtail_site", only)
    found: Site | None = Site.find_for_request(request)
    return found


def remember(request: HttpRequest, name: str, value: Any) -> None:
    """Leave it where Wagtail itself keeps it for the length of a request."""
    request.__dict__.setdefault(name, value)


def _route(request: HttpRequest, site: Site, path: str) -> Any:
    home = copy(_get_home(site, get_language() or settings.LANGUAGE_CODE))  # a page notes things on itself
    try:
        return home.route(request, [part for part in path.split("/") if part])
    except Http404:
        return None


@per_versie
def _get_only_site() -> Site | None:
    """The one site there is, which then answers every host; None when there are more."""
    sites = list(Site.objects.select_related("root_page")[:2])
    return sites[0] if len(sites) == 1 and sites[0].is_default_site else None


@per_versie
def _get_home(site: Site, language: str) -> Page:
    """The root page of this site in this language, which is the active one, or else as it is."""
    return site.root_page.localized.specific
