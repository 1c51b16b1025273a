"""What somebody comes for, and with how many: several things in one visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.backends.base import Regel
from eloket.afspraken.keuze import Keuze
from eloket.afspraken.services.zoeken import SoortKeuze

PERSONEN = "personen-"


@dataclass(frozen=True, slots=True)
class Rij:
    """One thing to tick, with the box for the number where more than one can come."""

    keuze: Any
    soort: SoortKeuze
    personen: forms.BoundField | None


class WaarvoorForm(forms.Form):
    """`soorten`: what can be chosen now."""

    def __init__(self, *args: Any, soorten: Sequence[SoortKeuze], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soorten = {soort.code: soort for soort in soorten}
        self.fields["soort"] = _make_soort(soorten)
        for soort in soorten:
            if soort.max_personen > 1:
                self.fields[f"{PERSONEN}{soort.code}"] = _make_aantal(soort)

    def rijen(self) -> list[Rij]:
        """The things to tick, in order."""
        found = zip(self["soort"], self.soorten.values(), strict=True)
        return [Rij(keuze, soort, self._aantal(soort.code)) for keuze, soort in found]

    def _aantal(self, code: str) -> forms.BoundField | None:
        name = f"{PERSONEN}{code}"
        return self[name] if name in self.fields else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        codes = cleaned.get("soort", [])
        for name in [name for name in self.errors if name.startswith(PERSONEN)]:
            if name.removeprefix(PERSONEN) not in codes:  # a number for what was not chosen
                del self.errors[name]
        if codes and not list_kanalen([self.soorten[code] for code in codes]):
            raise ValidationError(
                _("Deze dingen kunnen niet in één afspraak. Kies er een, en maak daarna een tweede afspraak.")
            )
        return cleaned

    def to_regels(self) -> tuple[Regel, ...]:
        """Only of a valid form."""
        cleaned = self.cleaned_data
        return tuple(Regel(code, int(cleaned.get(f"{PERSONEN}{code}") or 1)) for code in cleaned["soort"])


def to_form_data(keuze: Keuze, data: QueryDict) -> QueryDict:
    """What the form reads: its own boxes, and for the rest what `keuze` has by place."""
    found = QueryDict(mutable=True)
    for name, values in data.lists():
        found.setlist(name, values)
    found.setlist("soort", [regel.soort for regel in keuze.regels])
    for regel in keuze.regels:
        found.setdefault(f"{PERSONEN}{regel.soort}", str(regel.personen))
    return found


def list_kanalen(soorten: Sequence[SoortKeuze]) -> list[str]:
    """The ways in which all of these can be done in one visit, the counter first."""
    first, *others = [list(soort.kanalen) for soort in soorten] or [[]]
    return [str(kanaal) for kanaal in first if all(kanaal in other for other in others)]


def _make_soort(soorten: Sequence[SoortKeuze]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Waarvoor komt u?"),
        choices=[(soort.code, soort.naam) for soort in soorten],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies waarvoor u een afspraak wilt maken."),
            "invalid_choice": _(
                "Een van uw keuzes kunt u hier niet (meer) maken. Kies uit de lijst, of bel ons."
            ),
        },
    )


def _make_aantal(soort: SoortKeuze) -> forms.ChoiceField:
    too_many = gettext("Kom voor “%(soort)s” met hoogstens %(aantal)d personen. Met meer? Bel ons.") % {
        "soort": soort.naam,
        "aantal": soort.max_personen,
    }
    return forms.ChoiceField(
        label=_("Aantal personen"),
        choices=[(str(number), str(number)) for number in range(1, soort.max_personen + 1)],
        required=False,
        error_messages={"invalid_choice": too_many},
    )
