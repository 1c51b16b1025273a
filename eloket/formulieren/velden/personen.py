"""Who of the family it is about: boxes to tick when the BRP named them, lines to write when it did not."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.adres import join_lines
from eloket.formulieren.velden.basis import KEUZES, Getypt, Veldtype, veldtype
from eloket.formulieren.voorinvulling import Gezinslid
from eloket.personen.services import OnvolledigeDatum

MOST = 20
LONGEST = 200
Persoon = dict[str, str]
RELATIES = {"partner": _("partner"), "kind": _("kind")}


class GezinField(forms.MultipleChoiceField):
    """The people whom the BRP named, as boxes to tick. Their names come from us and not from the visitor."""

    def __init__(self, *, gezin: Sequence[Gezinslid], **kwargs: Any) -> None:
        self.leden = {lid.sleutel: lid for lid in gezin}
        choices = [(lid.sleutel, describe(lid)) for lid in gezin]
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[Persoon]:
        # A question that a rule brought up just now comes back as one empty answer.
        chosen = dict.fromkeys(super().clean([sleutel for sleutel in value or [] if sleutel]))
        return [to_json(self.leden[sleutel]) for sleutel in chosen]


class RegelsField(forms.CharField):
    """People in lines, one each, when no source named them."""

    def clean(self, value: Any) -> list[Persoon]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST or any(len(line) > LONGEST for line in lines):
            raise ValidationError(
                _("Schrijf hooguit %(aantal)d mensen op, elk op een eigen regel."), params={"aantal": MOST}
            )
        return [{"naam": line, "geboren": "", "relatie": ""} for line in lines]


def to_json(lid: Gezinslid) -> Persoon:
    return {"naam": lid.naam, "geboren": lid.geboren, "relatie": lid.relatie}


def describe(lid: Gezinslid) -> str:
    """The words at a box: "Sem Mulder, geboren 3 mei 2015 (kind)"."""
    return f"{tell(to_json(lid))} ({RELATIES[lid.relatie]})"


def tell(persoon: Persoon) -> str:
    """The name, with the birthday as far as it is known."""
    geboren = OnvolledigeDatum(*(int(part) for part in persoon["geboren"].split("-") if part))
    if not geboren.jaar:
        return persoon["naam"]
    return gettext("%(naam)s, geboren %(geboren)s") % {"naam": persoon["naam"], "geboren": geboren}


@veldtype
class Personen(Veldtype):
    """Partner and children who come along."""

    soort = "personen"
    naam = _("Partner en kinderen (uit de BRP)")
    groep = KEUZES
    icon = "group"
    vergelijking = Vergelijking.GEEN
    required_message = _("Kies voor wie dit ook geldt.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["help_text"] = kwargs["help_text"] or _(
            "Schrijf van ieder de naam en de geboortedatum op, elk op een eigen regel."
        )
        kwargs["error_messages"]["required"] = _("Schrijf op wie het zijn, elk op een eigen regel.")
        return RegelsField(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def make_gezin_field(self, veld: Veld, gezin: Sequence[Gezinslid]) -> forms.Field:
        """The same question with these people to choose from."""
        kwargs = self.common(veld)
        kwargs["error_messages"]["invalid_choice"] = _("Kies uit de mensen die hier staan.")
        return GezinField(gezin=gezin, **kwargs)

    def to_json(self, value: Any) -> Any:
        return value or None

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": ["\n".join(each["naam"] for each in value)]} if value else {}

    def show(self, value: Any, veld: Veld) -> str:
        return join_lines([tell(each) for each in value]) if value else ""

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return "; ".join(tell(each) for each in value or ())
