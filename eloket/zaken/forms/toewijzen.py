"""The form that gives one zaak to somebody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.zaken.forms.werkvoorraad import REDEN_LENGTE
from eloket.zaken.services import Collega


class ToewijzenForm(forms.Form):
    """`huidig` tells who had the zaak on this screen: a login name, empty for nobody."""

    huidig = forms.CharField(widget=forms.HiddenInput, required=False, max_length=150)
    naar = forms.ChoiceField(
        label=_("Behandelaar"),
        required=False,
        error_messages={"invalid_choice": _("Kies een collega die zaken van dit zaaktype mag behandelen.")},
    )
    team = forms.ChoiceField(label=_("Team"), required=False)
    reden = forms.CharField(
        label=_("Waarom?"),
        required=False,
        max_length=REDEN_LENGTE,
        help_text=_("Komt in de geschiedenis van de zaak. De inwoner ziet dit niet."),
    )

    def __init__(
        self, *args: Any, collegas: Sequence[Collega], zelf: str, teams: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("naar", [("", _("niemand")), *(_person(collega, zelf) for collega in collegas)])
        self._offer("team", [("", _("elk team van dit zaaktype")), *((naam, naam) for naam in teams)])
        if not teams:
            self.fields["team"].widget = forms.HiddenInput()

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
        field.choices = choices


def _person(collega: Collega, zelf: str) -> tuple[str, Any]:
    return (collega.login, _("mijzelf") if collega.login == zelf else collega.naam)
