"""The details step for a business: which one, who comes, about what, and what to read beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.accounts.services import Identiteit
from eloket.afspraken.forms.bedrijf import make_kvk, make_vestiging, read_kvk
from eloket.afspraken.forms.bezoekers import (
    AANTAL,
    Bezoekervak,
    check_bezoekers,
    list_vakken,
    make_bezoekers,
    read_aantal,
    read_bezoekers,
)
from eloket.afspraken.forms.gegevens import Gegevens, InwonerForm
from eloket.afspraken.forms.stukken import make_stukken
from eloket.afspraken.services.gegevens import Bedrijfsgegevens, Bezoeker
from eloket.lib.partij import Kvk
from eloket.website.services import Gekozen, Rij, VasteWaarde

BEDRIJF = ("kvk", "vestiging", "bedrijfsnaam")
KORTER = _("Schrijf het korter: in hoogstens 300 letters.")


class ZakelijkForm(InwonerForm):
    """What a resident is asked, and the business.

    `wie`: who is logged in for a business, whose numbers then stand fast. `gekozen`: the files that were
    added; None where nothing is asked beforehand. `more`: room for one more visitor.
    """

    template = "afspraken/zakelijk/gegevens.html"

    kvk = make_kvk()
    vestiging = make_vestiging()
    bedrijfsnaam = forms.CharField(
        label=_("Naam van uw bedrijf of organisatie"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={
            "required": _("Vul de naam van uw bedrijf of organisatie in."),
            "max_length": _("Vul een naam in van hoogstens 200 letters."),
        },
    )
    onderwerp = forms.CharField(
        label=_("Waar wilt u het over hebben?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Schrijf op waar u het over wilt hebben. Dan kunnen wij ons voorbereiden."),
            "max_length": KORTER,
        },
    )

    def __init__(
        self,
        *args: Any,
        wie: Identiteit | None = None,
        gekozen: Sequence[Gekozen] | None = None,
        more: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wie = wie
        self.aantal = read_aantal(self.data if self.is_bound else self.initial, more=more)
        self.fields["naam"].label = _("Contactpersoon")
        self.fields["naam"].help_text = _("De naam van wie komt namens het bedrijf.")
        self.fields.update(make_bezoekers(self.aantal))
        if gekozen is not None:
            self.fields["stukken"] = make_stukken(gekozen)
        if wie is not None and isinstance(wie.belanghebbende, Kvk):
            self._fix(wie, wie.belanghebbende)
        self.order_fields([*BEDRIJF, "naam", "email", "telefoon", "postcode"])

    def _fix(self, wie: Identiteit, kvk: Kvk) -> None:
        """The login is believed above what is typed."""
        known = {"kvk": kvk.nummer, "vestiging": kvk.vestiging, "bedrijfsnaam": wie.naam}
        for name, value in known.items():
            if name == "bedrijfsnaam" and not value:
                continue  # not every login gives a name
            field = self.fields[name]
            field.disabled = True
            self.initial[name] = value
            field.widget = VasteWaarde(
                field.widget, tekst=value, herkomst=gettext("Dit weten wij van uw login.")
            )
        if not kvk.vestiging:
            self.fields["vestiging"].widget = forms.HiddenInput()

    # The page, by heading.

    @property
    def nummers(self) -> list[forms.BoundField]:
        return self._pick("kvk", "vestiging")

    @property
    def adres(self) -> list[forms.BoundField]:
        return self._pick("postcode", "huisnummer", "straat", "plaats")

    @property
    def contact(self) -> list[forms.BoundField]:
        return self._pick("naam", "email", "telefoon")

    @property
    def gesprek(self) -> list[forms.BoundField]:
        return self._pick("onderwerp", "stukken")

    @property
    def overig(self) -> list[forms.BoundField]:
        return self._pick("hulp", "aanmeldkanaal", "bevestiging")

    @property
    def is_bezoek(self) -> bool:
        return self.omgeving.is_bezoek

    def _pick(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    @property
    def vakken(self) -> list[Bezoekervak]:
        """The visitors, by person."""
        return list_vakken(self, self.aantal)

    @property
    def can_add(self) -> bool:
        return read_aantal({AANTAL: str(self.aantal)}, more=True) > self.aantal

    def find_kvk(self) -> Kvk | None:
        """The business whose number was filled in right; None without one. Only after `is_valid`."""
        cleaned = self.cleaned_data
        return read_kvk(cleaned.get("kvk", ""), cleaned.get("vestiging", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        check_bezoekers(self, cleaned, self.aantal)
        if cleaned.get("vestiging") and not cleaned.get("kvk") and "kvk" not in self.errors:
            self.add_error("kvk", _("Vul ook het KvK-nummer in. Het heeft 8 cijfers."))
        return cleaned

    def to_gegevens(self) -> Gegevens:
        kept = super().to_gegevens()
        kept.pop("stukken", None)
        kept[AANTAL] = str(self.aantal)
        if self.wie is not None and self.wie.handelende is not None:
            kept["door"] = self.wie.handelende_naam or gettext("Intermediair")
        return kept

    def is_answered(self, gegevens: Gegevens | None) -> bool:
        """Not when somebody else is logged in by now: their business is another one."""
        if not gegevens:
            return False
        again = type(self)(gegevens, omgeving=self.omgeving, wie=self.wie)
        return again.is_valid() and again.to_gegevens() == gegevens

    @classmethod
    def list_rijen(cls, gegevens: Gegevens, *, wijzig_url: str) -> list[Rij]:
        bedrijf = [
            (gettext("Bedrijf of organisatie"), gegevens["bedrijfsnaam"]),
            (gettext("KvK-nummer"), gegevens["kvk"]),
            (gettext("Vestigingsnummer"), gegevens["vestiging"]),
            (gettext("Geregeld door"), gegevens.get("door", "")),
        ]
        gesprek = [
            (gettext("Onderwerp"), gegevens["onderwerp"]),
            (gettext("Wie er nog meer komen"), ", ".join(each["naam"] for each in read_bezoekers(gegevens))),
        ]
        who = super().list_rijen(gegevens, wijzig_url=wijzig_url)
        return [
            *(Rij(label, value, wijzig_url) for label, value in bedrijf if value),
            *(_to_contactpersoon(row) for row in who),
            *(Rij(label, value, wijzig_url) for label, value in gesprek if value),
        ]

    @classmethod
    def to_nieuw(cls, gegevens: Gegevens) -> dict[str, Any]:
        nieuw = super().to_nieuw(gegevens)
        door, naam = gegevens.get("door", ""), gegevens["bedrijfsnaam"]
        bedrijf = Bedrijfsgegevens(
            kvk=gegevens["kvk"],
            vestiging=gegevens["vestiging"],
            naam=door or naam,
            onderwerp=gegevens["onderwerp"],
            namens=naam if door else "",
        )
        bezoekers = tuple(Bezoeker(**each) for each in read_bezoekers(gegevens))
        return {**nieuw, "bedrijf": bedrijf, "bezoekers": bezoekers}


def _to_contactpersoon(row: Rij) -> Rij:
    return Rij(gettext("Contactpersoon"), row.value, row.change_url) if row.label == gettext("Naam") else row
