"""Where somebody is visited, or where a letter goes."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from eloket.adressen.services import AdresBronMisconfigured, AdresBronUnavailable, MeerAdressen, find_adres
from eloket.afspraken.gebied import covers

POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})", re.ASCII)
NUMMER = re.compile(r"(\d{1,5})\s*[-/ ]?\s*(\w{0,6})", re.ASCII)
VAKKEN = ("postcode", "huisnummer", "straat", "plaats")


def make_vakken(*, required: bool) -> dict[str, forms.CharField]:
    """Postcode, number, street and place. The last two may stay empty where the address is known."""
    postcode_fout = _("Vul een postcode in met 4 cijfers en 2 letters, bijvoorbeeld 1234 AB.")
    nummer_fout = _("Vul een huisnummer in, bijvoorbeeld 12 of 12a.")
    return {
        "postcode": _vak(_("Postcode"), "postal-code", 10, required, postcode_fout),
        "huisnummer": _vak(_("Huisnummer"), "off", 12, required, nummer_fout),
        "straat": _vak(
            _("Straat"),
            "off",
            80,
            False,
            _("Vul de straat in."),
            help_text=_("Laat leeg: wij zoeken straat en plaats op bij uw postcode."),
        ),
        "plaats": _vak(_("Plaats"), "off", 80, False, _("Vul de plaats in.")),
    }


def _vak(
    label: Any, autocomplete: str, length: int, required: bool, error: Any, **kwargs: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=required,
        widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": error, "max_length": error},
        **kwargs,
    )


def clean_adres(cleaned: dict[str, Any]) -> dict[str, str]:
    """The address of these boxes; empty when nothing was typed. Errors: `ValidationError` by box."""
    parts = {name: str(cleaned.get(name) or "").strip() for name in VAKKEN}
    if not any(parts.values()):
        return {}
    postcode, nummer = POSTCODE.fullmatch(parts["postcode"]), NUMMER.fullmatch(parts["huisnummer"])
    if postcode is None:
        raise ValidationError(
            {"postcode": _("Vul een postcode in met 4 cijfers en 2 letters, bijvoorbeeld 1234 AB.")}
        )
    if nummer is None:
        raise ValidationError({"huisnummer": _("Vul een huisnummer in, bijvoorbeeld 12 of 12a.")})
    parts["postcode"] = f"{postcode[1]} {postcode[2].upper()}"
    return parts if parts["straat"] and parts["plaats"] else _look_up(parts, int(nummer[1]), nummer[2])


def check_gebied(postcodes: str, postcode: str) -> None:
    """Errors: `ValidationError` at the postcode when nobody comes there."""
    if not covers(postcodes, postcode):
        raise ValidationError(
            {
                "postcode": _(
                    "Op deze postcode komen wij niet. Kies een afspraak aan de balie of aan de telefoon, "
                    "of bel ons."
                )
            }
        )


def show_adres(adres: dict[str, str]) -> str:
    """ "Dorpsstraat 1, 1234 AB Rietwaard"; "" for none."""
    return ", ".join(to_regels(adres))


def to_regels(adres: dict[str, str]) -> tuple[str, ...]:
    """The two lines of an envelope; none for no address."""
    if not adres:
        return ()
    return f"{adres['straat']} {adres['huisnummer']}", f"{adres['postcode']} {adres['plaats']}"


def _look_up(parts: dict[str, str], nummer: int, toevoeging: str) -> dict[str, str]:
    zelf = _("Wij kunnen straat en plaats nu niet opzoeken. Vul ze zelf in.")
    onbekend = _("Dit adres kennen wij niet. Kijk het na, of vul straat en plaats zelf in.")
    try:
        found = find_adres(postcode=parts["postcode"], huisnummer=nummer, toevoeging=toevoeging)
    except (AdresBronUnavailable, AdresBronMisconfigured) as error:
        raise ValidationError({"straat": zelf}) from error
    except MeerAdressen as error:
        meer = _("Op dit nummer zijn er meer adressen. Vul ook de letter of toevoeging in.")
        raise ValidationError({"huisnummer": meer}) from error
    if found is None:
        raise ValidationError({"huisnummer": onbekend})
    return {**parts, "straat": parts["straat"] or found.straat, "plaats": parts["plaats"] or found.woonplaats}
