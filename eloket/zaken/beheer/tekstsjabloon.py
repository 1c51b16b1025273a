"""Keeping the texts that a behandelaar begins with."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.zaken.models import Tekstsjabloon, Zaaktype
from eloket.zaken.variabelen import VARIABELEN, Tekstsoort, spell_names


class TekstsjabloonForm(WagtailAdminModelForm):
    """Chooses the zaaktype by name; it holds for every version."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(
            Zaaktype.objects.order_by("begin_geldigheid").values_list("identificatie", "omschrijving")
        )
        if self.instance.zaaktype:
            names.setdefault(self.instance.zaaktype, self.instance.zaaktype)
        sorted_names = sorted(names.items(), key=lambda item: item[1].lower())
        self.fields["zaaktype"] = forms.ChoiceField(
            label=_("Zaaktype"), required=False, choices=[("", _("Alle zaaktypen")), *sorted_names]
        )


class VariabelenPanel(HelpPanel):
    """Which variables there are, for each kind of text."""

    class BoundPanel(HelpPanel.BoundPanel):
        template_name = "zaken/beheer/variabelen.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            soorten = [(Tekstsoort(soort).label, spell_names([soort])) for soort in VARIABELEN]
            return {**super().get_context_data(parent_context), "soorten": soorten}


class TekstsjabloonViewSet(SnippetViewSet):
    model = Tekstsjabloon
    icon = "doc-full"
    menu_label = gettext_lazy("Teksten voor zaken")
    menu_order = 311
    add_to_admin_menu = True
    url_namespace = "zaakteksten"
    admin_url_namespace = "zaakteksten"
    base_url_path = "zaakteksten"
    list_display = [
        "naam",
        Column("soort", accessor="get_soort_display", label=gettext_lazy("Waarvoor")),
        "zaaktype",
    ]
    list_filter = ["soort", "zaaktype"]
    search_fields = ["naam", "tekst"]
    edit_handler = ObjectList(
        [
            FieldPanel("naam"),
            FieldRowPanel([FieldPanel("soort"), FieldPanel("zaaktype")]),
            VariabelenPanel(),
            FieldPanel("tekst"),
            FieldPanel("tekst_en"),
        ],
        base_form_class=TekstsjabloonForm,
    )
