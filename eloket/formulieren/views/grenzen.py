"""Against robots, on forms without login: how often, how fast, and a box that only they fill in. No CAPTCHA.

Nothing here throws away what somebody typed: it says what to do now, with the telephone number.
"""

from datetime import datetime, timedelta

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils.translation import gettext as _

from eloket.accounts.services import asks_login
from eloket.formulieren.models import Aanvraag, Concept
from eloket.lib import klok, partij
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn
from eloket.website.services import get_instellingen

LOKAAS = "uw_website"  # the box that people do not see
BEGONNEN = "begonnen"  # when the first step was shown, signed
UUR = 3600
LANGST = timedelta(hours=12)

_signer = Signer(salt="formulieren.begonnen")


def sign_begin(slug: str, *, now: datetime) -> str:
    """For the first step: the moment at which it was shown, which nobody can make earlier."""
    return _signer.sign(f"{slug}:{int(now.timestamp())}")


def read_begin(request: HttpRequest, slug: str, *, now: datetime) -> datetime:
    """When this person began this form; now for who brings nothing that we signed."""
    try:
        form, _colon, seconds = _signer.unsign(request.POST.get(BEGONNEN, "")).rpartition(":")
    except BadSignature:
        return now
    moment = datetime.fromtimestamp(int(seconds), tz=now.tzinfo)
    return moment if form == slug and now - LANGST < moment <= now else now


def may_begin(request: HttpRequest, form: forms.Form, *, niveau: int) -> bool:
    """May a draft be made? If not, the form says why. Whoever logged in has no limits: we know them."""
    if asks_login(niveau):
        return True
    if request.POST.get(LOKAAS):
        return _refuse(form, _("Laat het vak “Uw website” leeg. Dat vak is niet voor u bedoeld."))
    return _take_turn(request, form, "formulier_begin")


def may_send(request: HttpRequest, form: forms.Form, concept: Concept, *, email: str) -> bool:
    """The same for an aanvraag. The draft stays in any case."""
    if asks_login(concept.niveau) or concept.medewerker_id:
        return True
    now = klok.now()
    shortest = timedelta(seconds=settings.ELOKET_FORMULIER_SECONDEN)
    if now - (concept.begonnen_at or concept.created_at) < shortest:
        message = _("Dat ging erg snel. Kijk uw antwoorden rustig na en druk dan nog een keer op Versturen.")
        return _refuse(form, message)
    if email and _sent_today(email, now=now) >= settings.ELOKET_FORMULIER_PER_EMAIL:
        message = _("Met dit e-mailadres is vandaag al vaak iets verstuurd. Probeer het morgen opnieuw.")
        return _refuse(form, f"{message} {_or_call()}")
    return _take_turn(request, form, "formulier_verstuur")


def _take_turn(request: HttpRequest, form: forms.Form, what: str) -> bool:
    maximum = settings.ELOKET_FORMULIER_PER_UUR
    if take_turn(what, client_address(request), maximum=maximum, seconds=UUR, now=klok.now()):
        return True
    message = _(
        "Vanaf uw internetverbinding kwamen het laatste uur erg veel formulieren. Wacht een uur en probeer "
        "het dan opnieuw. Wat u hebt ingevuld, is bewaard zolang u dit venster open laat."
    )
    return _refuse(form, f"{message} {_or_call()}")


def _sent_today(email: str, *, now: datetime) -> int:
    sleutels = partij.zoeksleutels(partij.Contact(email))
    sent = Aanvraag.objects.filter(belanghebbende_sleutel__in=sleutels)
    return sent.filter(ingediend_at__gt=now - timedelta(days=1)).count()


def _or_call() -> str:
    telefoon = get_instellingen().telefoon
    return _("Haast? Bel %(telefoon)s, dan helpen wij u.") % {"telefoon": telefoon} if telefoon else ""


def _refuse(form: forms.Form, message: str) -> bool:
    form.add_error(None, message)
    return False
