"""Which product gets the word."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from eloket.producten.models import ProductPage
from eloket.producten.models.zondertreffer import MAX_VRAAG

VERKEERD = _("Kies een product dat op de site staat, in dezelfde taal als de vraag.")


class ProductChooser(AdminPageChooser):
    """Takes what is no number for no choice; Wagtail's own breaks on it."""

    def __init__(self) -> None:
        super().__init__(target_models=[ProductPage])

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        chosen = str(data.get(name, ""))
        return chosen if chosen.isascii() and chosen.isdecimal() and len(chosen) < 10 else None


class SynoniemForm(forms.Form):
    """The word may be mended or shortened first. Only products that are on the site, in this language."""

    woord = forms.CharField(
        label=_("Woord"),
        max_length=MAX_VRAAG,
        help_text=_("Haal weg wat er niet toe doet. Eén woord of een paar woorden is het beste."),
    )
    product = forms.ModelChoiceField(
        label=_("Product"),
        queryset=ProductPage.objects.live(),
        widget=ProductChooser,
        error_messages={
            "required": _("Kies het product dat mensen hiermee zoeken."),
            "invalid_choice": VERKEERD,
        },
    )

    def __init__(self, *args: Any, taal: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taal = taal

    def clean_woord(self) -> str:
        return " ".join(str(self.cleaned_data["woord"]).split())

    def clean_product(self) -> ProductPage:
        page: ProductPage = self.cleaned_data["product"]
        if page.locale.language_code != self.taal:
            raise forms.ValidationError(VERKEERD)
        return page
