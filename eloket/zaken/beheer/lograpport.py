"""The report "Raadplegingen van zaken": which employee looked into which zaak, and why."""

from typing import Any

import django_filters
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from eloket.lib.lograpport import LogRapport, MomentColumn, day_filter, name_of_user, user_choices
from eloket.lib.rekenblad import plain_cell
from eloket.zaken.models import Raadpleging


def _who() -> list[tuple[str, str]]:
    return user_choices("username", Raadpleging.objects.values("door"))


class RaadplegingFilter(WagtailFilterSet):
    op = day_filter("op")
    identificatie = django_filters.CharFilter(label=_("Zaaknummer"))
    door = django_filters.ChoiceFilter(label=_("Door wie"), choices=_who)

    class Meta:
        model = Raadpleging
        fields = ["op", "identificatie", "doel", "door"]


class Zaakraadplegingen(LogRapport):
    """Once an hour per employee and zaak. Of the resident nothing but the number of the zaak."""

    model = Raadpleging
    moment = "op"
    page_title = _("Raadplegingen van zaken")
    header_icon = "view"
    filterset_class = RaadplegingFilter
    index_url_name = "zakenlog:raadplegingen"
    index_results_url_name = "zakenlog:raadplegingen-resultaten"
    no_results_message = _("Niemand opende een zaak.")
    columns = [
        MomentColumn("op", label=_("Wanneer")),
        Column("wie", label=_("Door wie")),
        Column("afdeling", label=_("Afdeling")),
        Column("identificatie", label=_("Zaaknummer")),
        Column("get_doel_display", label=_("Waarvoor")),
        Column("reden", label=_("Uitleg")),
    ]
    list_export = ["op", "wie", "afdeling", "identificatie", "get_doel_display", "reden"]
    export_headings = {
        "op": _("Wanneer"),
        "wie": _("Door wie"),
        "afdeling": _("Afdeling"),
        "identificatie": _("Zaaknummer"),
        "get_doel_display": _("Waarvoor"),
        "reden": _("Uitleg"),
    }

    @property
    def custom_field_preprocess(self) -> dict[str, Any]:
        return {**super().custom_field_preprocess, "reden": {self.FORMAT_CSV: plain_cell}}

    def get_queryset(self) -> Any:
        """`wie`: the name of the employee, or their login name when they are gone."""
        name = Coalesce(NullIf(name_of_user("username", "door"), Value("")), F("door"))
        return super().get_queryset().annotate(wie=name)
