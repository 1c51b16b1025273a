"""The back office's places in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from eloket.accounts.services import get_medewerker
from eloket.lib.lograpport import LogMenuItem, log_urls
from eloket.zaken.backoffice.aanwezig import aanwezig
from eloket.zaken.backoffice.controle import controle
from eloket.zaken.backoffice.document import document
from eloket.zaken.backoffice.doel import doel
from eloket.zaken.backoffice.handeling import gezien, handeling
from eloket.zaken.backoffice.lijst import lijst
from eloket.zaken.backoffice.notities import notitie
from eloket.zaken.backoffice.overdragen import overdragen, verdeling
from eloket.zaken.backoffice.toegang import sees_zaken
from eloket.zaken.backoffice.toewijzen import toewijzen
from eloket.zaken.backoffice.zaak import zaak
from eloket.zaken.beheer.lograpport import Zaakraadplegingen
from eloket.zaken.beheer.rollen import TeamViewSet
from eloket.zaken.beheer.tekstsjabloon import TekstsjabloonViewSet
from eloket.zaken.beheer.zaaktype import ZaaktypeViewSet
from eloket.zaken.services import RegisterError, handles_zaken

register_snippet(ZaaktypeViewSet)
register_snippet(TeamViewSet)
register_snippet(TekstsjabloonViewSet)


class ZakenMenuItem(MenuItem):
    """Only for whoever may handle zaken, and only where they are handled here."""

    def is_shown(self, request: HttpRequest) -> bool:
        try:
            return bool(get_medewerker(request)) and sees_zaken(request) and handles_zaken()
        except RegisterError:
            return True  # the page itself says what is wrong


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", lijst, name="lijst"),
        path("verdeling/", verdeling, name="verdeling"),
        path("overdragen/", overdragen, name="overdragen"),
        path("<str:identificatie>/", zaak, name="zaak"),
        path("<str:identificatie>/gezien/", gezien, name="gezien"),
        path("<str:identificatie>/doen/<slug:slug>/", handeling, name="handeling"),
        path("<str:identificatie>/toewijzen/", toewijzen, name="toewijzen"),
        path("<str:identificatie>/waarvoor/", doel, name="doel"),
        path("<str:identificatie>/notitie/", notitie, name="notitie"),
        path("<str:identificatie>/aanwezig/", aanwezig, name="aanwezig"),
        path("<str:identificatie>/controle/", controle, name="controle"),
        path("<str:identificatie>/documenten/<uuid:id>/", document, name="document"),
    ]
    log = log_urls("raadplegingen", Zaakraadplegingen)
    return [
        path("zaken/", include((urls, "zaken"))),
        path("reports/zaken/", include((log, "zakenlog"))),
    ]


@hooks.register("register_reports_menu_item")
def register_log() -> MenuItem:
    return LogMenuItem(Zaakraadplegingen, name="zaken-raadplegingen", order=695)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    return ZakenMenuItem(_("Zaken"), reverse("zaken:lijst"), icon_name="folder-open-inverse", order=90)
