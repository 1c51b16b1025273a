"""The national list of product names, to look at and to choose from."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.producten.models import UniformeProductnaam
from eloket.producten.upnkiezer import UpnChooserViewSet


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
