"""The places of uitgifte in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from eloket.lib.lograpport import LogMenuItem, log_urls
from eloket.uitgifte.backoffice import lijst, voorstellen
from eloket.uitgifte.backoffice.doen import doen
from eloket.uitgifte.backoffice.exporteren import exporteren
from eloket.uitgifte.backoffice.product import document, opnieuw, product
from eloket.uitgifte.backoffice.toegang import BEKIJKEN
from eloket.uitgifte.beheer.lograpport import Productraadplegingen
from eloket.uitgifte.beheer.soorten import ProductsoortViewSet
from eloket.uitgifte.beheer.zones import ZoneViewSet

register_snippet(ProductsoortViewSet)
register_snippet(ZoneViewSet)


class ProductenMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(BEKIJKEN)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", lijst.lijst, name="lijst"),
        path("zoeken/", lijst.zoeken, name="zoeken"),
        path("lijst.csv", exporteren, name="exporteren"),
        path("voorstellen/", voorstellen.lijst, name="voorstellen"),
        path("voorstellen/nieuw/", voorstellen.voorstellen, name="voorstel-maken"),
        path("voorstellen/<str:id>/", voorstellen.voorstel, name="voorstel"),
        path("voorstellen/<str:id>/besluit/", voorstellen.beslissen, name="beslissen"),
        path("<str:id>/", product, name="product"),
        path("<str:id>/document.pdf", document, name="document"),
        path("<str:id>/opnieuw/", opnieuw, name="opnieuw"),
        path("<str:id>/doen/<slug:slug>/", doen, name="doen"),
    ]
    log = log_urls("raadplegingen", Productraadplegingen)
    return [
        path("uitgifte/", include((urls, "uitgiftebeheer"))),
        path("reports/uitgifte/", include((log, "productenlog"))),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    return ProductenMenuItem(
        _("Uitgifte"), reverse("uitgiftebeheer:lijst"), icon_name="doc-full-inverse", order=95
    )


@hooks.register("register_reports_menu_item")
def register_log() -> MenuItem:
    return LogMenuItem(Productraadplegingen, name="uitgifte-raadplegingen", order=696)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "uitgifte.document_opnieuw", _("Document opnieuw"), _("Document van een product opnieuw gevraagd")
    )
