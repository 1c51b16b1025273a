"""Configuring zaaktypen in the Wagtail admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from eloket.zaken.beheer.importeren import importeer_knop, importeren, uitvoeren
from eloket.zaken.beheer.rollen import rollen
from eloket.zaken.beheer.versies import VersiePanel, versies
from eloket.zaken.models import Zaaktype
from eloket.zaken.models.zaaktype import ZAAKTYPE_PARTS

#: Words that may be mended at any time, the end of a version, and what nobody had filled in yet.
NOT_PROMISED = {
    "omschrijving_burger_nl",
    "omschrijving_burger_en",
    "omschrijving_en",
    "statustekst",
    "statustekst_en",
    "einde_geldigheid",
    "definitie",
    "grondslag",
}
ARCHIEF = {
    "archiefnominatie",
    "archiefactietermijn",
    "afleidingswijze",
    "datumkenmerk",
    "procestermijn",
    "selectielijstklasse",
}


def _stand(zaaktype: Zaaktype) -> str:
    return str(_("concept")) if zaaktype.concept else str(_("gepubliceerd"))


STAND = Column("stand", label=_("Stand"), accessor=_stand)


class ZaaktypeForm(WagtailAdminModelForm):
    """Keeps what zaken were promised: a version with zaken takes other words and additions, nothing else.

    A new zaaktype is a concept, until it is published.
    """

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        self._keep_used("statustypen", "statussen", _("Een zaak gebruikt deze stap al. Laat hem staan."))
        self._keep_used("resultaattypen", "zaken", _("Een zaak heeft dit resultaat al. Laat het staan."))
        if self.instance.pk and self.instance.zaken.exists():
            self._keep_promised()
        if self._is_second_open_version(data):
            self.add_error(
                "einde_geldigheid", _("Er is al een versie zonder einddatum. Geef deze of die een einddatum.")
            )
        return data

    def save(self, commit: bool = True) -> Zaaktype:
        if not self.instance.pk:
            self.instance.concept = True
        saved: Zaaktype = super().save(commit)
        return saved

    def _is_second_open_version(self, data: dict[str, Any]) -> bool:
        """The database refuses it as well, but says it to nobody: `concept` is no field of this form."""
        if not self.instance.pk or self.instance.concept or data.get("einde_geldigheid"):
            return False
        others = Zaaktype.objects.filter(identificatie=data.get("identificatie"), concept=False)
        return others.filter(einde_geldigheid__isnull=True).exclude(pk=self.instance.pk).exists()

    def _keep_used(self, formset: str, related: str, message: Any) -> None:
        for form in self.formsets[formset].forms:
            row = form.instance
            dropped = form.data.get(form.add_prefix("DELETE")) and row.pk
            if dropped and getattr(row, related).exists():
                self.add_error(None, message)

    def _keep_promised(self) -> None:
        message = _("Er lopen zaken op deze versie, dus dit verandert niet meer. Maak een nieuwe versie.")
        for name in set(self.changed_data) & set(self.fields) - NOT_PROMISED:
            self.add_error(name, message)
        for part in ZAAKTYPE_PARTS:
            for form in self.formsets[part].forms:
                if _breaks_promise(form, part):
                    form.add_error(None, message)
                    self.add_error(None, message)


def _breaks_promise(form: Any, part: str) -> bool:
    """Whether this row is taken away or another one now; or is a step more, which moves the end."""
    changed = set(form.changed_data) - NOT_PROMISED
    if not form.instance.pk:
        return part == "statustypen" and bool(changed)
    if part == "resultaattypen" and not form.initial.get("archiefnominatie"):
        changed -= ARCHIEF
    return bool(changed - {"ORDER"})


class ZaaktypeLijst(IndexView):
    """With the way to take zaaktypen over."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, *importeer_knop(self.request.user)]


class ZaaktypeViewSet(SnippetViewSet):
    model = Zaaktype
    index_view_class = ZaaktypeLijst
    icon = "list-ol"
    menu_label = _("Zaaktypen")
    menu_order = 310
    add_to_admin_menu = True
    url_namespace = "zaaktypen"
    admin_url_namespace = "zaaktypen"
    base_url_path = "zaaktypen"
    list_display = ["omschrijving", "identificatie", "begin_geldigheid", "einde_geldigheid", STAND]
    search_fields = ["omschrijving", "identificatie"]
    edit_handler = ObjectList(
        [
            VersiePanel(),
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
                    FieldPanel("dwangsom_mogelijk"),
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
            InlinePanel("besluittypen", heading=_("Besluiten"), label=_("Besluit")),
            InlinePanel("roltypen", heading=_("Rollen"), label=_("Rol")),
            InlinePanel("eigenschapnamen", heading=_("Eigenschappen"), label=_("Eigenschap")),
            InlinePanel("informatieobjecttypen", heading=_("Soorten documenten"), label=_("Soort document")),
        ],
        base_form_class=ZaaktypeForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("versies/<int:pk>/", versies, name="versies"),
            path("rollen/<int:pk>/", rollen, name="rollen"),
            path("importeren/", importeren, name="importeren"),
            path("importeren/uitvoeren/", uitvoeren, name="uitvoeren"),
        ]
