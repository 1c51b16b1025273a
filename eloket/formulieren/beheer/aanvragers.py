"""In the editor of a form: with what people log in, and whether its questions prove who they are."""

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.beheer.regels import RegelsForm
from eloket.formulieren.definitie import InvalidDefinitie
from eloket.formulieren.definitie.bewijs import find_bewijsfouten
from eloket.formulieren.models.formulier import MIDDELEN


class AanvragerForm(RegelsForm):
    """A draft may lack the question that proves who fills it in; what is published may not."""

    middelen = forms.MultipleChoiceField(
        label=_("Waarmee"),
        required=False,
        choices=MIDDELEN,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen als iemand moet inloggen. Niets gekozen: met DigiD en met eHerkenning."),
    )

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_publishing or self.errors:
            return
        try:
            fouten = find_bewijsfouten(self.instance.compose_definitie())
        except InvalidDefinitie:  # its steps are told elsewhere
            return
        for fout in fouten:
            self.add_error("niveau", fout)
