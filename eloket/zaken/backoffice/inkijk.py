"""Noting who looks into a zaak; who does not handle it says why first."""

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from eloket.lib import klok
from eloket.zaken.regels import Raadpleegdoel
from eloket.zaken.services import Verdeling, get_afdeling, has_looked, note_raadpleging


def note_look(
    request: HttpRequest, user: AbstractUser, verdeling: Verdeling, *, handles: bool
) -> HttpResponse | None:
    """None when it stands in the log; else the way to the question why."""
    number = verdeling.identificatie
    if has_looked(number, door=user.get_username(), now=klok.now()):
        return None
    if handles:
        write_look(user, verdeling, doel=Raadpleegdoel.BEHANDELEN)
        return None
    return redirect(f"{reverse('zaken:doel', args=[number])}?{urlencode({'naar': request.path})}")


def write_look(user: AbstractUser, verdeling: Verdeling, *, doel: str, reden: str = "") -> None:
    """In the log, with the department of this employee."""
    note_raadpleging(
        verdeling.identificatie,
        door=user.get_username(),
        afdeling=get_afdeling(user, verdeling.zaaktype),
        doel=doel,
        reden=reden,
        now=klok.now(),
    )
