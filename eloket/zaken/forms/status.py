"""The form for the next status."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.zaken.forms.sjabloon import add_sjabloonveld, choose_tekst, fill_rest
from eloket.zaken.services import Statustype, Zaak, fill_sjabloon
from eloket.zaken.variabelen import Tekstsoort


class StatusForm(forms.Form):
    """The next status with a text for the resident. `huidig` tells which status this screen showed."""

    huidig = forms.CharField(widget=forms.HiddenInput, max_length=100)
    volgnummer = forms.TypedChoiceField(label=_("Nieuwe status"), coerce=int, widget=forms.RadioSelect)
    resultaat = forms.ChoiceField(
        label=_("Resultaat"), required=False, help_text=_("Alleen nodig bij de laatste status.")
    )
    toelichting = forms.CharField(
        label=_("Tekst voor de inwoner"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Komt onder de vaste tekst te staan. Schrijf kort en gewoon, en zet er geen BSN in."),
    )

    def __init__(self, *args: Any, zaak: Zaak, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zaak, self.vandaag = zaak, vandaag
        self.steps = next_steps(zaak)
        resultaten = [str(soort.omschrijving.nl) for soort in zaak.zaaktype.resultaattypen]
        self._set_choices("volgnummer", [(step.volgnummer, step.omschrijving.nl) for step in self.steps])
        self.initial.setdefault("volgnummer", self.steps[0].volgnummer if self.steps else None)
        self._set_choices("resultaat", [("", "—"), *((naam, naam) for naam in resultaten)])
        add_sjabloonveld(self, zaak, Tekstsoort.STATUS, before="toelichting")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ends = any(step.is_eind and step.volgnummer == data.get("volgnummer") for step in self.steps)
        if ends and not data.get("resultaat"):
            self.add_error("resultaat", _("Kies een resultaat: met deze status sluit u de zaak."))
        if not ends:
            data["resultaat"] = ""
        self._fill_rest(data)
        return data

    def fill_in(self) -> dict[str, Any]:
        """What the fields hold, with the text that was chosen in its place."""
        values = {name: self[name].value() for name in self.fields}
        if tekst := choose_tekst(self.data, self.zaak, Tekstsoort.STATUS):
            values["toelichting"] = fill_sjabloon(tekst, self.zaak, {}, vandaag=self.vandaag)
        return values

    def _fill_rest(self, data: dict[str, Any]) -> None:
        try:
            data["toelichting"] = fill_rest(
                data.get("toelichting", ""), self.zaak, Tekstsoort.STATUS, {}, vandaag=self.vandaag
            )
        except forms.ValidationError as error:
            self.add_error("toelichting", error)

    def _set_choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
        field.choices = choices


def next_steps(zaak: Zaak) -> list[Statustype]:
    """The statustypen that may follow: those after the current one. Skipping a step is allowed, as in ZGW."""
    current = zaak.status.statustype.volgnummer if zaak.status else 0
    return [step for step in zaak.zaaktype.statustypen if step.volgnummer > current]
