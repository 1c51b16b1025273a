"""From draft to aanvraag, once."""

import uuid as uuid_module
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from eloket.afspraken.services import Aanvraaggegevens
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.models.telling import Kanaal
from eloket.formulieren.services.aanvragen import AanvraagNotFound
from eloket.formulieren.services.aanvragers import find_aanvrager, find_email, find_telefoon
from eloket.formulieren.services.afspraken import confirm_afspraken
from eloket.formulieren.services.bijlagen import move_bijlagen
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.services.registreren import deliver_aanvraag
from eloket.formulieren.services.uitgifte import open_uitgifte
from eloket.lib import partij
from eloket.zaken.services import mint_identificatie


class ConceptChanged(Exception):
    """The answers are no longer those that the summary showed: show them again."""


def submit_aanvraag(
    concept: Concept,
    *,
    antwoorden: Mapping[str, Any],
    bewijs: str,
    eigenaar: Eigenaar,
    mens_gevraagd: bool = False,
    now: datetime,
) -> Aanvraag:
    """Send a draft: one transaction makes the aanvraag, its number and its delivery, and ends the draft.

    `bewijs` is what the summary carried. `mens_gevraagd`: they want an employee to decide (AVG art. 22).
    Sending the same draft again gives the same aanvraag. Errors:
    `ConceptChanged`, `AanvraagNotFound` when the draft is gone and nothing was sent; `TijdVerlopen` when an
    afspraak in it cannot be made any more: then nothing was sent either.
    Awb art. 4:3a: the receipt that follows confirms the ontvangst.
    """
    with transaction.atomic():
        if not claim_concept(concept.pk, bewijs):
            return get_sent(concept.pk, eigenaar=eigenaar)
        aanvraag = _create_aanvraag(concept, antwoorden, eigenaar, now=now)
        move_bijlagen(concept, aanvraag, antwoorden)
        Concept.objects.filter(pk=concept.pk).delete()
        open_uitgifte(aanvraag, mens_gevraagd=mens_gevraagd, now=now)
        deliver_aanvraag(aanvraag, now=now)
    return aanvraag


def claim_concept(uuid: uuid_module.UUID, bewijs: str) -> bool:
    """Take the draft for sending: true for one caller only, the others wait here until that one is done."""
    return bool(bewijs) and Concept.objects.filter(pk=uuid, bewijs=bewijs).update(bewijs="") == 1


def get_sent(uuid: uuid_module.UUID, *, eigenaar: Eigenaar) -> Aanvraag:
    """What this draft became. Errors: `ConceptChanged` when it is still a draft, `AanvraagNotFound`."""
    try:
        return get_own_aanvraag(uuid, eigenaar=eigenaar)
    except AanvraagNotFound:
        if Concept.objects.filter(pk=uuid).exists():
            raise ConceptChanged(str(uuid)) from None
        raise


def get_own_aanvraag(uuid: uuid_module.UUID, *, eigenaar: Eigenaar) -> Aanvraag:
    """For the receipt. Errors: `AanvraagNotFound`, also for somebody else's or below its level."""
    aanvraag = (
        Aanvraag.objects.select_related("versie")
        .defer("versie__inhoud", "antwoorden")
        .owned_by(eigenaar.sleutels, persoon=eigenaar.persoon)
        .filter(pk=uuid, niveau__lte=eigenaar.niveau)
        .first()
    )
    if aanvraag is None:
        raise AanvraagNotFound(str(uuid))
    return aanvraag


def find_for(uuid: uuid_module.UUID, *, voor: Eigenaar) -> Aanvraag | None:
    """What an employee sent for this person, who logged in as high as the form itself asks; else None."""
    if voor.persoon is None:
        return None
    rows = Aanvraag.objects.visible_to(voor.persoon).filter(pk=uuid).exclude(kanaal=Kanaal.WEBSITE)
    aanvraag = rows.select_related("versie").defer("versie__inhoud", "antwoorden").first()
    return aanvraag if aanvraag and voor.niveau >= aanvraag.versie.definitie.niveau else None


def _create_aanvraag(
    concept: Concept, antwoorden: Mapping[str, Any], eigenaar: Eigenaar, *, now: datetime
) -> Aanvraag:
    aanvrager = find_aanvrager(concept, antwoorden, eigenaar)
    wie, handelende = aanvrager.belanghebbende, aanvrager.handelende
    identificatie, definitie = mint_identificatie(now=now), concept.versie.definitie
    gegevens = Aanvraaggegevens(
        zaak=identificatie,
        naam=aanvrager.handelende_naam or aanvrager.naam,
        email=find_email(definitie, antwoorden),
        telefoon=find_telefoon(definitie, antwoorden),
        taal=concept.taal,
        belanghebbende=wie if partij.identifies(wie) else None,
        handelende=handelende if partij.identifies(handelende) else None,
    )
    antwoorden = confirm_afspraken(definitie, antwoorden, aanvraag=concept.uuid, gegevens=gegevens, now=now)
    return Aanvraag.objects.create(
        uuid=concept.uuid,
        identificatie=identificatie,
        versie=concept.versie,
        antwoorden=dict(antwoorden),
        eigenaar=eigenaar.sleutel,
        belanghebbende=partij.to_dict(wie) if wie else None,
        belanghebbende_sleutel=partij.zoeksleutel(wie) if wie else "",
        handelende=partij.to_dict(handelende) if handelende else None,
        handelende_sleutel=partij.zoeksleutel(handelende) if handelende else "",
        niveau=eigenaar.niveau,
        machtiging=eigenaar.identiteit.machtiging if eigenaar.identiteit else "",
        middel=aanvrager.middel,
        hoedanigheid=aanvrager.hoedanigheid,
        namen=dict(aanvrager.namen) or None,
        zelf_verklaard=aanvrager.zelf_verklaard,
        kanaal=concept.kanaal,
        medewerker_id=concept.medewerker_id,
        ontvangen_op=concept.ontvangen_op,
        waarvoor=concept.versie.definitie.waarvoor,
        betreft_zaak=concept.betreft_zaak,
        betreft_besluit=concept.betreft_besluit,
        betreft=concept.betreft,
        taal=concept.taal,
        email=gegevens.email,
        ingediend_at=now,
    )
