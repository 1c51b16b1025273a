"""Numbers with a check of their own: who, which business, which account, which vehicle."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from localflavor.nl.forms import NLLicensePlateFormField
from stdnum import iban as stdnum_iban
from stdnum.nl import bsn as stdnum_bsn
from wagtail import blocks

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import NUMMERS, Blok, Getypt, Veldtype, veldtype

# As what somebody may say to act for the person with this BSN; a judge decided so.
EIGEN_VERKLARING = (
    ("bewindvoerder", _("Als bewindvoerder")),
    ("curator", _("Als curator")),
    ("mentor", _("Als mentor")),
    ("vertegenwoordiger", _("Als bewindvoerder, curator of mentor")),
)


def plain(text: str) -> str:
    """Without the spaces, dots and dashes that people put in for the eye; letters as capitals."""
    return re.sub(r"[\s.\-‐‑–]", "", text).upper()


class NummerField(forms.CharField):
    """One number: what `read` makes of it, or a message that says what to do."""

    def __init__(self, *, soort: "Nummer", **kwargs: Any) -> None:
        self.soort = soort
        super().__init__(max_length=50, **kwargs)
        self.error_messages["max_length"] = soort.message

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        number = self.soort.read(plain(text))
        if number is None:
            raise ValidationError(self.soort.message)
        return number


class Nummer(Veldtype, ABC):
    """A number with a check; subclasses say which."""

    groep = NUMMERS
    inputmode = "numeric"
    message: Any = ""
    size = 14

    @abstractmethod
    def read(self, number: str) -> str | None:
        """The number as it is stored, None when it cannot be right. `number`: as `plain` gives it."""

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        attrs = {
            "inputmode": self.inputmode,
            "size": self.size,
            "spellcheck": "false",
            "autocomplete": "off",
        }
        return NummerField(soort=self, widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": [self.show(value, veld)]} if value else {}


@veldtype
class BurgerServiceNummer(Nummer):
    """A BSN, or the RSIN of an eenmanszaak, which is one.

    Its owner sees it whole, to check it. It goes in no mail, and into the zaak only when the redacteur says
    so for this question (Wabb art. 10: only where the task asks it).
    """

    soort = "bsn"
    naam = _("BSN")
    icon = "user"
    bronnen = ("persoon.bsn",)
    has_bsn = True
    message = _(
        "Controleer het BSN. Het heeft 9 cijfers en staat op uw paspoort, identiteitskaart of rijbewijs."
    )
    required_message = _("Vul een BSN in. Het heeft 9 cijfers.")

    def read(self, number: str) -> str | None:
        if not re.fullmatch(r"[0-9]{8,9}", number):
            return None
        number = number.zfill(9)  # older letters leave the nought out
        return number if stdnum_bsn.is_valid(number) else None

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return str(value) if value and veld.instellingen.get("in_zaak") else ""

    def settings_blocks(self) -> Sequence[Blok]:
        in_zaak = blocks.BooleanBlock(
            label=_("Zet dit BSN in de zaak"),
            required=False,
            help_text=_("Alleen als de behandelaar het BSN van deze persoon nodig heeft en mag gebruiken."),
        )
        vertegenwoordigt = blocks.ChoiceBlock(
            label=_("Voor een ander"),
            choices=list(EIGEN_VERKLARING),
            required=False,
            help_text=_(
                "Alleen als dit het BSN is van degene voor wie iemand dit aanvraagt. De zaak komt dan op "
                "naam van die persoon, met de invuller erbij. Vraag met een upload om de beschikking van de "
                "rechter: de behandelaar controleert die."
            ),
        )
        return (("in_zaak", in_zaak), ("vertegenwoordigt", vertegenwoordigt))


@veldtype
class KvkNummer(Nummer):
    """The number of a business at the Kamer van Koophandel."""

    soort = "kvk"
    naam = _("KvK-nummer")
    icon = "group"
    bronnen = ("bedrijf.kvk",)
    message = _(
        "Vul een KvK-nummer in met 8 cijfers. U vindt het in uw uittreksel van de Kamer van Koophandel."
    )
    required_message = _("Vul een KvK-nummer in. Het heeft 8 cijfers.")

    def read(self, number: str) -> str | None:
        return number if re.fullmatch(r"[0-9]{8}", number) and number.strip("0") else None


@veldtype
class Iban(Nummer):
    """A bank account."""

    soort = "iban"
    naam = _("Rekeningnummer (IBAN)")
    icon = "form"
    inputmode = "text"
    size = 30
    message = _("Controleer het rekeningnummer. Een IBAN ziet er zo uit: NL91 ABNA 0417 1643 00.")
    required_message = _("Vul een rekeningnummer (IBAN) in, bijvoorbeeld NL91 ABNA 0417 1643 00.")

    def read(self, number: str) -> str | None:
        ascii_only = bool(re.fullmatch(r"[A-Z0-9]{5,34}", number))
        return number if ascii_only and stdnum_iban.is_valid(number) else None

    def show(self, value: Any, veld: Veld) -> str:
        return str(stdnum_iban.format(value)) if value else ""


@veldtype
class Kenteken(Nummer):
    """The plate of a Dutch vehicle; stored with its dashes."""

    soort = "kenteken"
    naam = _("Kenteken")
    icon = "tag"
    inputmode = "text"
    message = _("Controleer het kenteken. Vul het in zoals op de plaat, bijvoorbeeld R-123-AB.")
    required_message = _("Vul een kenteken in, bijvoorbeeld R-123-AB.")

    def read(self, number: str) -> str | None:
        for shape in NLLicensePlateFormField.SANITIZE_REGEXS.values():
            found = shape.fullmatch(number)
            if found:
                return "-".join(filter(None, found.groups()))
        return None
