"""When a place or an agenda is open: the rules that come back, and the days that differ."""

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, QuerySet, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import HeaderButton
from wagtail.snippets.views.snippets import IndexView

from eloket.afspraken.beheer import woorden
from eloket.afspraken.beheer.gevolgen import GevolgenViewSet
from eloket.afspraken.beheer.keuzes import KeuzeForm, WeekdagenField
from eloket.afspraken.models import Openingsregel, Uitzondering
from eloket.afspraken.services.feestdagen import count_voorstellen
from eloket.lib import klok


class RegelForm(KeuzeForm):
    """Days as boxes; every n weeks counts from the first day, so that day says which week."""

    weekdagen = WeekdagenField(label=_("Dagen"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial.setdefault("geldig_van", klok.today())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("elke_weken", 1) > 1 and data.get("week_van_maand"):
            self.add_error("elke_weken", _("Kies een van de twee: om de … weken, of een week van de maand."))
        if data.get("vrijgave_tijd") and data.get("vrijgave_dagen") is None:
            self.add_error("vrijgave_dagen", _("Vul ook in hoeveel dagen vooraf."))
        return data


class WanneerIndexView(IndexView):
    """A list whose rows go by when they count."""

    tell: Any

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Any:
        column = super()._get_title_column(*args, **kwargs)
        column.label, column.accessor, column.sort_key = _("Wanneer"), type(self).tell, None
        return column


class RegelIndexView(WanneerIndexView):
    tell = staticmethod(woorden.tell_dagen)


class OpeningsregelViewSet(GevolgenViewSet):
    model = Openingsregel
    icon = "time"
    menu_label = _("Openingstijden")
    menu_order = 40
    index_view_class = RegelIndexView
    list_filter = ["locatie", "agenda", "doel"]
    list_display = [
        "__str__",
        Column("tijden", label=_("Tijden"), accessor=lambda row: woorden.tell_tijden(row.van, row.tot)),
        Column("voor", label=_("Waar"), accessor=woorden.tell_voor),
        Column("geldig", label=_("Geldig"), accessor=woorden.tell_geldig),
        Column("doel", label=_("Voor"), accessor="get_doel_display"),
        Column("vrijgave", label=_("Vrij te kiezen"), accessor=woorden.tell_vrijgave),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    HelpPanel(
                        _(
                            "Kies een locatie of een agenda. Een agenda met eigen openingstijden "
                            "houdt zich alleen daaraan, en niet aan die van de locatie."
                        )
                    ),
                    FieldRowPanel(
                        [
                            FieldPanel("locatie", widget=forms.Select),
                            FieldPanel("agenda", widget=forms.Select),
                        ]
                    ),
                ],
                heading=_("Waar?"),
            ),
            FieldPanel("weekdagen"),
            FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
            FieldRowPanel([FieldPanel("week_van_maand"), FieldPanel("elke_weken")]),
            FieldRowPanel([FieldPanel("geldig_van"), FieldPanel("geldig_tot")]),
            FieldPanel("doel"),
            FieldPanel("vaardigheden", widget=forms.CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("vrijgave_dagen"), FieldPanel("vrijgave_tijd")]),
        ],
        base_form_class=RegelForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Openingsregel]:
        return Openingsregel.objects.select_related("locatie", "agenda__locatie")


class UitzonderingForm(KeuzeForm):
    """One day when only the first is filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["laatste_dag"].required = False
        self.fields["laatste_dag"].help_text = _("Leeg: alleen de eerste dag.")

    def clean_laatste_dag(self) -> Any:
        return self.cleaned_data.get("laatste_dag") or self.cleaned_data.get("eerste_dag")


class UitzonderingIndexView(WanneerIndexView):
    """The list, with the way to the holidays that wait for a decision."""

    tell = staticmethod(woorden.tell_periode)

    @cached_property
    def header_buttons(self) -> list[Any]:
        waiting = count_voorstellen(klok.today())
        if not waiting:
            return list(super().header_buttons)
        label = _("Voorgestelde feestdagen (%(n)d)") % {"n": waiting}
        return [
            *super().header_buttons,
            HeaderButton(label, url=reverse("afspraakbeheer:feestdagen"), icon_name="date"),
        ]


class UitzonderingViewSet(GevolgenViewSet):
    model = Uitzondering
    icon = "date"
    menu_label = _("Uitzonderingen")
    menu_order = 45
    index_view_class = UitzonderingIndexView
    list_filter = ["locatie", "agenda", "effect"]
    list_display = [
        "__str__",
        Column("tijden", label=_("Tijden"), accessor=lambda row: woorden.tell_tijden(row.van, row.tot)),
        Column("voor", label=_("Waar"), accessor=woorden.tell_voor),
        Column("effect", label=_("Wat geldt er?"), accessor="get_effect_display"),
        "reden",
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    HelpPanel(
                        _(
                            "Laat beide leeg voor alle locaties. Van een agenda gaat voor op die van een "
                            "locatie, en van een locatie op die van alles."
                        )
                    ),
                    FieldRowPanel(
                        [
                            FieldPanel("locatie", widget=forms.Select),
                            FieldPanel("agenda", widget=forms.Select),
                        ]
                    ),
                ],
                heading=_("Waar?"),
            ),
            FieldRowPanel([FieldPanel("eerste_dag"), FieldPanel("laatste_dag")]),
            FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
            FieldPanel("effect"),
            FieldPanel("reden"),
            FieldPanel("tekst"),
            FieldPanel("tekst_en"),
        ],
        base_form_class=UitzonderingForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Uitzondering]:
        """What counts; what is only proposed has a screen of its own. What is over comes last."""
        rows = Uitzondering.objects.filter(bevestigd=True).select_related("locatie", "agenda__locatie")
        over = Case(When(laatste_dag__lt=klok.today(), then=1), default=0, output_field=IntegerField())
        return rows.annotate(over=over).order_by("over", "eerste_dag", "van", "pk")
