"""What every form on the page of a zaak has: what it showed, and what the resident will read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.formats import date_format
from django.utils.translation import override

from eloket.zaken.forms.sjabloon import add_sjabloonveld, choose_tekst, fill_rest
from eloket.zaken.services import Dossier, Zaak, fill_sjabloon


@dataclass(frozen=True, slots=True)
class Deel:
    """One line of what the resident reads. `veld`: the field it follows while somebody types, or ""."""

    tekst: str
    label: str = ""
    veld: str = ""


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What the resident reads once this is done. `waar`: where they find it."""

    kop: str
    delen: Sequence[Deel]
    waar: str


def date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def text_area(rows: int = 6) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class HandelingForm(forms.Form):
    """`stand`: what the screen showed of the zaak, so that nobody decides on what is no longer so."""

    stand = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    #: Fields that are shown to nobody: the template gives them without a label.
    verborgen: ClassVar[tuple[str, ...]] = ("stand",)
    #: A `Tekstsoort` and the field that a text of it fills, where there is one.
    tekstsoort: ClassVar[str] = ""
    tekstveld: ClassVar[str] = ""

    def __init__(self, *args: Any, dossier: Dossier, vandaag: date, **kwargs: Any) -> None:
        self.dossier, self.vandaag = dossier, vandaag
        kwargs["initial"] = {**self.first_values(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.prepare()
        if self.tekstsoort:
            add_sjabloonveld(self, dossier.zaak, self.tekstsoort, before=self.tekstveld)

    @property
    def zaak(self) -> Zaak:
        return self.dossier.zaak

    @property
    def zichtbaar(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.verborgen]

    def first_values(self) -> dict[str, Any]:
        """What stands in the fields when the screen opens."""
        return {}

    def prepare(self) -> None:
        """Fill choices and the like, once the fields are there."""

    def values(self) -> dict[str, str]:
        """What the variables of a text are that only this form knows."""
        return {}

    def fill_in(self) -> dict[str, Any]:
        """What the fields hold, with the text that was chosen in its place."""
        values = {name: self[name].value() for name in self.fields}
        if tekst := choose_tekst(self.data, self.zaak, self.tekstsoort):
            values[self.tekstveld] = fill_sjabloon(tekst, self.zaak, self._own_values(), vandaag=self.vandaag)
        return values

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.tekstveld and data.get(self.tekstveld):
            try:
                data[self.tekstveld] = fill_rest(
                    data[self.tekstveld], self.zaak, self.tekstsoort, self._own_values(), vandaag=self.vandaag
                )
            except forms.ValidationError as error:
                self.add_error(self.tekstveld, error)
        return data

    def preview(self) -> Voorbeeld | None:
        """None when nothing of it goes outside."""
        return None

    def text(self, name: str) -> str:
        """What stands in a field now, whether it was sent or not."""
        return str(self[name].value() or "").strip()

    def day(self, name: str) -> str:
        """A date field in words; empty when there is no date in it."""
        value = self[name].value()
        try:
            found = value if isinstance(value, date) else date.fromisoformat(str(value or ""))
        except ValueError:
            return ""
        return date_format(found, "j F Y")

    def _own_values(self) -> dict[str, str]:
        with override(self.zaak.taal):
            return self.values()

    def set_choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
        field.choices = choices
