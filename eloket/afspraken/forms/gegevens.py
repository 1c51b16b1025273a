"""Who comes and how to reach them: the details step for a resident, and the shape that every one has.

Another doelgroep asks other things: a subclass, named in `views/doelgroep.py`.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.forms.adres import check_gebied, clean_adres, make_vakken, show_adres, to_regels
from eloket.afspraken.forms.contact import GEEN_EMAIL, TelefoonField, make_email, make_hulp, make_naam
from eloket.afspraken.keuze import Keuze
from eloket.afspraken.models import Aanmeldkanaal, Bevestiging, Kanaal
from eloket.afspraken.services.gegevens import Contactgegevens
from eloket.lib.telefoon import show_telefoon
from eloket.website.services import Rij

Gegevens = dict[str, Any]  # plain values, for the session and for the booking


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the questions depend on beside what is typed.

    `postcodes`: where the chosen place visits people; "" is everywhere. `aan_balie`: an employee types.
    """

    keuze: Keuze
    postcodes: str = ""
    aan_balie: bool = False

    @property
    def is_bezoek(self) -> bool:
        return self.keuze.kanaal == Kanaal.HUISBEZOEK

    @property
    def is_telefonisch(self) -> bool:
        return self.keuze.kanaal == Kanaal.TELEFOON


class GegevensForm(forms.Form):
    """The details step of a doelgroep. Its `to_gegevens` is kept until the afspraak is made.

    Whatever is kept is given back by `initial` when the step is opened again, so the keys are its boxes.
    """

    template = "afspraken/gegevens.html"

    def __init__(self, *args: Any, omgeving: Omgeving, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.omgeving = omgeving

    @abstractmethod
    def to_gegevens(self) -> Gegevens:
        """What was filled in, by box, as plain values. Only of a valid form."""

    @classmethod
    @abstractmethod
    def list_rijen(cls, gegevens: Gegevens, *, wijzig_url: str) -> list[Rij]:
        """What the check page shows of it."""

    @classmethod
    @abstractmethod
    def to_nieuw(cls, gegevens: Gegevens) -> dict[str, Any]:
        """The same as fields of `services.NieuweAfspraak`: `contact` at the least."""

    def is_answered(self, gegevens: Gegevens | None) -> bool:
        """Would what is kept still do, for another time or place?"""
        return bool(gegevens) and type(self)(gegevens, omgeving=self.omgeving).is_valid()


class InwonerForm(GegevensForm):
    """Name, how to reach you, and what you need; an address for who is visited."""

    naam = make_naam(help_text=_("De naam van wie komt."))
    email = make_email(
        required=False,
        help_text=_(
            "Hier sturen wij de bevestiging naartoe. Liever geen e-mail? Vul dan een telefoonnummer in."
        ),
    )
    telefoon = TelefoonField(
        required=False, help_text=_("Wij bellen alleen als er iets verandert aan uw afspraak.")
    )
    hulp = make_hulp()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.omgeving.is_telefonisch:
            self.fields["telefoon"].required = True
            self.fields["telefoon"].help_text = _("Op dit nummer bellen wij u.")
            self.fields["telefoon"].error_messages["required"] = _(
                "Vul een telefoonnummer in. Op dit nummer bellen wij u."
            )
        if self.omgeving.is_bezoek or self.omgeving.aan_balie:
            self._add_adres()
        if self.omgeving.aan_balie:
            self._add_balie()

    def _add_adres(self) -> None:
        self.fields.update(make_vakken(required=self.omgeving.is_bezoek))
        names = ["naam", "email", "telefoon", "postcode", "huisnummer", "straat", "plaats", "hulp"]
        self.order_fields(names)
        if not self.omgeving.is_bezoek:
            self.fields["postcode"].help_text = _("Het adres is alleen nodig voor een brief.")
        elif self.omgeving.keuze.gebied and not self.initial.get("postcode"):
            self.fields["postcode"].help_text = _("U koos het gebied %(gebied)s.") % {
                "gebied": self.omgeving.keuze.gebied
            }

    def _add_balie(self) -> None:
        ways = [(way.value, way.label) for way in (Aanmeldkanaal.TELEFOON, Aanmeldkanaal.BALIE)]
        self.fields["aanmeldkanaal"] = _make_keuze(_("Hoe vraagt de inwoner het?"), ways)
        self.fields["bevestiging"] = _make_keuze(
            _("Hoe wil de inwoner de bevestiging?"), list(Bevestiging.choices)
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {"email", "telefoon"} & self.errors.keys():
            self._check_reachable(cleaned)
        if "postcode" in self.fields and not {"postcode", "huisnummer"} & self.errors.keys():
            self._check_adres(cleaned)
        return cleaned

    def _check_reachable(self, cleaned: dict[str, Any]) -> None:
        if self.omgeving.aan_balie:
            if cleaned.get("bevestiging") == Bevestiging.EMAIL and not cleaned.get("email"):
                self.add_error("email", GEEN_EMAIL)
        elif not cleaned.get("email") and not cleaned.get("telefoon"):
            self.add_error(
                "email", _("Vul een e-mailadres of een telefoonnummer in. Dan kunnen wij u bereiken.")
            )

    def _check_adres(self, cleaned: dict[str, Any]) -> None:
        brief = cleaned.get("bevestiging") == Bevestiging.BRIEF
        try:
            adres = clean_adres(cleaned)
            if self.omgeving.is_bezoek:
                check_gebied(self.omgeving.postcodes, adres.get("postcode", ""))
        except ValidationError as error:
            self.add_error(None, error)
            return
        if brief and not adres:
            self.add_error("postcode", _("Vul het adres in waar de brief heen moet."))
        cleaned.update(adres)

    def to_gegevens(self) -> Gegevens:
        return {name: str(value) for name, value in self.cleaned_data.items()}

    @classmethod
    def list_rijen(cls, gegevens: Gegevens, *, wijzig_url: str) -> list[Rij]:
        adres = read_adres(gegevens)
        rows = [
            Rij(gettext("Naam"), gegevens["naam"], wijzig_url),
            Rij(gettext("E-mailadres"), gegevens["email"], wijzig_url),
            Rij(gettext("Telefoonnummer"), show_telefoon(gegevens["telefoon"]), wijzig_url),
        ]
        if adres:
            rows.append(Rij(gettext("Adres"), show_adres(adres), wijzig_url))
        if gegevens["hulp"]:
            rows.append(Rij(gettext("Wat wij regelen"), gegevens["hulp"], wijzig_url))
        if gegevens.get("bevestiging"):
            label = str(Bevestiging(gegevens["bevestiging"]).label)
            rows.append(Rij(gettext("Bevestiging"), label, wijzig_url))
        return rows

    @classmethod
    def to_nieuw(cls, gegevens: Gegevens) -> dict[str, Any]:
        contact = Contactgegevens(
            naam=gegevens["naam"],
            email=gegevens["email"],
            telefoon=gegevens["telefoon"],
            hulp=gegevens["hulp"],
            adres=to_regels(read_adres(gegevens)),
        )
        return {"contact": contact}


def read_adres(gegevens: Gegevens) -> dict[str, str]:
    """The address in it; empty for none."""
    names = ("postcode", "huisnummer", "straat", "plaats")
    return {name: gegevens[name] for name in names} if gegevens.get("postcode") else {}


def _make_keuze(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    error = _("Kies een van de mogelijkheden.")
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": error, "invalid_choice": error},
    )
