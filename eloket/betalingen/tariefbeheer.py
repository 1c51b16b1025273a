"""The tarieventabel in the Wagtail admin: the rows with what they cost today and next."""

from collections import Counter
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, UsageView

from eloket.betalingen.models import Tarief
from eloket.lib import klok
from eloket.lib.geld import euro
from eloket.website.services import GebruikColumn, GebruikPaneel, count_gebruik


class TariefForm(WagtailAdminModelForm):
    """One amount per day, and none that begins after the row has ended."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        days = [form.cleaned_data["vanaf"] for form in self._amounts()]
        double = [day for day, times in Counter(days).items() if times > 1]
        if double:
            message = gettext("Er staan twee bedragen vanaf %(dag)s. Haal er een weg.")
            self.add_error(None, message % {"dag": date_format(double[0], "DATE_FORMAT")})
        over = data.get("vervallen_per")
        if over and any(day >= over for day in days):
            self.add_error(
                "vervallen_per", gettext("Er begint nog een bedrag op of na deze dag. Haal dat weg.")
            )
        return data

    def _amounts(self) -> list[Any]:
        """The filled in rows that stay."""
        formset = self.formsets.get("bedragen")
        forms = [each for each in formset.forms if each.is_valid()] if formset is not None else []
        return [
            each for each in forms if each.cleaned_data.get("vanaf") and not each.cleaned_data.get("DELETE")
        ]


class TariefFilter(WagtailFilterSet):
    """What an eindredacteur looks for at the end of the year."""

    staat = django_filters.ChoiceFilter(
        label=_("Staat"),
        method="filter_staat",
        empty_label=_("Alles"),
        choices=[
            ("straks", _("krijgt een nieuw bedrag")),
            ("vast", _("krijgt geen nieuw bedrag")),
            ("leeg", _("nog geen bedrag bekend")),
            ("ongebruikt", _("staat nergens")),
            ("einde", _("vervalt of is vervallen")),
        ],
    )

    class Meta:
        model = Tarief
        fields: list[str] = []

    def filter_staat(self, rows: QuerySet[Tarief], name: str, value: str) -> QuerySet[Tarief]:
        wanted: dict[str, dict[str, Any]] = {
            "straks": {"straks__isnull": False},
            "vast": {"straks__isnull": True, "vervallen_per__isnull": True},
            "leeg": {"nu__isnull": True},
            "ongebruikt": {"gebruik": 0},
            "einde": {"vervallen_per__isnull": False},
        }
        return rows.filter(**wanted[value])


def tell_now(row: Any) -> str:
    """The amount of today."""
    return euro(row.nu) if row.nu is not None else gettext("nog niet bekend")


def tell_next(row: Any) -> str:
    """The next amount and its day, or the day on which the row ends."""
    if row.straks is not None:
        dag = date_format(row.straks_vanaf, "DATE_FORMAT")
        return gettext("%(bedrag)s vanaf %(dag)s") % {"bedrag": euro(row.straks), "dag": dag}
    if row.vervallen_per:
        return gettext("vervalt op %(dag)s") % {"dag": date_format(row.vervallen_per, "DATE_FORMAT")}
    return ""


def tell_since(row: Any) -> str:
    return date_format(row.nu_vanaf, "DATE_FORMAT") if row.nu_vanaf else ""


class TariefIndexView(IndexView):
    """The list, with the ways to and from a spreadsheet."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        url = reverse("tarieventabel:lijst")
        return [*super().header_buttons, HeaderButton(gettext("Tabel inlezen"), url=url, icon_name="upload")]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        url = reverse("tarieventabel:download")
        return [
            *super().header_more_buttons,
            Button(gettext("Download als CSV"), url=url, icon_name="download"),
        ]


class TariefUsageView(UsageView):
    """Whoever may see the tarieven may see where they stand."""

    permission_required = "view"


class TariefViewSet(SnippetViewSet):
    model = Tarief
    icon = "tag"
    menu_label = _("Tarieven")
    menu_name = "tarieven"
    menu_order = 410
    add_to_admin_menu = True
    list_display = [
        "naam",
        "code",
        Column("nu", label=_("Nu"), accessor=tell_now, sort_key="nu"),
        Column("sinds", label=_("Sinds"), accessor=tell_since, sort_key="nu_vanaf"),
        Column("straks", label=_("Straks"), accessor=tell_next, sort_key="straks"),
        GebruikColumn(),
    ]
    filterset_class = TariefFilter
    index_view_class = TariefIndexView
    usage_view_class = TariefUsageView
    edit_handler = ObjectList(
        [
            GebruikPaneel(),
            FieldPanel("code"),
            FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
            FieldPanel("artikel"),
            InlinePanel(
                "bedragen",
                heading=_("Bedragen"),
                label=_("bedrag"),
                help_text=_("Zet een nieuw bedrag erbij met de dag waarop het ingaat. Laat het oude staan."),
                panels=[
                    FieldRowPanel([FieldPanel("bedrag"), FieldPanel("vanaf")]),
                    FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
                    FieldPanel("artikel"),
                ],
            ),
            FieldPanel("vervallen_per"),
        ],
        base_form_class=TariefForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tarief]:
        return Tarief.objects.with_bedragen(klok.today()).annotate(gebruik=count_gebruik(Tarief))
