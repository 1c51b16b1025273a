"""The redacteur's list of what one can make an afspraak for."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.afspraken.models import Afspraaksoort


class AfspraaksoortViewSet(SnippetViewSet):
    model = Afspraaksoort
    icon = "calendar-alt"
    menu_label = _("Afspraaksoorten")
    menu_name = "afspraaksoorten"
    menu_order = 420
    add_to_admin_menu = True
    list_display = ["naam", "code", "minuten"]
    panels = [
        FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
        FieldRowPanel([FieldPanel("code"), FieldPanel("minuten")]),
        FieldPanel("meenemen"),
        FieldPanel("meenemen_en"),
    ]


register_snippet(AfspraaksoortViewSet)


@hooks.register("register_admin_urls")
def register_stukken() -> list[URLResolver]:
    """What people send before a visit."""
    return [path("afspraken/", include("eloket.afspraken.beheer.stukken", namespace="afspraakstukken"))]
