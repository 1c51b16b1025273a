"""Zones in the Wagtail admin."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.uitgifte.models import Zone


class ZoneViewSet(SnippetViewSet):
    model = Zone
    icon = "site"
    menu_label = gettext_lazy("Zones")
    menu_name = "zones"
    menu_order = 422
    add_to_admin_menu = True
    url_namespace = "zones"
    admin_url_namespace = "zones"
    base_url_path = "zones"
    list_display = ["code", "naam"]
    search_fields = ["code", "naam"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("code"),
            FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
            FieldPanel("adressen"),
        ]
    )
