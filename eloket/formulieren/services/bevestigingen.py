"""E-mail addresses whose owner typed in the code that we sent, where the form asks for that."""

from datetime import datetime

from django import forms
from django.db import transaction

from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import Concept, Doel
from eloket.formulieren.services.mailverzoeken import has_open_code, send_mail, use_code
from eloket.lib.versleuteling import keyed_hash, keyed_hashes


def find_unconfirmed(stap: Stap, form: forms.Form, concept: Concept | None) -> tuple[str, str]:
    """The first question of this step whose address must be confirmed yet: its key, and the address.

    Two empty texts for none. Only for a form that was validated.
    """
    asks = (veld for veld in stap.velden if veld.soort == "email" and veld.instellingen.get("bevestigen"))
    for veld in asks:
        email = str(form.cleaned_data.get(veld.sleutel) or "")
        if email and not (concept and is_bevestigd(concept, email)):
            return veld.sleutel, email
    return "", ""


def is_bevestigd(concept: Concept, email: str) -> bool:
    """Did the owner of this address confirm it in this draft?"""
    return not set(keyed_hashes(_adres(email))).isdisjoint(concept.bevestigd)


def send_bevestigcode(concept: Concept, *, email: str, herkomst: str, now: datetime) -> None:
    """Mail a code. Errors: `mailverzoeken.TooManyMails`."""
    send_mail(concept, doel=Doel.BEVESTIGEN, email=email, link="", herkomst=herkomst, now=now)


def waits_for_code(concept: Concept, *, email: str, now: datetime) -> bool:
    """Is there a code on its way to this address?"""
    return has_open_code(concept, doel=Doel.BEVESTIGEN, email=email, now=now)


def confirm(concept: Concept, *, email: str, code: str, now: datetime) -> bool:
    """Take this address for confirmed when the code is right; the draft remembers it as a keyed hash."""
    if not use_code(concept, doel=Doel.BEVESTIGEN, email=email, code=code, now=now):
        return False
    with transaction.atomic():
        row = Concept.objects.select_for_update().filter(pk=concept.pk).only("bevestigd").first()
        if row is None:
            return False
        concept.bevestigd = [*row.bevestigd, keyed_hash(_adres(email))]
        Concept.objects.filter(pk=concept.pk).update(bevestigd=concept.bevestigd)
    return True


def _adres(email: str) -> str:
    return f"bevestigd:{email.strip().lower()}"
