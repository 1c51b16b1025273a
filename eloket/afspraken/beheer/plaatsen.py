"""Places, agendas and skills: where people come and who or what serves them."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.afspraken.beheer.gevolgen import GevolgenViewSet
from eloket.afspraken.beheer.keuzes import KeuzeForm
from eloket.afspraken.gebied import is_gebied
from eloket.afspraken.models import Afspraaklocatie, Agenda, Kanaal, Vaardigheid
from eloket.afspraken.services.gebruik import has_afspraken


class LocatieForm(KeuzeForm):
    """A counter has an address; only visits have postcodes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        systems = [(name, name) for name in settings.ELOKET_AFSPRAKEN]
        self.fields["systeem"].widget = forms.Select(choices=systems)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("kanaal") == Kanaal.BALIE and not data.get("locatie"):
            self.add_error("locatie", _("Kies het adres van deze balie. U maakt adressen bij Instellingen."))
        if data.get("kanaal") != Kanaal.HUISBEZOEK and data.get("postcodes"):
            self.add_error("postcodes", _("Haal de postcodes weg: die horen bij bezoek op locatie."))
        elif data.get("postcodes") and not is_gebied(data["postcodes"]):
            self.add_error("postcodes", _("Schrijf alleen cijfers en reeksen, zoals 1234, 1240-1249."))
        if "systeem" in self.changed_data and self.instance.pk and has_afspraken(self.instance):
            self.add_error("systeem", _("Er zijn afspraken in het oude systeem. Maak een nieuwe locatie."))
        return data


class AfspraaklocatieViewSet(GevolgenViewSet):
    model = Afspraaklocatie
    icon = "home"
    menu_label = _("Locaties")
    menu_order = 20
    list_display = [
        "naam",
        Column("kanaal", label=_("Soort"), accessor="get_kanaal_display"),
        Column("agendas", label=_("Agenda’s"), accessor="aantal_agendas"),
        BooleanColumn("actief", label=_("In gebruik")),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("kanaal")]),
            FieldPanel("locatie", widget=forms.Select),
            FieldPanel("postcodes"),
            FieldPanel("uitleg"),
            FieldPanel("uitleg_en"),
            FieldRowPanel([FieldPanel("actief"), FieldPanel("volgorde")]),
            FieldPanel("systeem"),
        ],
        base_form_class=LocatieForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Afspraaklocatie]:
        return Afspraaklocatie.objects.annotate(aantal_agendas=Count("agendas")).order_by("volgorde", "naam")


class AgendaForm(KeuzeForm):
    """In use from one day to another."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        first, last = data.get("actief_van"), data.get("actief_tot")
        if first and last and last < first:
            self.add_error("actief_tot", _("De laatste dag komt voor de eerste. Vul een latere dag in."))
        return data


class AgendaViewSet(GevolgenViewSet):
    model = Agenda
    icon = "user"
    menu_label = _("Agenda’s")
    menu_order = 30
    list_filter = ["locatie", "team"]
    list_display = [
        "naam",
        Column("locatie", label=_("Locatie"), accessor="locatie.naam"),
        Column("kan", label=_("Kan"), accessor=lambda row: ", ".join(v.naam for v in row.vaardigheden.all())),
        Column("naam_publiek", label=_("Te kiezen als")),
        BooleanColumn("reserve", label=_("Alleen voor medewerkers")),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("naam"), FieldPanel("locatie", widget=forms.Select)]),
            FieldPanel("vaardigheden", widget=forms.CheckboxSelectMultiple),
            FieldPanel("naam_publiek"),
            FieldRowPanel([FieldPanel("team", widget=forms.Select), FieldPanel("medewerker")]),
            FieldPanel("reserve"),
            FieldRowPanel([FieldPanel("actief_van"), FieldPanel("actief_tot")]),
        ],
        base_form_class=AgendaForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Agenda]:
        return Agenda.objects.select_related("locatie").prefetch_related("vaardigheden")


class VaardigheidViewSet(SnippetViewSet):
    model = Vaardigheid
    icon = "tag"
    menu_label = _("Vaardigheden")
    menu_order = 60
    list_display = ["naam", "code", Column("agendas", label=_("Agenda’s"), accessor="aantal_agendas")]
    edit_handler = ObjectList([FieldRowPanel([FieldPanel("naam"), FieldPanel("code")])])

    def get_queryset(self, request: HttpRequest) -> QuerySet[Vaardigheid]:
        return Vaardigheid.objects.annotate(aantal_agendas=Count("agendas")).order_by("naam")
