"""Drafts: begun, found again by their owner, changed one step at a time."""

import secrets
import uuid as uuid_module
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from eloket.formulieren.betreft import Betreft, to_dict
from eloket.formulieren.models import Concept, FormulierVersie
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.stapformulier import Raw

BEWAARTERMIJN = timedelta(days=30)


class ConceptNotFound(Exception):
    """There is no such draft, it is too old, or it is somebody else's: nobody can tell which."""


class LevelTooLow(Exception):
    """The draft was made at a higher level than this login. `niveau` is what it asks."""

    def __init__(self, niveau: int) -> None:
        super().__init__(f"niveau {niveau} gevraagd")
        self.niveau = niveau


def start_concept(
    *,
    versie: FormulierVersie,
    eigenaar: Eigenaar,
    stap: str,
    raw: Raw,
    accepted: bool = True,
    taal: str,
    betreft: Betreft | None = None,
    begonnen_at: datetime | None = None,
    now: datetime,
) -> Concept:
    """A draft with its first step: a new one, or the one that held no more than half of that step.

    `begonnen_at`: when that step was shown. `betreft`: the zaak that it is about.
    """
    begun = find_open_concept(slug=versie.definitie.slug, eigenaar=eigenaar, betreft=betreft, now=now)
    if begun is not None and begun.versie_id == versie.pk and not begun.antwoorden["stappen"]:
        save_stap(begun, stap=stap, raw=raw, accepted=accepted, now=now)
        return begun
    return Concept.objects.create(
        versie=versie,
        eigenaar=eigenaar.sleutel,
        niveau=eigenaar.niveau,
        antwoorden=_merge({"stappen": {}, "half": {}}, stap, raw, accepted=accepted),
        bewijs=new_bewijs(),
        taal=taal,
        betreft_zaak=betreft.zaak if betreft else "",
        betreft_besluit=betreft.besluit if betreft else "",
        betreft=to_dict(betreft) if betreft else None,
        begonnen_at=begonnen_at or now,
        created_at=now,
        updated_at=now,
        expires_at=now + BEWAARTERMIJN,
    )


def keep_voorinvulling(concept: Concept, voorinvulling: dict[str, Any], *, now: datetime) -> None:
    """Keep what the sources said just now, in the place of what they said before."""
    concept.voorinvulling = {"op": now.isoformat(), "data": voorinvulling}
    Concept.objects.filter(pk=concept.pk).update(voorinvulling=concept.voorinvulling)


def get_concept(uuid: uuid_module.UUID, *, slug: str, now: datetime) -> Concept:
    """A draft of this form, whoever owns it: call `check_eigenaar` before showing anything of it.

    Errors: `ConceptNotFound`.
    """
    concept = Concept.objects.fresh(slug, now=now).filter(pk=uuid).first()
    if concept is None:
        raise ConceptNotFound(str(uuid))
    return concept


def check_eigenaar(concept: Concept, eigenaar: Eigenaar) -> None:
    """Only the owner, at the level of the draft or higher. Errors: `ConceptNotFound`, `LevelTooLow`."""
    if concept.eigenaar not in eigenaar.sleutels:
        raise ConceptNotFound(str(concept.pk))
    if eigenaar.niveau < concept.niveau:
        raise LevelTooLow(concept.niveau)


def find_open_concept(
    *, slug: str, eigenaar: Eigenaar, betreft: Betreft | None = None, now: datetime
) -> Concept | None:
    """The draft of this form, about this zaak and besluit, that its owner worked on last."""
    drafts = Concept.objects.fresh(slug, now=now).filter(
        eigenaar__in=eigenaar.sleutels,
        niveau__lte=eigenaar.niveau,
        betreft_zaak=betreft.zaak if betreft else "",
        betreft_besluit=betreft.besluit if betreft else "",
    )
    return drafts.order_by("-updated_at").first()


def save_stap(concept: Concept, *, stap: str, raw: Raw, accepted: bool, now: datetime) -> None:
    """Keep what was typed in one step. The row is locked and read again, so that two tabs never lose a step.

    Not accepted: kept to be shown again, and the step counts as not filled in.
    """
    with transaction.atomic():
        row = Concept.objects.select_for_update().filter(pk=concept.pk).only("antwoorden").first()
        if row is None:  # sent from another tab, a moment ago
            raise ConceptNotFound(str(concept.pk))
        antwoorden = _merge(row.antwoorden, stap, raw, accepted=accepted)
        Concept.objects.filter(pk=concept.pk).update(
            antwoorden=antwoorden, bewijs=new_bewijs(), updated_at=now, expires_at=now + BEWAARTERMIJN
        )
    concept.antwoorden = antwoorden


def _merge(antwoorden: dict[str, Any], stap: str, raw: Raw, *, accepted: bool) -> dict[str, Any]:
    stappen = {key: value for key, value in antwoorden["stappen"].items() if key != stap}
    half = {key: value for key, value in antwoorden["half"].items() if key != stap}
    (stappen if accepted else half)[stap] = raw
    return {"stappen": stappen, "half": half}


def new_bewijs() -> str:
    """A new proof of what a summary shows."""
    return secrets.token_hex(16)
