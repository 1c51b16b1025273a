"""What somebody can choose about messages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.berichten.services import Voorkeuren
from eloket.lib.mailcodeformulieren import AdresForm

NIEUWS = "nieuws"


class BerichtadresForm(AdresForm):
    """Where messages are mailed to."""

    uitleg = _("Wij sturen er een code naartoe. Die typt u hier over.")


class KeuzeForm(forms.Form):
    """What is mailed, and what may come digitally: one box for each kind of formal message."""

    nieuws = forms.BooleanField(
        label=_("Stuur mij een e-mail als er nieuws is over mijn zaak."), required=False
    )

    def __init__(self, *args: Any, voorkeuren: Voorkeuren, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[NIEUWS].initial = voorkeuren.nieuws
        for toestemming in voorkeuren.toestemmingen:
            self.fields[toestemming.aard] = forms.BooleanField(
                label=toestemming.woorden, required=False, initial=toestemming.gegeven
            )

    @property
    def toestemmingen(self) -> dict[str, bool]:
        return {naam: bool(value) for naam, value in self.cleaned_data.items() if naam != NIEUWS}
