"""Forms of our own around those of a redacteur."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.models.telling import Kanaal
from eloket.lib import klok
from eloket.lib.mailcodeformulieren import AdresForm
from eloket.lib.partij import Bsn, Contact, InvalidPartij, Kvk, Partij
from eloket.website.services import DatumField

OUDSTE = timedelta(days=366)  # what came in before is a slip of the pen


class VerzendForm(forms.Form):
    """The proof of what the summary showed, the statement that the redacteur asks for, and who decides."""

    bewijs = forms.CharField(widget=forms.HiddenInput, max_length=32)
    bedragen = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    stand = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    verklaring = forms.BooleanField(
        error_messages={"required": _("Zet een vinkje. Daarna kunt u het formulier versturen.")}
    )
    mens = forms.BooleanField(label=_("Laat een medewerker beslissen over mijn aanvraag"), required=False)

    def __init__(self, *args: Any, verklaring: str, beslist_zelf: bool = False, **kwargs: Any) -> None:
        """`beslist_zelf`: a machine decides about this, unless somebody wants a person (AVG art. 22)."""
        super().__init__(*args, **kwargs)
        if not beslist_zelf:
            del self.fields["mens"]
        if verklaring:
            self.fields["verklaring"].label = verklaring
        else:
            del self.fields["verklaring"]


class LaterForm(AdresForm):
    """Where the link to a saved draft goes."""

    uitleg = _("Wij gebruiken dit adres alleen om u de link en een code te sturen.")


class HulpcodeForm(forms.Form):
    """Six characters that somebody said aloud."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("6 letters en cijfers"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={
            name: _("Vul de code van 6 letters en cijfers in.") for name in ("required", "max_length")
        },
    )


class NamensForm(forms.Form):
    """For whom an employee fills in, and how and when it came in."""

    kanaal = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"),
        choices=[(kanaal.value, kanaal.label) for kanaal in Kanaal if kanaal != Kanaal.WEBSITE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het binnenkwam.")},
    )
    ontvangen_op = DatumField(
        label=_("Wanneer kwam het binnen?"),
        help_text=_("De termijn telt vanaf deze dag, ook als u het formulier later verstuurt."),
        error_messages={"required": _("Vul de datum in als dag, maand en jaar, bijvoorbeeld 1 2 2027.")},
    )
    soort = forms.ChoiceField(
        label=_("Voor wie is het?"),
        choices=[
            ("", _("Dat blijkt uit de antwoorden")),
            ("bsn", _("Een inwoner, met het BSN uit de brief of van het identiteitsbewijs")),
            ("kvk", _("Een bedrijf, met het KvK-nummer")),
            ("contact", _("Iemand van wie u alleen het e-mailadres weet")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    nummer = forms.CharField(
        label=_("BSN, KvK-nummer of e-mailadres"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_ontvangen_op(self) -> date:
        day: date = self.cleaned_data["ontvangen_op"]
        if day > klok.today():
            raise forms.ValidationError(_("Kies vandaag of een dag daarvoor."))
        if day < klok.today() - OUDSTE:
            raise forms.ValidationError(_("Dit is meer dan een jaar geleden. Kijk het jaar na."))
        return day

    def clean(self) -> dict[str, Any]:
        try:
            self._partij = self._read_partij()
        except InvalidPartij:
            words = _("Dit klopt niet bij uw keuze. Kijk het nummer of adres na.")
            self.add_error("nummer", words)
        return self.cleaned_data

    def _read_partij(self) -> Partij | None:
        kinds = {"bsn": Bsn, "kvk": Kvk, "contact": Contact}
        kind = kinds.get(self.cleaned_data.get("soort", ""))
        return kind(self.cleaned_data.get("nummer", "").strip()) if kind else None

    def to_partij(self) -> Partij | None:
        """For whom it is; None when the answers must tell. Only for a valid form."""
        return self._partij
