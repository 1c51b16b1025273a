"""Taking a catalogue over from elsewhere, in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.producten.overname import scherm
from eloket.producten.overname.plaatsen import ACTIE


class OvernemenMenuItem(MenuItem):
    """Only for whoever may make products."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(scherm.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", scherm.lijst, name="lijst"),
        path("<uuid:pk>/", scherm.overname, name="overname"),
        path("<uuid:pk>/uitvoeren/", scherm.uitvoeren, name="uitvoeren"),
        path("<uuid:pk>/weg/", scherm.weg, name="weg"),
        path("<uuid:pk>/verslag.csv", scherm.verslag, name="verslag"),
    ]
    return [path("overnemen/", include((urls, "overnemen")))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    return OvernemenMenuItem(_("Overnemen"), reverse("overnemen:lijst"), icon_name="download", order=440)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(ACTIE, _("Overnemen"), _("Overgenomen uit een andere catalogus"))
