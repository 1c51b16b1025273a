"""Where something is used, on the screens of redacteuren: a panel to edit with, a column in the list."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column

from eloket.website.gebruik import list_gebruik


class GebruikPaneel(Panel):
    """Says before saving where a change will show; nothing on what is being made."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Waar staat dit?"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "website/beheer/gebruik_paneel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            users = list_gebruik([self.instance], user=self.request.user)[self.instance.pk]
            return {**super().get_context_data(parent_context), "gebruikers": users}


class GebruikColumn(Column):
    """How many, which the queryset brings as `gebruik` (see `count_gebruik`), with the way to the names."""

    cell_template_name = "website/beheer/gebruik_cel.html"

    def __init__(self) -> None:
        super().__init__("gebruik", label=_("Waar staat dit?"), sort_key="gebruik")

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        url = reverse(instance.snippet_viewset.get_url_name("usage"), args=[instance.pk])
        return {**super().get_cell_context_data(instance, parent_context), "url": url}
