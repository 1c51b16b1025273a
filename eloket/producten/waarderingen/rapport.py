"""The report "Waarderingen": per product what visitors say in a period, to take along as a sheet."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from eloket.lib.rekenblad import plain_cell
from eloket.producten.models import Waardering
from eloket.producten.models.waardering import WaarderingQuerySet
from eloket.producten.waarderingen.cijfers import Regel, describe

PERMISSION = "producten.view_waardering"


class WaarderingFilter(WagtailFilterSet):
    op = django_filters.DateFromToRangeFilter(label=_("Periode"), widget=DateRangePickerWidget)

    class Meta:
        model = Waardering
        fields = ["op", "taal"]


class WaarderingenRapport(ReportView):
    results_template_name = "producten/rapporten/waarderingen.html"
    page_title = _("Waarderingen")
    verbose_name_plural = _("producten")  # a row is a product
    header_icon = "pick"
    filterset_class = WaarderingFilter
    index_url_name = "waarderingen"
    index_results_url_name = "waarderingen-resultaten"
    permission_policy = ModelPermissionPolicy(Waardering)
    permission_required = "view"
    export_filename = "waarderingen"
    list_export = [
        "titel",
        "cijfers.aantal",
        "cijfers.ja",
        "cijfers.deels",
        "cijfers.nee",
        "cijfers.gevonden",
        "cijfers.score",
        "redenen_tekst",
        "opmerkingen_tekst",
        "laatste",
    ]
    export_headings = {
        "titel": _("Product"),
        "cijfers.aantal": _("Aantal"),
        "cijfers.ja": _("Ja"),
        "cijfers.deels": _("Voor een deel"),
        "cijfers.nee": _("Nee"),
        "cijfers.gevonden": _("Gevonden (%)"),
        "cijfers.score": _("Score van 1 tot 5 (SDG)"),
        "redenen_tekst": _("Redenen"),
        "opmerkingen_tekst": _("Nieuwste opmerkingen"),
        "laatste": _("Laatste"),
    }
    custom_field_preprocess = {
        name: {ReportView.FORMAT_CSV: plain_cell} for name in ("titel", "opmerkingen_tekst")
    }

    def get_queryset(self) -> WaarderingQuerySet:
        return Waardering.objects.all()

    def get_filtered_queryset(self) -> Any:
        """What was said in this period, counted per product."""
        self.said: WaarderingQuerySet = super().get_filtered_queryset()
        return self.said.per_product()

    def decorate_paginated_queryset(self, object_list: Any) -> list[Regel]:
        return describe(object_list, self.said)
