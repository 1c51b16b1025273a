"""The menu "Afspraken": what is done every day above what is set up once."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from eloket.afspraken.beheer.plaatsen import AfspraaklocatieViewSet, AgendaViewSet, VaardigheidViewSet
from eloket.afspraken.beheer.rechten import MAG_BORD, MAG_CIJFERS
from eloket.afspraken.beheer.soorten import AfspraaksoortViewSet
from eloket.afspraken.beheer.tijden import OpeningsregelViewSet, UitzonderingViewSet


class RechtMenuItem(MenuItem):
    """Only for who has this right."""

    def __init__(self, *args: Any, recht: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recht = recht

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.recht))


class AfsprakenGroep(SnippetViewSetGroup):
    items = (
        AfspraaklocatieViewSet,
        AgendaViewSet,
        OpeningsregelViewSet,
        UitzonderingViewSet,
        AfspraaksoortViewSet,
        VaardigheidViewSet,
    )
    menu_label = _("Afspraken")
    menu_name = "afspraken"
    menu_icon = "calendar-alt"
    menu_order = 95

    def get_submenu_items(self) -> list[MenuItem]:
        bord = RechtMenuItem(
            _("Vandaag"), reverse("afspraakbeheer:start"), icon_name="calendar", order=1, recht=MAG_BORD
        )
        cijfers = RechtMenuItem(
            _("Cijfers"), reverse("afspraakbeheer:cijfers"), icon_name="table", order=90, recht=MAG_CIJFERS
        )
        return [bord, *super().get_submenu_items(), cijfers]
