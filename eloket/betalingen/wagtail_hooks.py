"""The eindredacteur's desk for the tarieventabel."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.betalingen.models import Tarief


class TariefViewSet(SnippetViewSet):
    model = Tarief
    icon = "calculator"
    menu_label = _("Tarieven")
    menu_name = "tarieven"
    menu_order = 410
    add_to_admin_menu = True
    list_display = ["naam", "code", "artikel"]
    search_fields = ["naam", "code", "artikel"]
    panels = [
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
        FieldPanel("artikel"),
        InlinePanel(
            "bedragen",
            heading=_("Bedragen"),
            label=_("bedrag"),
            panels=[FieldRowPanel([FieldPanel("bedrag"), FieldPanel("vanaf")])],
        ),
    ]


register_snippet(TariefViewSet)
