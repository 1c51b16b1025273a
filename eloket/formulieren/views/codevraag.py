"""The box for a code below an e-mail address that must be confirmed, on the page of the step itself."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import Concept
from eloket.formulieren.services.bevestigingen import (
    confirm,
    find_unconfirmed,
    send_bevestigcode,
    waits_for_code,
)
from eloket.formulieren.services.mailverzoeken import TooManyMails
from eloket.formulieren.stapformulier import CODE, StapForm
from eloket.lib import klok
from eloket.lib.herkomst import client_address

NIEUWE_CODE = "nieuwe_code"  # the button
TE_VAAK = _(
    "Wij stuurden al een paar codes naar dit adres of vanaf deze verbinding. Wacht een kwartier en probeer "
    "het dan opnieuw. Lukt het niet? Bel ons: wij kunnen het formulier samen met u invullen."
)
FOUT = _("Deze code klopt niet of is te oud. Kijk nog eens in uw e-mail, of vraag een nieuwe code.")


def settle_code(request: HttpRequest, concept: Concept, stap: Stap, form: StapForm) -> bool:
    """Is every address of this valid step confirmed? If not, the form shows what to do now.

    Sends a code when none is on its way, or when a new one was asked for.
    """
    sleutel, email = find_unconfirmed(stap, form, concept)
    if not email:
        return True
    add_box(form, sleutel, data=request.POST)
    now, typed = klok.now(), request.POST.get(form.add_prefix(CODE), "").strip()
    waits = waits_for_code(concept, email=email, now=now)
    if NIEUWE_CODE in request.POST or not (waits or typed):
        _send(request, concept, form, sleutel, email)
    elif not typed:
        form.add_error(CODE, _("Vul de 6 cijfers uit de e-mail in."))
    elif confirm(concept, email=email, code=typed[:20], now=now):
        return not find_unconfirmed(stap, form, concept)[1]
    else:
        form.add_error(CODE, FOUT)
    return False


def _send(request: HttpRequest, concept: Concept, form: StapForm, sleutel: str, email: str) -> None:
    try:
        send_bevestigcode(concept, email=email, herkomst=client_address(request), now=klok.now())
    except TooManyMails:
        form.add_error(sleutel, TE_VAAK)


def accept_stap(request: HttpRequest, concept: Concept, stap: Stap, form: StapForm, *, halfway: bool) -> bool:
    """Is this step finished: right in itself, and every address confirmed that must be?

    Who only stops or goes back is not asked for a code; the step then waits for it.
    """
    if not form.is_valid():
        return False
    if halfway:
        return not find_unconfirmed(stap, form, concept)[1]
    return settle_code(request, concept, stap, form)


def show_box(concept: Concept, stap: Stap, form: StapForm) -> None:
    """On a GET: the box, while a code is on its way to the address of this step."""
    if not any(veld.instellingen.get("bevestigen") for veld in stap.velden) or not form.is_bound:
        return
    checked = form.again()  # the one on the page keeps silent about errors
    if not checked.is_valid():
        return
    sleutel, email = find_unconfirmed(stap, checked, concept)
    if email and waits_for_code(concept, email=email, now=klok.now()):
        add_box(form, sleutel)


def add_box(form: StapForm, sleutel: str, *, data: Any = None) -> None:
    """Put the box for the code right below the address."""
    form.fields[CODE] = forms.CharField(
        label=_("Code uit de e-mail"),
        help_text=_(
            "Wij stuurden een code van 6 cijfers naar dit e-mailadres. De code werkt 15 minuten. Ziet u de "
            "e-mail niet? Kijk dan bij ongewenste e-mail."
        ),
        required=True,  # only how it is labelled: `settle_code` judges it
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": 20}
        ),
    )
    order = [name for name in form.fields if name != CODE]
    order.insert(order.index(sleutel) + 1, CODE)
    form.order_fields(order)
