"""A time of the day."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import GETALLEN, Blok, Getypt, Veldtype, veldtype

# 14.30, 14:30, 14,30, 14u30, 1430, 9 uur: what a keyboard with figures alone can write too.
TIJD = re.compile(r"(\d{1,2})(?:[.:,uh]?(\d{2}))?(?:u|uur|h)?", re.ASCII | re.IGNORECASE)


def read_tijd(text: str) -> time | None:
    """The time that somebody wrote, on a clock of 24 hours; None when it is not clear."""
    found = TIJD.fullmatch(re.sub(r"\s", "", text))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def tell_tijd(moment: time) -> str:
    """ "14.30", as Dutch writes it and everybody reads it."""
    return f"{moment:%H.%M}"


class TijdField(forms.CharField):
    """A time between two others."""

    def __init__(self, *, vroegst: time | None, laatst: time | None, **kwargs: Any) -> None:
        self.vroegst, self.laatst = vroegst, laatst
        super().__init__(**kwargs)

    def clean(self, value: Any) -> time | None:
        text = super().clean(value)
        return self.read(text) if text else None

    def read(self, text: str) -> time:
        moment = read_tijd(text) if len(text) <= 20 else None
        if moment is None:
            raise ValidationError(_("Vul een tijd in van 0.00 tot en met 23.59, bijvoorbeeld 14.30."))
        if self.vroegst and moment < self.vroegst:
            raise ValidationError(_("Kies %(tijd)s of later."), params={"tijd": tell_tijd(self.vroegst)})
        if self.laatst and moment > self.laatst:
            raise ValidationError(_("Kies %(tijd)s of eerder."), params={"tijd": tell_tijd(self.laatst)})
        return moment


def tijd_block(label: Any) -> blocks.Block:
    return blocks.RegexBlock(
        regex=r"^([01][0-9]|2[0-3])[.:][0-5][0-9]$",
        label=label,
        required=False,
        error_messages={"invalid": _("Vul een tijd in als 08.30.")},
    )


@veldtype
class Tijd(Veldtype):
    """A time, to the minute."""

    soort = "tijd"
    naam = _("Tijd")
    groep = GETALLEN
    icon = "time"
    required_message = _("Vul een tijd in, bijvoorbeeld 14.30.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return TijdField(
            vroegst=read_tijd(str(veld.instellingen.get("vroegst") or "")),
            laatst=read_tijd(str(veld.instellingen.get("laatst") or "")),
            # "decimal" gives figures with a dot or a comma on a phone; a colon has no keyboard of its own.
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6, "autocomplete": "off"}),
            **kwargs,
        )

    def to_json(self, value: Any) -> Any:
        return f"{value:%H:%M}" if value else None

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": [self.show(value, veld)]} if value else {}

    def show(self, value: Any, veld: Veld) -> str:
        return tell_tijd(time.fromisoformat(value)) if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        return (("vroegst", tijd_block(_("Niet eerder dan"))), ("laatst", tijd_block(_("Niet later dan"))))
