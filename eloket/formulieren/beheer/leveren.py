"""In the editor of a form: which answers its webhook may carry."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from eloket.formulieren.gevoelig import gives_bsn
from eloket.formulieren.models import Formulier
from eloket.formulieren.samenstelling import list_velden
from eloket.formulieren.velden import get_veldtype


class LeverForm(WagtailAdminModelForm):
    """Offers the questions as they were kept last; one that is gone can be taken out."""

    webhook_velden = forms.MultipleChoiceField(
        label=_("Antwoorden voor de webhook"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Heeft uw beheerder een webhook ingesteld? Die krijgt nummers, en alleen de antwoorden die u "
            "hier aanvinkt. Een BSN gaat nooit mee."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "webhook_velden" in self.fields:
            self.fields["webhook_velden"].choices = webhook_choices(self.instance)


def webhook_choices(formulier: Formulier) -> list[tuple[str, str]]:
    """The questions that may go along, and what was chosen before and is no question any more."""
    velden = [veld for veld in list_velden(formulier) if get_veldtype(veld.soort).is_vraag]
    choices = {veld.sleutel: veld.label.nl for veld in velden if veld.sleutel and not gives_bsn(veld)}
    gone = [key for key in formulier.webhook_velden if key not in choices]
    return [*choices.items(), *((key, f"{key} ({_('bestaat niet meer')})") for key in gone)]
