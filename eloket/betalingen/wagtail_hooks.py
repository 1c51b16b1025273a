"""The eindredacteur's desk for the tarieventabel."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from eloket.betalingen.models import Tarief
from eloket.betalingen.tabel import scherm
from eloket.betalingen.tabel.logboek import register_log_actions
from eloket.betalingen.tariefbeheer import TariefViewSet
from eloket.website.services import refuse_deletion

register_snippet(TariefViewSet)
hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", scherm.lijst, name="lijst"),
        path("download/", scherm.download, name="download"),
        path("<int:pk>/", scherm.concept, name="concept"),
        path("<int:pk>/weg/", scherm.weg, name="weg"),
    ]
    return [path("tarieventabel/", include((urls, "tarieventabel")))]


@hooks.register("before_delete_snippet")
def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """What a product or form still costs stays, and the eindredacteur hears which one that is."""
    return refuse_deletion(request, [each for each in instances if isinstance(each, Tarief)])
