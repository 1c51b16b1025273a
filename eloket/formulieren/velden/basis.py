"""What a type of field is, and which there are.

Three shapes of one answer: what was typed (`Getypt`, kept in the draft), what `clean` makes of it, and what
`to_json` stores in the aanvraag. `to_getypt` goes back from the last to the first.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Optie, Veld, Vergelijking

Blok = tuple[str, blocks.Block]
# What stands in the boxes of one question, by what comes behind its name on the wire: "" for a single box,
# "_dag", "_maand" and "_jaar" for a date.
Getypt = Mapping[str, Sequence[str]]

TEKST, GETALLEN, CONTACT, KEUZES = _("Tekst"), _("Getallen en tijd"), _("Contact en adres"), _("Keuzes")
NUMMERS, GROEP, UITLEG = _("Nummers met controle"), _("Groepen"), _("Geen vraag")


class Veldtype:
    """One type of field. Subclasses say what they need; the rest has a sensible answer here."""

    soort = ""  # stands in stored definitions: never change it
    naam: Any = ""  # what the redacteur reads
    groep: Any = TEKST  # under which heading of the menu
    icon = "form"
    autocomplete = ""
    has_opties = False
    has_bestanden = False  # is answered with files, which come and go apart from what is typed
    has_velden = False  # asks questions inside: `veld.velden`
    vergelijking = Vergelijking.TEKST  # how a condition of a rule compares its answer
    bronnen: tuple[str, ...] = ()  # names of BRONNEN that can fill it in beforehand
    is_berekend = False  # follows from other answers (`compute`); nobody types it
    has_bsn = False  # such an answer goes in no mail, and into the zaak only when the redacteur says so
    required_message: Any = _("Vul dit in.")

    def field(self, veld: Veld) -> forms.Field:
        """The Django form field for this question, in the active language."""
        field = self.make_field(veld, **self.common(veld))
        token = veld.instellingen.get("autocomplete") or self.autocomplete
        if token:
            field.widget.attrs["autocomplete"] = token
        return field

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return forms.CharField(**kwargs)

    def common(self, veld: Veld) -> dict[str, Any]:
        return {
            "label": str(veld.label),
            "help_text": str(veld.hulp),
            "required": veld.verplicht,
            "error_messages": {"required": self.required_message},
        }

    @property
    def fits_inside(self) -> bool:
        """Whether a group can ask it for each."""
        return self.is_vraag and not (self.has_velden or self.has_bestanden or self.is_berekend)

    @property
    def is_vraag(self) -> bool:
        """Whether people answer it; words between the questions have no place in a summary."""
        return self.vergelijking is not Vergelijking.NIETS

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        """The answers to choose from; none where anything can be written."""
        return ()

    def to_json(self, value: Any) -> Any:
        """What the aanvraag stores; None for an empty answer."""
        return value if value not in ("", None) else None

    def show(self, value: Any, veld: Veld) -> str:
        """A stored answer in words for people; "" for none."""
        return "" if value is None else str(value)

    def compute(self, veld: Veld, lees: Callable[[str], Any], *, op: date) -> Any:
        """What to store, for a type that is computed. `lees`: a stored answer by key; `op`: today."""
        return None

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        """What was typed, with what we can add or write better ourselves. Once, when the step is posted."""
        return getypt

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        """What somebody would have typed for a stored answer; nothing for None. In the active language."""
        return {} if value is None else {"": [str(value)]}

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        """A stored answer as the value of a zaakeigenschap."""
        return "" if value is None else str(value)

    def settings_blocks(self) -> Sequence[Blok]:
        """What only this type asks of the redacteur; lands in `veld.instellingen`."""
        return ()


VELDTYPEN: dict[str, Veldtype] = {}


def veldtype(cls: type[Veldtype]) -> type[Veldtype]:
    """Make a type of field known. Errors: `ValueError` when its name is taken."""
    if not cls.soort or cls.soort in VELDTYPEN:
        raise ValueError(f"veldtype {cls.soort!r} heeft geen eigen naam")
    VELDTYPEN[cls.soort] = cls()
    return cls


def holds_bsn(veld: Veld) -> bool:
    """Whether an answer to this question is, or holds, a BSN."""
    return get_veldtype(veld.soort).has_bsn or any(holds_bsn(inner) for inner in veld.velden)


def get_veldtype(soort: str) -> Veldtype:
    """The type by its stored name. Errors: `KeyError`."""
    return VELDTYPEN[soort]
