"""A form from one JSON file."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from eloket.betalingen.services import find_tarief
from eloket.formulieren.definitie import InvalidDefinitie, read_definitie, upgrade
from eloket.formulieren.definitie.bewijs import find_bewijsfouten
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.models.versie import hash_inhoud
from eloket.formulieren.samenstelling import compose_inhoud, decompose_inhoud
from eloket.formulieren.services.publicatie import check_regels, is_same
from eloket.formulieren.velden import VELDTYPEN


def import_formulier(definitie: dict[str, Any], *, now: datetime) -> None:
    """Make or change the form with this slug and publish it; again with the same content does nothing.

    Errors: `InvalidDefinitie`, also for a type of field or a tarief that this installation does not know
    and for rules that are wrong.
    """
    inhoud = upgrade(definitie)
    gelezen = read_definitie(inhoud)
    alle = [each for veld in gelezen.velden for each in (veld, *veld.velden)]
    unknown = sorted({veld.soort for veld in alle} - set(VELDTYPEN))
    if unknown:
        raise InvalidDefinitie(f"onbekende soort veld: {', '.join(unknown)}")
    if fouten := find_bewijsfouten(gelezen):
        raise InvalidDefinitie(" ".join(fouten))
    with transaction.atomic():
        formulier = Formulier.objects.filter(slug=gelezen.slug).first() or Formulier(live=False)
        for name, value in decompose_inhoud(inhoud).items():
            setattr(formulier, name, value)
        formulier.tarief_id = _find_tarief(inhoud.get("tarief", ""))
        _refuse_regels(formulier, now=now)
        if not _is_published(formulier):
            formulier.full_clean(exclude=["stappen"])
            formulier.save()
            formulier.save_revision().publish()


def _refuse_regels(formulier: Formulier, *, now: datetime) -> None:
    vandaag = timezone.localtime(now).date()  # noqa: TID251 — a given moment, no clock
    fouten = check_regels(formulier, vandaag=vandaag)
    if fouten:
        raise InvalidDefinitie(" ".join(str(fout) for fout in fouten))


def _is_published(formulier: Formulier) -> bool:
    newest: FormulierVersie | None = formulier.versies.order_by("-nummer").first() if formulier.pk else None
    return bool(formulier.live and newest and is_same(newest, hash_inhoud(compose_inhoud(formulier))))


def _find_tarief(code: str) -> int | None:
    found = find_tarief(code) if code else None
    if code and found is None:
        raise InvalidDefinitie(f"onbekend tarief: {code}; maak het eerst")
    return found
