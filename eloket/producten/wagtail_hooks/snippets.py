"""Shared texts and organisations, which products point at."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.producten.models import Organisatie, Tekstblok


class TekstblokViewSet(SnippetViewSet):
    """Wagtail's "usage" shows on which products a text stands."""

    model = Tekstblok
    menu_label = _("Gedeelde teksten")
    icon = "doc-empty"
    list_display = ["naam", "code"]
    search_fields = ["naam", "code", "tekst"]
    add_to_admin_menu = True
    menu_order = 405
    panels = [
        FieldRowPanel([FieldPanel("naam"), FieldPanel("code")]),
        FieldPanel("tekst"),
        FieldPanel("tekst_en"),
    ]


class OrganisatieViewSet(SnippetViewSet):
    model = Organisatie
    menu_label = _("Organisaties")
    icon = "group"
    list_display = ["naam", "soort", "uri"]
    search_fields = ["naam", "code"]
    add_to_admin_menu = True
    menu_order = 430
    panels = [
        FieldRowPanel([FieldPanel("naam"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("soort"), FieldPanel("uri")]),
    ]


for viewset in (TekstblokViewSet, OrganisatieViewSet):
    register_snippet(viewset)
