"""Productsoorten in the Wagtail admin."""

from contextlib import suppress
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.models import Productsoort
from eloket.uitgifte.services import find_lacking, find_unknown, list_formulieren
from eloket.zaken.services import RegisterError, list_zaaktypen


class ProductsoortForm(WagtailAdminModelForm):
    """Chooses by name what the code and the register know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["formulier"] = forms.ChoiceField(
            label=_("Formulier"),
            required=False,
            choices=_list_formulieren(self.instance.formulier),
            help_text=_("Hiermee vraagt iemand dit aan. Elk formulier leidt tot één productsoort."),
        )
        self.fields["claimtype"] = forms.ChoiceField(
            label=_("Wat staat erop?"),
            choices=[(each.naam, _describe(each.naam)) for each in CLAIMTYPEN.values()],
            help_text=_("Dit blijft zo, zodra er iets van deze soort is uitgegeven."),
        )
        self.fields["zaaktype"] = forms.ChoiceField(
            label=_("Zaaktype"), required=False, choices=_list_zaaktypen(self.instance.zaaktype)
        )
        self.fields["toont"] = forms.MultipleChoiceField(
            label=_("Te zien voor iedereen die controleert"),
            required=False,
            choices=_list_toonbaar(),
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Kies zo weinig mogelijk. Namen, adressen en kentekens staan er nooit bij."),
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._check_formulier(cleaned)
        self._check_zaaktype(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        """With the soort as it would be: do its questions and its zones exist?"""
        super()._post_clean()
        if not self.errors:
            for veld, words in find_unknown(self.instance):
                self.add_error(veld, words)

    def _check_formulier(self, cleaned: dict[str, Any]) -> None:
        slug = cleaned.get("formulier")
        others = Productsoort.objects.filter(formulier=slug, actief=True).exclude(pk=self.instance.pk)
        if slug and cleaned.get("actief") and (other := others.first()):
            words = _("Dit formulier leidt al tot “%(soort)s”. Kies een ander.")
            self.add_error("formulier", words % {"soort": other.naam})

    def _check_zaaktype(self, cleaned: dict[str, Any]) -> None:
        """A register that is silent keeps nobody from saving."""
        with suppress(RegisterError):
            for veld, words in find_lacking(
                zaaktype=cleaned.get("zaaktype", ""),
                besluittype=cleaned.get("besluittype", ""),
                resultaat=cleaned.get("resultaat", ""),
            ):
                self.add_error(veld, words)


def _list_formulieren(current: str) -> list[tuple[str, str]]:
    titles = {each.slug: each.titel for each in list_formulieren()}
    if current:
        titles.setdefault(current, current)
    return [("", _("Geen")), *sorted(titles.items(), key=lambda pair: pair[1].lower())]


def _describe(claimtype: str) -> str:
    known = CLAIMTYPEN[claimtype]
    velden = ", ".join(str(veld.label).lower() for veld in known.velden)
    return f"{str(known.label).capitalize()}: {velden}"


def _list_toonbaar() -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (str(each.label).capitalize(), [(veld.naam, str(veld.label)) for veld in each.toonbaar])
        for each in CLAIMTYPEN.values()
    ]


def _list_zaaktypen(current: str) -> list[tuple[str, str]]:
    """Those of today. A register that is silent keeps nobody from changing another field."""
    try:
        names = {each.identificatie: each.omschrijving for each in list_zaaktypen()}
    except RegisterError:
        names = {}
    if current:
        names.setdefault(current, current)
    return [("", _("Geen")), *sorted(names.items(), key=lambda pair: pair[1].lower())]


class ProductsoortViewSet(SnippetViewSet):
    model = Productsoort
    icon = "doc-full-inverse"
    menu_label = gettext_lazy("Productsoorten")
    menu_name = "productsoorten"
    menu_order = 420
    add_to_admin_menu = True
    url_namespace = "productsoorten"
    admin_url_namespace = "productsoorten"
    base_url_path = "productsoorten"
    list_display = ["naam", "levering", "actief"]
    list_filter = ["levering", "actief"]
    search_fields = ["naam", "code"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("code"),
            FieldRowPanel([FieldPanel("naam"), FieldPanel("naam_en")]),
            FieldPanel("claimtype"),
            FieldPanel("actief"),
            MultiFieldPanel(
                [
                    FieldPanel("formulier"),
                    FieldRowPanel([FieldPanel("adresvraag"), FieldPanel("ingangsvraag")]),
                    FieldPanel("zaaktype"),
                    FieldRowPanel([FieldPanel("besluittype"), FieldPanel("resultaat")]),
                    FieldPanel("levering"),
                ],
                heading=gettext_lazy("Hoe komt iemand eraan?"),
            ),
            FieldPanel("beslisregels", heading=gettext_lazy("Regels waarmee het loket zelf beslist")),
            FieldPanel("vulling", heading=gettext_lazy("Wat vult het document in?")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("geldigheid_aantal"), FieldPanel("geldigheid_eenheid")]),
                    FieldPanel("verlengen_dagen"),
                    FieldPanel("verhuisformulier"),
                ],
                heading=gettext_lazy("Hoe lang is het geldig?"),
            ),
            MultiFieldPanel(
                [FieldPanel("sjabloon"), FieldPanel("tekst"), FieldPanel("tekst_en")],
                heading=gettext_lazy("Het document"),
            ),
            FieldPanel("toont"),
        ],
        base_form_class=ProductsoortForm,
    )
