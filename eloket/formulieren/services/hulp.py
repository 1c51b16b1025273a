"""One draft, two people: an employee helps a resident, or hands over what they began. Always logged."""

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from eloket.formulieren.models import Concept, Gebeurtenis, Hulpcode, Logregel, Richting
from eloket.formulieren.models.telling import Kanaal
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.lib import partij
from eloket.lib.versleuteling import keyed_hash, keyed_hashes

GELDIG = timedelta(hours=1)
# Without what sounds or looks alike on the telephone and on paper.
TEKENS = "ACDEFGHJKLMNPQRTUVWXY34679"
LENGTE = 6
# What somebody said is received when they send it themselves; a letter was received already.
MONDELING = (Kanaal.TELEFOON, Kanaal.BALIE)


def make_code(
    concept: Concept, richting: Richting, *, medewerker_id: int | None = None, now: datetime
) -> str:
    """Six characters that work for an hour; an earlier code of this draft no longer does."""
    code = "".join(secrets.choice(TEKENS) for _ in range(LENGTE))
    with transaction.atomic():
        concept.hulpcodes.filter(richting=richting).delete()
        Hulpcode.objects.create(
            concept=concept,
            richting=richting,
            code=keyed_hash(_text(richting, code)),
            expires_at=now + GELDIG,
        )
        made = Gebeurtenis.HULPCODE if richting == Richting.MEDEWERKER else Gebeurtenis.OVERGEGEVEN
        _log(made, concept, medewerker_id=medewerker_id, now=now)
    return code


def open_with_code(code: str, *, medewerker_id: int, now: datetime) -> Concept | None:
    """The draft of a resident who said this code to this employee; None for a code that opens nothing.

    From then on the employee sees it until the code is an hour old, or the resident ends it. The resident
    sees that it was opened.
    """
    with transaction.atomic():
        found = _find(Richting.MEDEWERKER, code, now=now)
        if found is None or found.medewerker_id not in (None, medewerker_id):
            return None
        Hulpcode.objects.filter(pk=found.pk).update(medewerker=medewerker_id)
        Concept.objects.filter(pk=found.concept_id).update(geopend_at=now)
        _log(Gebeurtenis.GEOPEND, found.concept, medewerker_id=medewerker_id, now=now)
    return found.concept


def is_helper(concept: Concept, *, medewerker_id: int, now: datetime) -> bool:
    """May this employee see this draft of somebody else now?"""
    return concept.hulpcodes.fresh(now=now).filter(medewerker=medewerker_id).exists()


def log_opened_file(concept: Concept, *, medewerker_id: int, now: datetime) -> None:
    """An employee who helps opened a file of the resident."""
    _log(Gebeurtenis.BESTAND, concept, medewerker_id=medewerker_id, now=now)


def end_help(concept: Concept) -> None:
    """No code of this draft opens it any more, and nobody who used one sees it."""
    concept.hulpcodes.filter(richting=Richting.MEDEWERKER).delete()


def take_over_with_code(code: str, *, slug: str, eigenaar: Eigenaar, now: datetime) -> Concept | None:
    """Give an employee's draft to the resident who was told this code; None for a code that opens nothing.

    Also None for somebody else than the draft was made for.
    """
    with transaction.atomic():
        found = _find(Richting.INWONER, code, now=now)
        if found is None or not _fits(found.concept, slug, eigenaar):
            return None
        found.concept.hulpcodes.all().delete()
        changes: dict[str, Any] = {"eigenaar": eigenaar.sleutel, "niveau": eigenaar.niveau}
        if found.concept.kanaal in MONDELING:
            changes["ontvangen_op"] = None
        Concept.objects.filter(pk=found.concept_id).update(**changes)
        _log(Gebeurtenis.OVERGENOMEN, found.concept, medewerker_id=None, now=now)
    return found.concept


def _fits(concept: Concept, slug: str, eigenaar: Eigenaar) -> bool:
    definitie = concept.versie.definitie
    if definitie.slug != slug or eigenaar.niveau < definitie.niveau:
        return False
    if not concept.namens or eigenaar.identiteit is None:
        return True
    return partij.from_dict(concept.namens) == eigenaar.identiteit.belanghebbende


def purge_hulpcodes(*, now: datetime) -> int:
    """Remove codes that open nothing any more. The number removed."""
    return Hulpcode.objects.filter(expires_at__lte=now).delete()[0]


def clean_code(typed: str) -> str:
    """As we made it: capitals, without the spaces and dashes that people put in."""
    return "".join(char for char in typed.upper() if char.isascii() and char.isalnum())[:20]


def _find(richting: Richting, code: str, *, now: datetime) -> Hulpcode | None:
    hashes = keyed_hashes(_text(richting, clean_code(code)))
    rows = Hulpcode.objects.fresh(now=now).filter(code__in=hashes, concept__expires_at__gt=now)
    return rows.select_for_update(of=("self",)).select_related("concept__versie").first()


def _text(richting: Richting, code: str) -> str:
    return f"hulpcode:{richting}:{code}"


def _log(gebeurtenis: Gebeurtenis, concept: Concept, *, medewerker_id: int | None, now: datetime) -> None:
    onderwerp: UUID = concept.pk
    Logregel.objects.create(
        gebeurtenis=gebeurtenis,
        formulier=concept.versie.definitie.slug,
        onderwerp=onderwerp,
        medewerker_id=medewerker_id,
        at=now,
    )
