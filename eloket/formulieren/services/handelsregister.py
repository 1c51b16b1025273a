"""Asking the Handelsregister which organisation has the number that somebody typed."""

from datetime import datetime
from enum import StrEnum

from eloket.formulieren.models import Concept
from eloket.formulieren.services.voorinvullen import AFDELING
from eloket.lib.partij import Kvk
from eloket.personen.services import Aanleiding, PersonenbronError, PersoonNotFound, find_bedrijf


class Gevonden(StrEnum):
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"  # no source, or it does not answer


def look_up(concept: Concept, kvk: str, *, door: str = "", now: datetime) -> Gevonden:
    """Ask once; the draft remembers the name. What ended is there no more. Never an error.

    `door`: the login name of an employee, "" for who fills it in themselves.
    """
    doel = f"Formulier: {concept.versie.definitie.titel.nl}"
    aanleiding = Aanleiding(doel, door, AFDELING if door else "")
    try:
        bedrijf = find_bedrijf(Kvk(kvk), aanleiding=aanleiding, now=now)
    except PersoonNotFound:
        return Gevonden.NEE
    except PersonenbronError:
        return Gevonden.ONBEKEND
    if bedrijf.opgeheven:
        return Gevonden.NEE
    concept.handelsregister = {"kvk": kvk, "naam": bedrijf.naam}
    Concept.objects.filter(pk=concept.pk).update(handelsregister=concept.handelsregister)
    return Gevonden.JA
