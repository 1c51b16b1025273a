"""Editor screens: the national list of product names to choose from, and what visitors say of a page."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.producten.models import UniformeProductnaam
from eloket.producten.upnkiezer import UpnChooserViewSet
from eloket.producten.waarderingen import rapport


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Names come from `import_upl` alone; whoever may see them may do nothing else."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in ("view", "choose") and super().user_has_permission(user, "view")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class UniformeProductnaamViewSet(SnippetViewSet):
    model = UniformeProductnaam
    menu_label = _("Productnamen")
    icon = "list-ul"
    list_display = ["naam", "sdg", "gemeente", "burger", "bedrijf", "is_verwijderd"]
    list_filter = ["is_verwijderd", "gemeente", "burger", "bedrijf"]
    inspect_view_enabled = True
    chooser_viewset_class = UpnChooserViewSet
    add_to_admin_menu = True
    menu_order = 400

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)


register_snippet(UniformeProductnaamViewSet)


class WaarderingenMenuItem(MenuItem):
    """Only for whoever may read what visitors say."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(rapport.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    view = rapport.WaarderingenRapport
    return [
        path("waarderingen/", view.as_view(), name="waarderingen"),
        path("waarderingen/resultaten/", view.as_view(results_only=True), name="waarderingen-resultaten"),
    ]


@hooks.register("register_reports_menu_item")
def register_waarderingen() -> MenuItem:
    return WaarderingenMenuItem(_("Waarderingen"), reverse("waarderingen"), icon_name="pick", order=650)
