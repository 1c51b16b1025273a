"""The report "Raadplegingen": which employee looked whom up, and why. Of the person nothing but a kenmerk."""

from typing import Any

import django_filters
from django.db.models import F, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from eloket.lib.lograpport import LogRapport, MomentColumn, day_filter, name_of_user, user_choices
from eloket.lib.rekenblad import plain_cell
from eloket.personen.models import Raadpleging

ZELF = "-"  # in the address, for who filled in a form of their own


def _who() -> list[tuple[str, Any]]:
    found = user_choices("username", Raadpleging.objects.exclude(door="").values("door"))
    return [(ZELF, _("de inwoner of ondernemer zelf")), *found]


class RaadplegingFilter(WagtailFilterSet):
    op = day_filter("op")
    doel = django_filters.AllValuesFilter(label=_("Waarvoor"))
    door = django_filters.ChoiceFilter(label=_("Door wie"), choices=_who, method="of_door")

    class Meta:
        model = Raadpleging
        fields = ["op", "doel", "door", "bron"]

    def of_door(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(door="" if value == ZELF else value)


def _data(row: Raadpleging) -> str:
    return ", ".join(row.gegevens.split(","))


class Raadplegingen(LogRapport):
    """Look-ups in the BRP and the Handelsregister. The same kenmerk is the same person; it is no number."""

    model = Raadpleging
    moment = "op"
    page_title = _("Raadplegingen")
    header_icon = "view"
    filterset_class = RaadplegingFilter
    index_url_name = "personenlog:raadplegingen"
    index_results_url_name = "personenlog:raadplegingen-resultaten"
    no_results_message = _("Niemand werd opgezocht.")
    columns = [
        MomentColumn("op", label=_("Wanneer")),
        Column("wie", label=_("Door wie")),
        Column("afdeling", label=_("Afdeling")),
        Column("doel", label=_("Waarvoor")),
        Column("get_bron_display", label=_("Bron")),
        Column("gegevens", label=_("Welke gegevens"), accessor=_data),
        Column("kenmerk", label=_("Kenmerk van de persoon of het bedrijf")),
    ]
    list_export = ["op", "wie", "afdeling", "doel", "get_bron_display", "gegevens", "kenmerk"]
    export_headings = {
        "op": _("Wanneer"),
        "wie": _("Door wie"),
        "afdeling": _("Afdeling"),
        "doel": _("Waarvoor"),
        "get_bron_display": _("Bron"),
        "gegevens": _("Welke gegevens"),
        "kenmerk": _("Kenmerk van de persoon of het bedrijf"),
    }

    @property
    def custom_field_preprocess(self) -> dict[str, Any]:
        return {**super().custom_field_preprocess, "doel": {self.FORMAT_CSV: plain_cell}}

    def get_queryset(self) -> Any:
        """`wie`: the name of the employee, or their login name when they are gone; nothing for a resident."""
        return (
            super()
            .get_queryset()
            .annotate(
                wie=Coalesce(NullIf(name_of_user("username", "door"), Value("")), F("door")),
                kenmerk=Left("sleutel", 8),
            )
        )
