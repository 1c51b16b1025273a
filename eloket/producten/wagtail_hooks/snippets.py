"""Shared texts and organisations, which products point at."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.producten.models import Organisatie, Tekstblok
from eloket.website.services import GebruikColumn, GebruikPaneel, count_gebruik, refuse_deletion


class TekstblokViewSet(SnippetViewSet):
    """List and edit screen say on which products a text stands, before anybody changes it."""

    model = Tekstblok
    menu_label = _("Gedeelde teksten")
    icon = "doc-empty"
    list_display = ["naam", "code", GebruikColumn()]
    search_fields = ["naam", "code", "tekst"]
    add_to_admin_menu = True
    menu_order = 405
    panels = [
        GebruikPaneel(),
        FieldRowPanel([FieldPanel("naam"), FieldPanel("code")]),
        FieldPanel("tekst"),
        FieldPanel("tekst_en"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tekstblok]:
        return Tekstblok.objects.annotate(gebruik=count_gebruik(Tekstblok))


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


@hooks.register("before_delete_snippet")
def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """What a product still uses stays, and the redacteur hears which product that is."""
    return refuse_deletion(request, [each for each in instances if isinstance(each, Tekstblok | Organisatie)])
