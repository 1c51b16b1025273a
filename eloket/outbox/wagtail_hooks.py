"""The operator page's place in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.outbox import scherm


class BezorgingMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(scherm.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [path("", scherm.lijst, name="lijst"), path("opnieuw/", scherm.opnieuw, name="opnieuw")]
    return [path("bezorging/", include((urls, "outbox")))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    return BezorgingMenuItem(_("Bezorging"), reverse("outbox:lijst"), icon_name="mail", order=900)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("outbox.opnieuw", _("Opnieuw bezorgen"), _("Opnieuw aangeboden"))
    actions.register_action(
        "outbox.alles_opnieuw", _("Alles opnieuw bezorgen"), _("Alles van een soort opnieuw aangeboden")
    )
