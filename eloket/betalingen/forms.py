"""What an eindredacteur sends us of the tarieventabel."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.betalingen.tabel.bestand import MAX_BYTES, TabelOnleesbaar
from eloket.betalingen.tabel.lezen import Tabel, read_tabel


class TabelForm(forms.Form):
    """A file that is a table. `tabel`: what stands in it."""

    bestand = forms.FileField(
        label=_("Bestand met de tarieven"),
        help_text=_("Een CSV-bestand van hooguit 2 MB. U ziet eerst wat er verandert."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Het bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    tabel: Tabel

    def clean_bestand(self) -> Any:
        file = self.cleaned_data["bestand"]
        try:
            # One byte too many is enough to know that it is too large.
            self.tabel = read_tabel(file.read(MAX_BYTES + 1))
        except TabelOnleesbaar as error:
            raise forms.ValidationError(str(error)) from error
        return file
