"""The forms of the back office."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.uitgifte.services import ZOEKTEKENS, Productfilter, Stand

REDEN_LENGTE = 2000
ALLES, GEKOZEN = "alles", "gekozen"


class ZoekForm(forms.Form):
    """One box for whatever somebody names; sent by POST, so that it is in no address."""

    zoek = forms.CharField(
        label=gettext_lazy("Zoek een product"),
        max_length=ZOEKTEKENS,
        help_text=gettext_lazy(
            "Code, kenteken, zaaknummer, BSN of KvK-nummer, of de hele naam zoals die op het document staat."
        ),
        error_messages={"required": gettext_lazy("Vul in waarop u wilt zoeken.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class LijstForm(forms.Form):
    """Filters above the list; a GET form in which what makes no sense is left out."""

    stand = forms.ChoiceField(label=gettext_lazy("Stand"), required=False)
    gebied = forms.CharField(label=gettext_lazy("Zone"), required=False, max_length=20)
    vanaf = forms.DateField(
        label=gettext_lazy("Gemaakt vanaf"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    tot_en_met = forms.DateField(
        label=gettext_lazy("Gemaakt tot en met"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    zonder_document = forms.BooleanField(
        label=gettext_lazy("Alleen waarvan het document nog wacht"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Alle")), *Stand.choices]
        self.fields["stand"] = forms.ChoiceField(label=_("Stand"), required=False, choices=choices)

    def to_filter(self, soort: str) -> Productfilter:
        """What was asked and makes sense."""
        self.is_valid()
        known = self.cleaned_data
        return Productfilter(
            soort,
            stand=known.get("stand") or "",
            gebied=(known.get("gebied") or "").strip().upper(),
            vanaf=_sane(known.get("vanaf")),
            tot_en_met=_sane(known.get("tot_en_met")),
            zonder_document=bool(known.get("zonder_document")),
        )


class RedenForm(forms.Form):
    """Why something is done with one product. `stand`: what the screen showed of it."""

    stand = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        max_length=REDEN_LENGTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "De houder leest dit. Noem de regel waarop u zich baseert. Zet er geen BSN in."
        ),
        error_messages={"required": gettext_lazy("Vul in waarom u dit doet. De houder leest het.")},
    )


class VoorstelForm(forms.Form):
    """Why many products must go, and which: the ones that were ticked, or all that the filter finds."""

    welke = forms.ChoiceField(
        label=gettext_lazy("Welke producten?"),
        choices=[
            (GEKOZEN, gettext_lazy("Wat ik hierboven heb aangevinkt")),
            (ALLES, gettext_lazy("Alles wat bij dit filter past en nog loopt")),
        ],
        initial=GEKOZEN,
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        max_length=REDEN_LENGTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Elke houder leest dit, en ook uw collega die het goedkeurt."),
        error_messages={"required": gettext_lazy("Vul in waarom deze producten weg moeten.")},
    )


class BesluitForm(forms.Form):
    """What a colleague says of a proposal."""

    uitleg = forms.CharField(
        label=gettext_lazy("Uitleg"),
        required=False,
        max_length=REDEN_LENGTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Alleen voor collega’s. Verplicht als u het afwijst."),
    )


def _sane(day: date | None) -> date | None:
    """A day of which the one after it exists, also in another time zone."""
    return day if day and 1900 < day.year < 9000 else None
