"""The types of field that a redacteur can choose from: one class each.

This is the only file to touch for a new one: write a class, put `@veldtype` above it, and the editor, the
wizard, the summary, the copy and the zaak know it. Three shapes of one answer: what was typed (kept in the
draft), what `clean` makes of it, and what `to_json` stores in the aanvraag.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as stdnum_postcode
from wagtail import blocks

from eloket.formulieren.definitie import Optie, Tekst, Veld
from eloket.lib import klok
from eloket.website.services import DatumField

Blok = tuple[str, blocks.Block]

AUTOCOMPLETE = [
    ("name", _("naam")),
    ("given-name", _("voornaam")),
    ("family-name", _("achternaam")),
    ("organization", _("naam van de organisatie")),
    ("street-address", _("straat en huisnummer")),
    ("address-line1", _("straat")),
    ("address-level2", _("woonplaats")),
]


class Veldtype:
    """One type of field. Subclasses say what they need; the rest has a sensible answer here."""

    soort = ""  # stands in stored definitions: never change it
    naam: Any = ""  # what the redacteur reads
    icon = "form"
    autocomplete = ""
    has_opties = False
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

    def to_json(self, value: Any) -> Any:
        """What the aanvraag stores; None for an empty answer."""
        return value if value not in ("", None) else None

    def show(self, value: Any, veld: Veld) -> str:
        """A stored answer in words for people; "" for none."""
        return "" if value is None else str(value)

    def to_eigenschap(self, value: Any) -> str:
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


def get_veldtype(soort: str) -> Veldtype:
    """The type by its stored name. Errors: `KeyError`."""
    return VELDTYPEN[soort]


@veldtype
class KorteTekst(Veldtype):
    """One line."""

    soort = "tekst"
    naam = _("Korte tekst")
    icon = "title"
    max_length = 200

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        maximum = int(veld.instellingen.get("max_tekens") or self.max_length)
        kwargs["error_messages"]["max_length"] = _("Gebruik niet meer dan %(limit_value)d tekens.")
        return forms.CharField(max_length=maximum, **kwargs)

    def settings_blocks(self) -> Sequence[Blok]:
        autocomplete = blocks.ChoiceBlock(
            label=_("Browser vult zelf in"),
            choices=AUTOCOMPLETE,
            required=False,
            help_text=_("Alleen als de vraag gaat over de persoon die het formulier invult."),
        )
        return (("max_tekens", self.maximum_block()), ("autocomplete", autocomplete))

    def maximum_block(self) -> blocks.Block:
        return blocks.IntegerBlock(
            label=_("Hoogste aantal tekens"), required=False, min_value=1, max_value=self.max_length
        )


@veldtype
class LangeTekst(KorteTekst):
    """Several lines."""

    soort = "lange_tekst"
    naam = _("Lange tekst")
    icon = "pilcrow"
    max_length = 5000

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return super().make_field(veld, widget=forms.Textarea(attrs={"rows": 5}), **kwargs)

    def to_json(self, value: Any) -> Any:
        return super().to_json(value.replace("\r\n", "\n") if value else value)

    def show(self, value: Any, veld: Veld) -> str:
        lines = ((line,) for line in value.split("\n")) if value else ()
        return format_html_join(mark_safe("<br>"), "{}", lines)

    def settings_blocks(self) -> Sequence[Blok]:
        return (("max_tekens", self.maximum_block()),)


@veldtype
class Getal(Veldtype):
    """A whole number."""

    soort = "getal"
    naam = _("Getal")
    icon = "order"
    required_message = _("Vul een getal in, bijvoorbeeld 12.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        low, high = veld.instellingen.get("minimum"), veld.instellingen.get("maximum")
        kwargs["error_messages"] |= {
            "invalid": _("Vul een getal in met alleen cijfers, bijvoorbeeld 12."),
            "min_value": _("Vul een getal in van %(limit_value)s of hoger."),
            "max_value": _("Vul een getal in van %(limit_value)s of lager."),
        }
        return forms.IntegerField(
            min_value=0 if low is None else low,
            max_value=999_999_999 if high is None else high,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 12}),
            **kwargs,
        )

    def settings_blocks(self) -> Sequence[Blok]:
        return (
            ("minimum", blocks.IntegerBlock(label=_("Laagste getal"), required=False)),
            ("maximum", blocks.IntegerBlock(label=_("Hoogste getal"), required=False)),
        )


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
    icon = "date"
    required_message = _("Vul de datum in als dag, maand en jaar, bijvoorbeeld 1 2 2027.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return LimitedDatumField(
            dagen_terug=veld.instellingen.get("dagen_terug"),
            dagen_vooruit=veld.instellingen.get("dagen_vooruit"),
            **kwargs,
        )

    def to_json(self, value: Any) -> Any:
        return value.isoformat() if value else None

    def show(self, value: Any, veld: Veld) -> str:
        return date_format(date.fromisoformat(value)) if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        terug = blocks.IntegerBlock(
            label=_("Hoeveel dagen terug mag"), required=False, min_value=0, help_text=_("0 is vandaag.")
        )
        vooruit = blocks.IntegerBlock(label=_("Hoeveel dagen vooruit mag"), required=False, min_value=0)
        return (("dagen_terug", terug), ("dagen_vooruit", vooruit))


@veldtype
class Email(Veldtype):
    """An e-mail address; the first one of a form gets the confirmation."""

    soort = "email"
    naam = _("E-mailadres")
    icon = "mail"
    autocomplete = "email"
    required_message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
        kwargs["error_messages"] |= {"invalid": message, "max_length": message}
        return forms.EmailField(
            max_length=254, widget=forms.EmailInput(attrs={"spellcheck": "false"}), **kwargs
        )


def clean_telefoon(value: str) -> str:
    """A Dutch or foreign number without spaces. Errors: `ValidationError`."""
    number = re.sub(r"[\s().\-/]", "", value)
    number = f"+{number[2:]}" if number.startswith("00") else number
    if re.fullmatch(r"0[1-9]\d{8}|\+[1-9]\d{7,14}", number, re.ASCII):
        return number
    raise ValidationError(
        _("Vul een telefoonnummer in met 10 cijfers, bijvoorbeeld 06 12345678. Buitenland: begin met +.")
    )


class TelefoonField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return clean_telefoon(text) if text else ""


@veldtype
class Telefoon(Veldtype):
    """A telephone number."""

    soort = "telefoon"
    naam = _("Telefoonnummer")
    icon = "mobile-alt"
    autocomplete = "tel"
    required_message = _("Vul een telefoonnummer in, bijvoorbeeld 06 12345678.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return TelefoonField(max_length=25, widget=forms.TextInput(attrs={"type": "tel"}), **kwargs)


class PostcodeField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and not stdnum_postcode.is_valid(text):
            raise ValidationError(_("Vul een postcode in met 4 cijfers en 2 letters, bijvoorbeeld 1234 AB."))
        return str(stdnum_postcode.validate(text)) if text else ""


@veldtype
class Postcode(Veldtype):
    """A Dutch postcode."""

    soort = "postcode"
    naam = _("Postcode")
    icon = "home"
    autocomplete = "postal-code"
    required_message = _("Vul een postcode in, bijvoorbeeld 1234 AB.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return PostcodeField(max_length=10, **kwargs)


@veldtype
class Keuze(Veldtype):
    """One of a few."""

    soort = "keuze"
    naam = _("Keuze uit een lijst")
    icon = "radio-empty"
    has_opties = True
    required_message = _("Kies een antwoord.")

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return veld.opties

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["error_messages"]["invalid_choice"] = _("Kies een van de antwoorden die hier staan.")
        choices = [(optie.waarde, str(optie.label)) for optie in self.opties(veld)]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **kwargs)

    def show(self, value: Any, veld: Veld) -> str:
        labels = {optie.waarde: str(optie.label) for optie in self.opties(veld)}
        return labels.get(value, "" if value is None else str(value))


@veldtype
class JaNee(Keuze):
    """Yes or no."""

    soort = "ja_nee"
    naam = _("Ja of nee")
    icon = "circle-check"
    has_opties = False

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return (Optie("ja", Tekst("Ja", "Yes")), Optie("nee", Tekst("Nee", "No")))


@veldtype
class Verklaring(Veldtype):
    """A statement to agree with."""

    soort = "verklaring"
    naam = _("Verklaring met vinkje")
    icon = "check"
    required_message = _("Zet een vinkje om verder te gaan.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return forms.BooleanField(**kwargs)

    def to_json(self, value: Any) -> Any:
        return bool(value)

    def show(self, value: Any, veld: Veld) -> str:
        return gettext("Ja") if value else gettext("Nee")

    def to_eigenschap(self, value: Any) -> str:
        return "ja" if value else "nee"
