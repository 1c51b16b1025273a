"""Configuring zaaktypen in the Wagtail admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.zaken.models import Zaaktype


class ZaaktypeForm(WagtailAdminModelForm):
    """Refuses to drop what zaken already stand on."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        self._keep_used("statustypen", "statussen", _("Een zaak gebruikt deze stap al. Laat hem staan."))
        self._keep_used("resultaattypen", "zaken", _("Een zaak heeft dit resultaat al. Laat het staan."))
        return data

    def _keep_used(self, formset: str, related: str, message: Any) -> None:
        for form in self.formsets[formset].forms:
            row = form.instance
            dropped = form.data.get(form.add_prefix("DELETE")) and row.pk
            if dropped and getattr(row, related).exists():
                self.add_error(None, message)


class ZaaktypeViewSet(SnippetViewSet):
    model = Zaaktype
    icon = "list-ol"
    menu_label = _("Zaaktypen")
    menu_order = 310
    add_to_admin_menu = True
    url_namespace = "zaaktypen"
    admin_url_namespace = "zaaktypen"
    base_url_path = "zaaktypen"
    list_display = ["omschrijving", "identificatie", "begin_geldigheid", "einde_geldigheid"]
    search_fields = ["omschrijving", "identificatie"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("omschrijving"),
                    FieldPanel("identificatie"),
                    FieldPanel("omschrijving_burger_nl"),
                    FieldPanel("omschrijving_burger_en"),
                ],
                heading=_("Naam"),
            ),
            FieldRowPanel(
                [FieldPanel("begin_geldigheid"), FieldPanel("einde_geldigheid")], heading=_("Geldigheid")
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("servicenorm"), FieldPanel("doorlooptijd")]),
                    FieldRowPanel([FieldPanel("termijnbron"), FieldPanel("grondslag")]),
                    FieldPanel("atw_van_toepassing"),
                    FieldPanel("opschorting_mogelijk"),
                    FieldRowPanel([FieldPanel("verlenging_mogelijk"), FieldPanel("verlengingstermijn")]),
                ],
                heading=_("Termijn"),
            ),
            FieldPanel("vertrouwelijkheidaanduiding"),
            InlinePanel(
                "statustypen",
                heading=_("Stappen"),
                label=_("Stap"),
                min_num=1,
                help_text=_("De stap met het hoogste volgnummer sluit de zaak."),
            ),
            InlinePanel("resultaattypen", heading=_("Resultaten"), label=_("Resultaat"), min_num=1),
            InlinePanel("eigenschapnamen", heading=_("Eigenschappen"), label=_("Eigenschap")),
            InlinePanel("informatieobjecttypen", heading=_("Soorten documenten"), label=_("Soort document")),
        ],
        base_form_class=ZaaktypeForm,
    )
