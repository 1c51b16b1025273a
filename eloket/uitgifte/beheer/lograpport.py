"""The report "Raadplegingen van producten": who looked at what was issued, or took a list along."""

from typing import Any

import django_filters
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from eloket.lib.lograpport import LogRapport, MomentColumn, day_filter, name_of_user, user_choices
from eloket.uitgifte.models import Raadpleging


def _who() -> list[tuple[str, str]]:
    return user_choices("username", Raadpleging.objects.values("door"))


class RaadplegingFilter(WagtailFilterSet):
    op = day_filter("op")
    door = django_filters.ChoiceFilter(label=_("Door wie"), choices=_who)

    class Meta:
        model = Raadpleging
        fields = ["op", "wijze", "soort", "door"]


class Productraadplegingen(LogRapport):
    """Of the holder nothing but the code of the product."""

    model = Raadpleging
    moment = "op"
    page_title = _("Raadplegingen van producten")
    header_icon = "view"
    filterset_class = RaadplegingFilter
    index_url_name = "productenlog:raadplegingen"
    index_results_url_name = "productenlog:raadplegingen-resultaten"
    no_results_message = _("Niemand keek naar een product.")
    columns = [
        MomentColumn("op", label=_("Wanneer")),
        Column("wie", label=_("Door wie")),
        Column("get_wijze_display", label=_("Wat")),
        Column("soortnaam", label=_("Productsoort")),
        Column("code", label=_("Code")),
        Column("aantal", label=_("Aantal")),
    ]
    list_export = ["op", "wie", "get_wijze_display", "soortnaam", "code", "aantal"]
    export_headings = {
        "op": _("Wanneer"),
        "wie": _("Door wie"),
        "get_wijze_display": _("Wat"),
        "soortnaam": _("Productsoort"),
        "code": _("Code"),
        "aantal": _("Aantal"),
    }

    def get_queryset(self) -> Any:
        """`wie`: the name of the employee, or their login name when they are gone."""
        name = Coalesce(NullIf(name_of_user("username", "door"), Value("")), F("door"))
        soort = Coalesce("soort__naam", "product__soort__naam", Value(""))
        code = Coalesce("product__code", Value(""))
        return super().get_queryset().annotate(wie=name, soortnaam=soort, code=code)
