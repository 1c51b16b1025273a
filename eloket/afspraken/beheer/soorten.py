"""What one can make an afspraak for."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from eloket.afspraken.beheer.gevolgen import GevolgenViewSet
from eloket.afspraken.beheer.keuzes import KeuzeForm
from eloket.afspraken.models import Afspraaksoort
from eloket.website.services import GebruikPaneel


def tell_kanalen(soort: Afspraaksoort) -> str:
    return ", ".join(str(kanaal.label) for kanaal in soort.kanalen)


class AfspraaksoortViewSet(GevolgenViewSet):
    model = Afspraaksoort
    icon = "calendar-alt"
    menu_label = _("Afspraaksoorten")
    menu_order = 50
    list_filter = ["doelgroep", "online", "vaardigheden"]
    list_display = [
        "naam",
        "code",
        "minuten",
        Column("kanalen", label=_("Hoe"), accessor=tell_kanalen),
        Column("doelgroep", label=_("Voor wie"), accessor="get_doelgroep_display"),
        BooleanColumn("online", label=_("Online te maken")),
    ]
    edit_handler = ObjectList(
        [
            GebruikPaneel(),
            FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("doelgroep")]),
            FieldPanel("online"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("balie"), FieldPanel("huisbezoek"), FieldPanel("telefoon")])],
                heading=_("Hoe kan het?"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("minuten"), FieldPanel("raster")]),
                    FieldRowPanel([FieldPanel("minuten_per_persoon"), FieldPanel("max_personen")]),
                    FieldRowPanel([FieldPanel("buffer_voor"), FieldPanel("buffer_na")]),
                ],
                heading=_("Hoe lang duurt het?"),
            ),
            FieldPanel("vaardigheden", widget=forms.CheckboxSelectMultiple),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("vooraf_minuten"), FieldPanel("vooraf_werkdagen")]),
                    FieldPanel("vooruit_dagen"),
                ],
                heading=_("Hoe lang van tevoren?"),
            ),
            MultiFieldPanel(
                [
                    HelpPanel(_("Dit staat op de bevestiging en in de herinnering.")),
                    FieldPanel("meenemen"),
                    FieldPanel("meenemen_en"),
                    FieldPanel("let_op"),
                    FieldPanel("let_op_en"),
                    FieldPanel("stukken_vooraf"),
                ],
                heading=_("Wat neemt iemand mee?"),
            ),
            MultiFieldPanel(
                [FieldPanel("max_per_contact"), FieldPanel("schaars")], heading=_("Eerlijk verdelen")
            ),
        ],
        base_form_class=KeuzeForm,
    )
