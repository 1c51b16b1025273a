"""The places of berichten in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from eloket.berichten.beheer import brieven
from eloket.berichten.beheer.sjablonen import SjabloonViewSet

register_snippet(SjabloonViewSet)


class BrievenMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(brieven.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", brieven.lijst, name="lijst"),
        path("<int:pk>/brief.pdf", brieven.brief, name="brief"),
        path("<int:pk>/verstuurd/", brieven.verstuurd, name="verstuurd"),
        path("<int:pk>/opnieuw/", brieven.opnieuw, name="opnieuw"),
    ]
    return [path("brieven/", include((urls, "brieven")))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    return BrievenMenuItem(_("Brieven"), reverse("brieven:lijst"), icon_name="mail", order=310)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("berichten.brief_verstuurd", _("Brief verstuurd"), _("Brief op verstuurd gezet"))
    actions.register_action(
        "berichten.brief_opnieuw", _("E-mail opnieuw"), _("E-mail van een brief opnieuw geprobeerd")
    )
