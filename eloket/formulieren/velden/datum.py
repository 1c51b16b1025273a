"""Days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import GETALLEN, Blok, Getypt, Veldtype, veldtype
from eloket.lib import klok
from eloket.website.services import DatumField, spread_date

DELEN = ("_dag", "_maand", "_jaar")


class LimitedDatumField(DatumField):
    """A date that lies between so many days before and after today."""

    def __init__(self, *, dagen_terug: int | None, dagen_vooruit: int | None, **kwargs: Any) -> None:
        self.dagen_terug = dagen_terug
        self.dagen_vooruit = dagen_vooruit
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day is None:
            return None
        today = klok.today()
        if self.dagen_terug is not None and day < (first := today - timedelta(days=self.dagen_terug)):
            raise ValidationError(_("Kies %(datum)s of later."), params={"datum": date_format(first)})
        if self.dagen_vooruit is not None and day > (last := today + timedelta(days=self.dagen_vooruit)):
            raise ValidationError(_("Kies %(datum)s of eerder."), params={"datum": date_format(last)})
        return day


@veldtype
class Datum(Veldtype):
    """A day, in three boxes."""

    soort = "datum"
    naam = _("Datum")
    groep = GETALLEN
    icon = "date"
    vergelijking = Vergelijking.DATUM
    bronnen = ("persoon.geboortedatum", "zaak.datum", "zaak.uiterste_datum", "besluit.datum")
    required_message = _("Vul de datum in als dag, maand en jaar, bijvoorbeeld 1 2 2027.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return LimitedDatumField(
            dagen_terug=veld.instellingen.get("dagen_terug"),
            dagen_vooruit=veld.instellingen.get("dagen_vooruit"),
            **kwargs,
        )

    def to_json(self, value: Any) -> Any:
        return value.isoformat() if value else None

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        """A whole date in the first box goes to its three boxes, so that people see how it was understood."""
        spread = spread_date([(getypt.get(part) or [""])[0] for part in DELEN])
        return {part: [text] for part, text in zip(DELEN, spread, strict=True)} if getypt else getypt

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        if not value:
            return {}
        year, month, day = value.split("-")
        return {"_dag": [str(int(day))], "_maand": [str(int(month))], "_jaar": [year]}

    def show(self, value: Any, veld: Veld) -> str:
        return date_format(date.fromisoformat(value)) if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        terug = blocks.IntegerBlock(
            label=_("Hoeveel dagen terug mag"), required=False, min_value=0, help_text=_("0 is vandaag.")
        )
        vooruit = blocks.IntegerBlock(label=_("Hoeveel dagen vooruit mag"), required=False, min_value=0)
        return (("dagen_terug", terug), ("dagen_vooruit", vooruit))
