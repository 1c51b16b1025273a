"""What a resident fills in to answer a question, or to add documents."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.bestanden.services import Staat
from eloket.mijnzaken.services.inzenden import GRENZEN, MAX_AANTAL, Bijlage
from eloket.website.services import BestandenWidget, Gekozen, show_grootte
from eloket.zaken.services import ANTWOORD_LENGTE

BESTANDEN = "bestanden"  # the name of the box for files
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def clean_tekst(tekst: str) -> str:
    """What was typed, with plain line ends and without what no keyboard types."""
    return CONTROL.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n")).strip()


class BijlagenWidget(BestandenWidget):
    """The list of files of a draft; its value is a list of `Bijlage`."""

    def read(self, value: Any) -> Sequence[Gekozen]:
        return [_to_gekozen(bijlage) for bijlage in value or ()]


def _to_gekozen(bijlage: Bijlage) -> Gekozen:
    opmerkingen = {
        Staat.WACHT.value: gettext("Wij controleren dit bestand nog op virussen. U kunt gewoon verder."),
        Staat.GEWEIGERD.value: gettext("Weggehaald: hier zat misschien een virus in."),
    }
    info = bijlage.info
    return Gekozen(bijlage.id, info.naam, show_grootte(info.grootte), opmerkingen.get(info.staat, ""))


class InzendForm(forms.Form):
    """The files. `bijlagen`: what the draft has by now; what is in the box is added before this is asked."""

    bestanden = forms.Field(label=_("Bestanden"), required=False)

    def __init__(self, data: Any = None, *, bijlagen: Sequence[Bijlage], **kwargs: Any) -> None:
        super().__init__(None if data is None else {**data, BESTANDEN: list(bijlagen)}, **kwargs)
        self.bijlagen = bijlagen
        self.initial[BESTANDEN] = list(bijlagen)
        self.fields[BESTANDEN].widget = BijlagenWidget(
            uitleg=GRENZEN.tell(MAX_AANTAL), accept=GRENZEN.accept, max_mb=GRENZEN.mb, max_aantal=MAX_AANTAL
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        refused = [bijlage for bijlage in self.bijlagen if bijlage.is_refused]
        if refused:
            words = _("In “%(naam)s” zat misschien een virus. Verwijder het en kies een ander bestand.")
            self.add_error(BESTANDEN, words % {"naam": refused[0].info.naam})
        self.check_enough(data)
        return data

    def check_enough(self, data: dict[str, Any]) -> None:
        if not self.bijlagen and not self.has_error(BESTANDEN):
            self.add_error(BESTANDEN, _("Kies een bestand. Druk daarna op “Versturen”."))


class AntwoordForm(InzendForm):
    """Words, files, or both."""

    tekst = forms.CharField(
        label=_("Uw antwoord"),
        required=False,
        help_text=_("Typ uw antwoord, stuur een bestand mee, of allebei."),
        max_length=ANTWOORD_LENGTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": _("Uw antwoord is te lang. Gebruik hooguit %(limit_value)d tekens.")},
    )
    field_order = ("tekst", BESTANDEN)

    def check_enough(self, data: dict[str, Any]) -> None:
        if "tekst" in data and not data["tekst"] and not self.bijlagen:
            self.add_error("tekst", _("Typ uw antwoord, of kies een bestand."))
