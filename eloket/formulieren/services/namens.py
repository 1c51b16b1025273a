"""An employee fills in a form for somebody who calls, writes or stands at the counter."""

import uuid as uuid_module
from dataclasses import dataclass
from datetime import date, datetime

from eloket.formulieren.models import Aanvraag, Concept, FormulierVersie
from eloket.formulieren.services.concepten import (
    BEWAARTERMIJN,
    ConceptNotFound,
    get_concept,
    new_bewijs,
)
from eloket.formulieren.services.eigenaar import Eigenaar, eigenaar_of_medewerker
from eloket.formulieren.services.hulp import is_helper
from eloket.lib import partij
from eloket.lib.partij import Partij


@dataclass(frozen=True, slots=True)
class Werk:
    """A draft of an employee, for the list at the desk."""

    titel: str
    kanaal: str
    bewaard_op: datetime
    slug: str
    uuid: uuid_module.UUID


def start_namens(
    *,
    versie: FormulierVersie,
    medewerker_id: int,
    kanaal: str,
    ontvangen_op: date,
    namens: Partij | None,
    now: datetime,
) -> Concept:
    """An empty draft of this employee, for somebody else. `namens` None: the answers say who it is."""
    return Concept.objects.create(
        versie=versie,
        eigenaar=eigenaar_of_medewerker(medewerker_id).sleutel,
        antwoorden={"stappen": {}, "half": {}},
        bewijs=new_bewijs(),
        taal="nl",
        kanaal=kanaal,
        ontvangen_op=ontvangen_op,
        medewerker_id=medewerker_id,
        namens=partij.to_dict(namens) if namens else None,
        begonnen_at=now,
        created_at=now,
        updated_at=now,
        expires_at=now + BEWAARTERMIJN,
    )


def list_werk(*, medewerker_id: int, now: datetime) -> list[Werk]:
    """The drafts that this employee still holds, the last one first."""
    sleutels = eigenaar_of_medewerker(medewerker_id).sleutels
    rows = Concept.objects.visible_to(sleutels, niveau=0, now=now).order_by("-updated_at")
    return [
        Werk(
            titel=str(concept.versie.definitie.titel),
            kanaal=concept.kanaal,
            bewaard_op=concept.updated_at,
            slug=concept.versie.definitie.slug,
            uuid=concept.pk,
        )
        for concept in rows
    ]


def open_at_desk(concept: Concept, *, medewerker_id: int, now: datetime) -> tuple[Eigenaar, bool]:
    """This employee as owner, and whether the draft is a resident's whom they help.

    Errors: `ConceptNotFound` for a draft that is neither theirs nor opened with a code.
    """
    eigenaar = eigenaar_of_medewerker(medewerker_id)
    if concept.eigenaar in eigenaar.sleutels:
        return eigenaar, False
    if is_helper(concept, medewerker_id=medewerker_id, now=now):
        return eigenaar, True
    raise ConceptNotFound(str(concept.pk))


def find_files_of(
    uuid: uuid_module.UUID, *, slug: str, medewerker_id: int, now: datetime
) -> tuple[Concept | Aanvraag, bool]:
    """Whose files this employee may open: a draft or what they sent, and whether it is a resident's own.

    Errors: `ConceptNotFound` for all that is neither theirs nor opened with a code.
    """
    if sent := find_sent(uuid, slug=slug, medewerker_id=medewerker_id):
        return sent, False
    concept = get_concept(uuid, slug=slug, now=now)
    return concept, open_at_desk(concept, medewerker_id=medewerker_id, now=now)[1]


def find_sent(uuid: uuid_module.UUID, *, slug: str, medewerker_id: int) -> Aanvraag | None:
    """What this employee sent, for the receipt."""
    rows = Aanvraag.objects.filter(pk=uuid, versie__formulier__slug=slug, medewerker=medewerker_id)
    return rows.select_related("versie").defer("versie__inhoud", "antwoorden").first()
