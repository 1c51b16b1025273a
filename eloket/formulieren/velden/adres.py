"""Where something is: a postcode, an address, a spot that has none.

Whoever leaves street and place empty gets them from the address source, once, when the step is posted. What
it does not know, or when it is away, people write themselves; a stored step never waits for it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as stdnum_postcode
from wagtail import blocks

from eloket.adressen.services import Adres, AdresBronUnavailable, MeerAdressen, find_adres
from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import CONTACT, Blok, Getypt, Veldtype, veldtype
from eloket.website.services import Deel, VakkenField, collect, fout

POSTCODE_FOUT = _("Vul een postcode in met 4 cijfers en 2 letters, bijvoorbeeld 1234 AB.")
HUISNUMMER = re.compile(r"0*([1-9][0-9]{0,4})\s*[-/]?\s*(.*)", re.ASCII | re.DOTALL)


def read_postcode(text: str) -> str | None:
    """ "1234 AB", None for what is no postcode."""
    return str(stdnum_postcode.validate(text)) if stdnum_postcode.is_valid(text) else None


class PostcodeField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        found = read_postcode(text)
        if found is None:
            raise ValidationError(POSTCODE_FOUT)
        return found


@veldtype
class Postcode(Veldtype):
    """A Dutch postcode."""

    soort = "postcode"
    naam = _("Postcode")
    groep = CONTACT
    icon = "home"
    autocomplete = "postal-code"
    bronnen = ("persoon.postcode", "bedrijf.postcode")
    required_message = _("Vul een postcode in, bijvoorbeeld 1234 AB.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return PostcodeField(max_length=10, **kwargs)


@dataclass(frozen=True, slots=True)
class Huis:
    """A number and what stands behind it on the door."""

    nummer: int
    toevoeging: str


def read_huis(number: str, toevoeging: str = "") -> Huis | None:
    """ "12" and "A", or both in the first; None when there is no number from 1 to 99999."""
    found = HUISNUMMER.fullmatch(number.strip())
    if found is None or (found[2] and toevoeging):
        return None
    return Huis(int(found[1]), toevoeging or found[2].strip())


def find_straat(postcode: str, huis: Huis) -> Adres | None:
    """What the address source has for this door; None when it does not know, or cannot say now."""
    try:
        return find_adres(postcode=postcode, huisnummer=huis.nummer, toevoeging=huis.toevoeging)
    except (AdresBronUnavailable, MeerAdressen):
        return None


def complete_adres(getypt: Getypt) -> Getypt:
    """Street and place beside what was typed, when they were left empty and the source knows them."""
    text = {
        part: (getypt.get(part) or [""])[0].strip() for part in ("_postcode", "_huisnummer", "_toevoeging")
    }
    empty = [part for part in ("_straat", "_woonplaats") if not (getypt.get(part) or [""])[0].strip()]
    huis = read_huis(text["_huisnummer"], text["_toevoeging"])
    postcode = read_postcode(text["_postcode"])
    if not empty or huis is None or postcode is None:
        return getypt
    found = find_straat(postcode, huis)
    if found is None:
        return getypt
    known = {"_straat": found.straat, "_woonplaats": found.woonplaats}
    return {**getypt, **{part: [known[part]] for part in empty}}


def require(parts: Mapping[str, str], naam: str, message: Any) -> None:
    if not parts[naam]:
        raise fout(naam, message, code="required")


def limit(parts: Mapping[str, str], naam: str, maximum: int) -> None:
    if len(parts[naam]) > maximum:
        raise fout(naam, _("Gebruik niet meer dan %(aantal)d tekens."), code="max_length", aantal=maximum)


def check_postcode(parts: Mapping[str, str]) -> None:
    if read_postcode(parts["postcode"]) is None:
        raise fout("postcode", POSTCODE_FOUT)


def check_huis(parts: Mapping[str, str]) -> Huis:
    huis = read_huis(parts["huisnummer"], parts.get("toevoeging", ""))
    if huis is None:
        raise fout(
            "huisnummer",
            _("Vul een huisnummer in met cijfers, bijvoorbeeld 12. Een letter hoort bij toevoeging."),
        )
    return huis


class AdresField(VakkenField):
    """A Dutch address as a mapping, in the words of the BAG."""

    def read(self, parts: dict[str, str]) -> dict[str, Any]:
        unknown = _(
            "Wij vonden geen straat bij deze postcode en dit huisnummer. Controleer ze en vul de toevoeging "
            "in als die er is. Of vul zelf de straat in."
        )
        collect(
            [
                partial(check_postcode, parts),
                partial(check_huis, parts),
                partial(require, parts, "straat", unknown),
                partial(require, parts, "woonplaats", _("Vul de woonplaats in.")),
                *(partial(limit, parts, naam, most) for naam, most in LANGSTE.items()),
            ]
        )
        huis = check_huis(parts)
        return {
            "postcode": read_postcode(parts["postcode"]),
            "huisnummer": huis.nummer,
            "toevoeging": huis.toevoeging,
            "straat": parts["straat"],
            "woonplaats": parts["woonplaats"],
        }


LANGSTE = {"toevoeging": 10, "straat": 80, "woonplaats": 80}
CIJFERS = {"inputmode": "numeric"}
OPZOEKEN = _("U mag dit leeg laten. Dan zoeken wij straat en woonplaats voor u op.")


def _deel(naam: str, label: Any, breedte: str, token: str, **more: Any) -> Deel:
    attrs = {**more.pop("attrs", {}), **({"autocomplete": token} if token else {})}
    return Deel(naam, label, breedte, attrs, **more)


@veldtype
class AdresVeld(Veldtype):
    """An address in the Netherlands; street and place by look-up or by hand."""

    soort = "adres"
    naam = _("Adres")
    groep = CONTACT
    icon = "home"
    bronnen = ("persoon.adres", "bedrijf.adres")
    vergelijking = Vergelijking.GEEN
    required_message = _("Vul het adres in: postcode, huisnummer, straat en woonplaats.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        own = not veld.instellingen.get("van_ander")

        def token(name: str) -> str:
            return name if own else ""

        delen = [
            _deel("postcode", _("Postcode"), "kort", token("postal-code")),
            _deel("huisnummer", _("Huisnummer"), "kort", "", attrs=CIJFERS),
            _deel("toevoeging", _("Toevoeging"), "kort", "", verplicht=False),
            _deel("straat", _("Straat"), "vol", token("address-line1"), hulp=OPZOEKEN),
            _deel("woonplaats", _("Woonplaats"), "vol", token("address-level2")),
        ]
        return AdresField(delen, **kwargs)

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        return complete_adres(getypt)

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {f"_{naam}": [str(part)] for naam, part in value.items()} if value else {}

    def show(self, value: Any, veld: Veld) -> str:
        return join_lines(adres_lines(value)) if value else ""

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return ", ".join(adres_lines(value)) if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        other = blocks.BooleanBlock(
            label=_("Niet het adres van de invuller zelf"),
            required=False,
            help_text=_("Dan vult de browser het niet vanzelf in."),
        )
        return (("van_ander", other),)


def adres_lines(value: Mapping[str, Any]) -> list[str]:
    """A stored address as it stands on an envelope."""
    adres = Adres(
        postcode=str(value["postcode"]).replace(" ", ""),
        huisnummer=int(value["huisnummer"]),
        toevoeging=str(value["toevoeging"]),
        straat=str(value["straat"]),
        woonplaats=str(value["woonplaats"]),
    )
    return [adres.regel1, adres.regel2]


def join_lines(lines: Sequence[str]) -> str:
    """Lines one below the other, safe to show."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))


class LocatieField(VakkenField):
    """A spot: a street or words for it; the rest when people know it."""

    def read(self, parts: dict[str, str]) -> dict[str, str]:
        if not parts["straat"] and not parts["plek"]:
            raise fout("straat", _("Vul een straat in, of beschrijf onderaan waar het is."), code="required")
        checks: list[Callable[[], object]] = [
            partial(limit, parts, naam, most) for naam, most in LANGSTE_LOCATIE.items()
        ]
        if parts["postcode"]:
            checks.append(partial(check_postcode, parts))
        if parts["huisnummer"]:
            checks.append(partial(check_huis, parts))
        collect(checks)
        return {
            **parts,
            "postcode": read_postcode(parts["postcode"]) or "",
            "plek": plain_lines(parts["plek"]),
        }


LANGSTE_LOCATIE = {"straat": 80, "huisnummer": 12, "woonplaats": 80, "plek": 1000}


def plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n")


@veldtype
class Locatie(Veldtype):
    """A spot that is no house of its own: a lamppost, a park, the pavement before number 12."""

    soort = "locatie"
    naam = _("Locatie (een plek, met of zonder adres)")
    groep = CONTACT
    icon = "site"
    vergelijking = Vergelijking.GEEN
    required_message = _("Vul in waar het is: een straat, of een beschrijving van de plek.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        delen = [
            Deel("straat", _("Straat"), "vol", {"autocomplete": "off"}),
            Deel("huisnummer", _("Huisnummer"), "kort", {"autocomplete": "off"}, verplicht=False),
            Deel("postcode", _("Postcode"), "kort", {"autocomplete": "off"}, verplicht=False),
            Deel("woonplaats", _("Plaats"), "vol", {"autocomplete": "off"}, verplicht=False),
            Deel(
                "plek",
                _("Waar is het precies?"),
                "vol",
                lines=3,
                verplicht=False,
                hulp=_("Bijvoorbeeld: naast de speeltuin, bij de tweede lantaarnpaal."),
            ),
        ]
        return LocatieField(delen, **kwargs)

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        # It has no box for a toevoeging: whatever came under that name was not asked.
        return complete_adres({part: texts for part, texts in getypt.items() if part != "_toevoeging"})

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {f"_{naam}": [str(part)] for naam, part in value.items()} if value else {}

    def show(self, value: Any, veld: Veld) -> str:
        return join_lines(locatie_lines(value)) if value else ""

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return ", ".join(locatie_lines(value)) if value else ""


def locatie_lines(value: Mapping[str, str]) -> list[str]:
    """A stored spot, line by line."""
    street = " ".join(filter(None, [value["straat"], value["huisnummer"]]))
    place = " ".join(filter(None, [value["postcode"], value["woonplaats"]]))
    return [line for line in (street, place, *value["plek"].split("\n")) if line]
