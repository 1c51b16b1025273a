"""Who else comes along: a name each, and an address for who wants the afspraak in their own calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.forms.contact import make_email, make_naam

MEESTE = 5
AANTAL = "bezoekers_aantal"  # how many there is room for on the page
NAAM, EMAIL = "bezoeker_{}_naam", "bezoeker_{}_email"


@dataclass(frozen=True, slots=True)
class Bezoekervak:
    """One of them, with the two boxes."""

    titel: str
    naam: forms.BoundField
    email: forms.BoundField


def read_aantal(data: Mapping[str, Any] | None, *, more: bool = False) -> int:
    """Room for how many: what the page says, one more when that was asked, and one at least."""
    text = str((data or {}).get(AANTAL, "") or "")
    shown = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 1
    return min(max(shown + more, 1), MEESTE)


def make_bezoekers(aantal: int) -> dict[str, forms.Field]:
    """Two boxes each; nobody has to be named."""
    fields: dict[str, forms.Field] = {AANTAL: forms.CharField(required=False, widget=forms.HiddenInput)}
    for number in range(1, aantal + 1):
        fields[NAAM.format(number)] = _without_token(make_naam(required=False))
        fields[EMAIL.format(number)] = _without_token(
            make_email(required=False, help_text=_("Hier sturen wij de afspraak ook naartoe."))
        )
    return fields


def _without_token(field: forms.Field) -> forms.Field:
    """The browser knows its owner, and these are other people."""
    field.widget.attrs["autocomplete"] = "off"
    return field


def list_vakken(form: forms.Form, aantal: int) -> list[Bezoekervak]:
    """The boxes of the page, by person."""
    return [
        Bezoekervak(
            gettext("Bezoeker %(nummer)d") % {"nummer": number},
            form[NAAM.format(number)],
            form[EMAIL.format(number)],
        )
        for number in range(1, aantal + 1)
    ]


def check_bezoekers(form: forms.Form, cleaned: Mapping[str, Any], aantal: int) -> None:
    """An address without a name is a name that was forgotten."""
    for number in range(1, aantal + 1):
        naam, email = NAAM.format(number), EMAIL.format(number)
        if cleaned.get(email) and not cleaned.get(naam) and naam not in form.errors:
            form.add_error(naam, _("Vul ook de naam van deze bezoeker in."))


def read_bezoekers(gegevens: Mapping[str, Any]) -> list[dict[str, str]]:
    """The people in what was filled in."""
    found = [
        {
            "naam": str(gegevens.get(NAAM.format(number), "")),
            "email": str(gegevens.get(EMAIL.format(number), "")),
        }
        for number in range(1, MEESTE + 1)
    ]
    return [bezoeker for bezoeker in found if bezoeker["naam"]]
