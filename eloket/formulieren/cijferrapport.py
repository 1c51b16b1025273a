"""The report "Formulieren in cijfers": per form what became of it in a period, to take along as a sheet."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from eloket.formulieren.cijfers import Cijfers, describe
from eloket.formulieren.models import Telling
from eloket.formulieren.models.telling import TellingQuerySet
from eloket.lib.rekenblad import plain_cell

PERMISSION = "formulieren.view_telling"


class CijferFilter(WagtailFilterSet):
    op = django_filters.DateFromToRangeFilter(label=_("Periode"), widget=DateRangePickerWidget)

    class Meta:
        model = Telling
        fields = ["op", "kanaal", "apparaat"]


class CijferRapport(ReportView):
    results_template_name = "formulieren/beheer/cijfers.html"
    page_title = _("Formulieren in cijfers")
    verbose_name_plural = _("formulieren")
    header_icon = "form"
    filterset_class = CijferFilter
    index_url_name = "formuliercijfers"
    index_results_url_name = "formuliercijfers-resultaten"
    permission_policy = ModelPermissionPolicy(Telling)
    permission_required = "view"
    export_filename = "formulieren-in-cijfers"
    list_export = [
        "titel",
        "begonnen",
        "verzonden",
        "afgemaakt",
        "gestopt",
        "duur",
        "stappen_tekst",
        "kanalen",
        "apparaten",
    ]
    export_headings = {
        "titel": _("Formulier"),
        "begonnen": _("Begonnen"),
        "verzonden": _("Verstuurd"),
        "afgemaakt": _("Afgemaakt"),
        "gestopt": _("Niet afgemaakt"),
        "duur": _("Hoe lang het duurde"),
        "stappen_tekst": _("Per stap"),
        "kanalen": _("Verstuurd per kanaal"),
        "apparaten": _("Verstuurd per apparaat"),
    }
    custom_field_preprocess = {
        name: {ReportView.FORMAT_CSV: plain_cell} for name in ("titel", "stappen_tekst")
    }

    def get_queryset(self) -> TellingQuerySet:
        return Telling.objects.all()

    def get_filtered_queryset(self) -> Any:
        """What was counted in this period, per form."""
        self.counted: TellingQuerySet = super().get_filtered_queryset()
        return self.counted.per_formulier()

    def decorate_paginated_queryset(self, object_list: Any) -> list[Cijfers]:
        return describe(object_list, self.counted)
