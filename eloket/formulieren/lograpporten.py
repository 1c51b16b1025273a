"""The reports "Logboek van formulieren" and "Leveringen". No answers of people stand in them."""

from typing import Any

import django_filters
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from eloket.formulieren.models import Aanvraag, Levering, Logregel
from eloket.lib.lograpport import LogRapport, MomentColumn, day_filter, name_of_user, user_choices


def _employees() -> list[tuple[str, str]]:
    return user_choices("pk", Logregel.objects.exclude(medewerker=None).values("medewerker"))


class LogboekFilter(WagtailFilterSet):
    at = day_filter("at")
    formulier = django_filters.AllValuesFilter(label=_("Formulier"))
    medewerker = django_filters.ChoiceFilter(label=_("Medewerker"), choices=_employees)

    class Meta:
        model = Logregel
        fields = ["at", "formulier", "medewerker", "gebeurtenis"]


def _subject(row: Any) -> str:
    return str(row.nummer or row.onderwerp)


class Logboek(LogRapport):
    """What happened to drafts and aanvragen, and who helped whom. Ids and names of employees alone."""

    model = Logregel
    moment = "at"
    page_title = _("Logboek van formulieren")
    filterset_class = LogboekFilter
    index_url_name = "formulierlog:logboek"
    index_results_url_name = "formulierlog:logboek-resultaten"
    no_results_message = _("Er is niets gebeurd dat hier staat.")
    columns = [
        MomentColumn("at", label=_("Wanneer")),
        Column("get_gebeurtenis_display", label=_("Wat")),
        Column("formulier", label=_("Formulier")),
        Column("nummer", label=_("Aanvraag, of kenmerk van het concept"), accessor=_subject),
        Column("medewerker_naam", label=_("Medewerker")),
    ]
    list_export = ["at", "get_gebeurtenis_display", "formulier", "nummer", "onderwerp", "medewerker_naam"]
    export_headings = {
        "at": _("Wanneer"),
        "get_gebeurtenis_display": _("Wat"),
        "formulier": _("Formulier"),
        "nummer": _("Aanvraag"),
        "onderwerp": _("Kenmerk"),
        "medewerker_naam": _("Medewerker"),
    }

    def get_queryset(self) -> Any:
        number = Aanvraag.objects.filter(pk=OuterRef("onderwerp")).order_by().values("identificatie")
        return (
            super()
            .get_queryset()
            .annotate(
                nummer=Subquery(number[:1]),
                medewerker_naam=name_of_user("pk", "medewerker"),
            )
        )


def _is_delivered(row: Levering) -> Any:
    return _("ja") if row.geleverd_at else _("nee")


class LeveringFilter(WagtailFilterSet):
    bijgewerkt_at = day_filter("bijgewerkt_at")
    formulier = django_filters.AllValuesFilter("aanvraag__versie__formulier__slug", label=_("Formulier"))
    open = django_filters.BooleanFilter("geleverd_at", "isnull", label=_("Nog niet geleverd"))

    class Meta:
        model = Levering
        fields = ["bijgewerkt_at", "formulier", "doel", "open"]


class Leveringen(LogRapport):
    """What other targets than the zaak got, and what they said. Retrying is done under Bezorging."""

    model = Levering
    moment = "bijgewerkt_at"
    page_title = _("Leveringen")
    header_icon = "mail"
    filterset_class = LeveringFilter
    index_url_name = "formulierlog:leveringen"
    index_results_url_name = "formulierlog:leveringen-resultaten"
    no_results_message = _("Er ging niets naar een team of een webhook.")
    columns = [
        MomentColumn("bijgewerkt_at", label=_("Wanneer")),
        Column("aanvraag", label=_("Aanvraag")),
        Column("formulier", label=_("Formulier"), accessor="aanvraag.versie.formulier"),
        Column("get_doel_display", label=_("Waarheen")),
        Column("geleverd", label=_("Geleverd"), accessor=_is_delivered),
        Column("uitkomst", label=_("Antwoord")),
    ]
    list_export = [
        "bijgewerkt_at",
        "aanvraag",
        "aanvraag.versie.formulier.slug",
        "get_doel_display",
        "geleverd_at",
        "uitkomst",
    ]
    export_headings = {
        "bijgewerkt_at": _("Wanneer"),
        "aanvraag": _("Aanvraag"),
        "aanvraag.versie.formulier.slug": _("Formulier"),
        "get_doel_display": _("Waarheen"),
        "geleverd_at": _("Geleverd"),
        "uitkomst": _("Antwoord"),
    }

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("aanvraag__versie__formulier")
