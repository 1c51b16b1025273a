"""Files that somebody sends along.

What the draft keeps of a file is written by us and never taken from the wire: an `Antwoord` per file, as
JSON. The files themselves stand in bestanden, and `services/bijlagen.py` ties the two.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.bestanden.services import Grenzen, Staat
from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import Blok, Getypt, Veldtype, veldtype
from eloket.formulieren.velden.registernaam import DOCUMENTSOORTEN, RegisternaamBlock
from eloket.website.services import BestandenWidget, Gekozen, show_grootte

SOORTEN: dict[str, tuple[str, ...]] = {
    "alles": ("pdf", "jpeg", "png", "webp", "heic"),
    "pdf": ("pdf",),
    "foto": ("jpeg", "png", "webp", "heic"),
}
MAX_AANTAL = 5


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One file as the draft and the aanvraag know it. `id` is of the bijlage; `grootte` in bytes."""

    id: str
    naam: str
    grootte: int
    staat: str

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def read_antwoord(text: str) -> Antwoord:
    return Antwoord(**json.loads(text))


def read_grenzen(veld: Veld) -> Grenzen:
    """What this question takes."""
    soorten = SOORTEN.get(str(veld.instellingen.get("soorten", "")), SOORTEN["alles"])
    return Grenzen(soorten=soorten, max_mb=int(veld.instellingen.get("max_mb") or 0))


def read_max_aantal(veld: Veld) -> int:
    return int(veld.instellingen.get("max_aantal") or MAX_AANTAL)


class AntwoordenWidget(BestandenWidget):
    """The list of what was added, out of what we wrote in the draft."""

    def read(self, value: Any) -> Sequence[Gekozen]:
        return [self._read(read_antwoord(text)) for text in value or ()]

    def _read(self, antwoord: Antwoord) -> Gekozen:
        free = antwoord.staat == Staat.SCHOON
        opmerkingen = {
            Staat.WACHT.value: gettext("Wij controleren dit bestand nog op virussen. U kunt gewoon verder."),
            Staat.GEWEIGERD.value: gettext("Weggehaald: hier zat misschien een virus in."),
        }
        return Gekozen(
            id=antwoord.id,
            naam=antwoord.naam,
            grootte=show_grootte(antwoord.grootte),
            opmerking=opmerkingen.get(antwoord.staat, ""),
            url=f"{self.basis_url}{antwoord.id}/" if self.basis_url and free else "",
        )


class BestandenField(forms.Field):
    """Cleans to a list of `Antwoord`. A file that was refused afterwards must be taken away first."""

    def clean(self, value: Any) -> list[Antwoord]:
        antwoorden = [read_antwoord(text) for text in super().clean(value) or ()]
        refused = [antwoord.naam for antwoord in antwoorden if antwoord.staat == Staat.GEWEIGERD]
        if refused:
            message = _("In “%(naam)s” zat misschien een virus. Verwijder het en kies een ander bestand.")
            raise ValidationError(message, params={"naam": refused[0]}, code="geweigerd")
        return antwoorden


@veldtype
class Bestand(Veldtype):
    """One or more files."""

    soort = "bestand"
    naam = _("Bestanden meesturen")
    icon = "upload"
    vergelijking = Vergelijking.GEEN
    has_bestanden = True
    required_message = _("Kies een bestand en druk op “Voeg toe”.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        grenzen, aantal = read_grenzen(veld), read_max_aantal(veld)
        widget = AntwoordenWidget(
            uitleg=grenzen.tell(aantal),
            accept=grenzen.accept,
            max_mb=grenzen.mb,
            max_aantal=aantal,
        )
        return BestandenField(widget=widget, **kwargs)

    def to_json(self, value: Any) -> Any:
        return [asdict(antwoord) for antwoord in value] or None

    def show(self, value: Any, veld: Veld) -> str:
        rows = [Antwoord(**row) for row in value or ()]
        shown = (format_html("{} ({})", row.naam, show_grootte(row.grootte)) for row in rows)
        return format_html_join(mark_safe("<br>"), "{}", ((row,) for row in shown))

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        """Whatever stands in the boxes: what was added is known to us alone."""
        return {}

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": [Antwoord(**row).to_text() for row in value or ()]}

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return ", ".join(row["naam"] for row in value or ())

    def settings_blocks(self) -> Sequence[Blok]:
        choices = [("alles", _("pdf en foto's")), ("pdf", _("alleen pdf")), ("foto", _("alleen foto's"))]
        document = RegisternaamBlock(
            DOCUMENTSOORTEN,
            label=_("Soort document"),
            max_length=80,
            help_text=_("Het informatieobjecttype in het zaaktype."),
        )
        return (
            ("soorten", blocks.ChoiceBlock(label=_("Welke bestanden"), choices=choices, default="alles")),
            (
                "max_mb",
                blocks.IntegerBlock(
                    label=_("Grootste bestand, in MB"), required=False, min_value=1, max_value=200
                ),
            ),
            (
                "max_aantal",
                blocks.IntegerBlock(
                    label=_("Hoogste aantal bestanden"), required=False, min_value=1, max_value=20
                ),
            ),
            ("informatieobjecttype", document),
        )
