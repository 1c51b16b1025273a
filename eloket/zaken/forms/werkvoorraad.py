"""The forms above and below the werkvoorraad."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.zaken.services import Collega, Werkvolgorde

REDEN_LENGTE = 200


class WerkvoorraadForm(forms.Form):
    """Search and filter; a GET form in which everything may stay empty."""

    zoek = forms.CharField(
        label=_("Zaaknummer"),
        required=False,
        max_length=40,
        help_text=_("De laatste cijfers zijn genoeg. Wij zoeken in alle zaken die u mag zien."),
    )
    zaaktype = forms.ChoiceField(label=_("Zaaktype"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    volgorde = forms.ChoiceField(
        label=_("Bovenaan"),
        required=False,
        choices=[
            (Werkvolgorde.UITERLIJK.value, _("wat het eerst klaar moet zijn")),
            (Werkvolgorde.BEGONNEN.value, _("wat het langst geleden begon")),
        ],
    )
    gesloten = forms.BooleanField(label=_("Toon gesloten zaken"), required=False)

    def __init__(
        self, *args: Any, statusnamen: Sequence[str], zaaktypen: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        namen = [(naam, naam) for naam in statusnamen]
        self.fields["zaaktype"] = _choice(_("Zaaktype"), [("", _("Alle")), *zaaktypen])
        self.fields["status"] = _choice(_("Status"), [("", _("Alle")), *namen])


class OverdrachtForm(forms.Form):
    """To whom zaken go, and why. An empty `naar` gives them to nobody."""

    naar = forms.ChoiceField(label=_("Geef aan"), required=False)
    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=REDEN_LENGTE,
        help_text=_("Komt in de geschiedenis van de zaak. De inwoner ziet dit niet."),
        error_messages={"required": _("Vul in waarom u de zaken overdraagt.")},
    )

    def __init__(self, *args: Any, collegas: Sequence[Collega], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(collega.login, collega.naam) for collega in collegas]
        self.fields["naar"] = _choice(_("Geef aan"), [("", _("niemand")), *people])


def _choice(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=choices)
