"""Files with a draft and an aanvraag: added, taken away, moved along at sending, gone with what they are of.

What stands in the database is what counts. The answers of the draft get a description of it (`Antwoord`), so
that a step or a summary needs no question about files.
"""

import uuid as uuid_module
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from eloket.bestanden.services import (
    BestandInfo,
    Ontvangen,
    Staat,
    UploadRefused,
    delete_bestand,
    inspect_upload,
    keep_upload,
    list_bestanden,
)
from eloket.formulieren.definitie import Stap, Veld
from eloket.formulieren.models import SCAN, Aanvraag, Bijlage, Concept
from eloket.formulieren.stapformulier import PREFIX, Raw
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.velden.bestand import Antwoord, read_grenzen, read_max_aantal
from eloket.website.services import show_grootte


class ConceptGone(Exception):
    """The draft was sent or removed while the file came in."""


def list_bestandsvelden(stap: Stap) -> list[Veld]:
    """The questions of this step that are answered with files."""
    return [veld for veld in stap.velden if get_veldtype(veld.soort).has_bestanden]


def add_bijlagen(concept: Concept, veld: Veld, uploads: Sequence[Any], *, now: datetime) -> list[str]:
    """Add these uploads to a question; the same file again changes nothing. What was not taken, in sentences.

    Looks at no more of them than may come along. Errors: `ConceptGone`.
    """
    room = read_max_aantal(veld) - concept.bijlagen.filter(veld=veld.sleutel).count()
    meldingen = [_add(concept, veld, upload, now=now) for upload in uploads[: max(room, 0)]]
    if len(uploads) > room:
        meldingen.append(_too_many(veld))
    return [melding for melding in dict.fromkeys(meldingen) if melding]


def _add(concept: Concept, veld: Veld, upload: Any, *, now: datetime) -> str:
    try:
        with inspect_upload(upload, grenzen=read_grenzen(veld)) as ontvangen:
            return _keep(concept, veld, ontvangen, now=now)
    except UploadRefused as refused:
        return refused.melding


def _keep(concept: Concept, veld: Veld, ontvangen: Ontvangen, *, now: datetime) -> str:
    """Row and file stand or fall together, behind a lock on the draft that two tabs share."""
    try:
        with transaction.atomic():
            if not Concept.objects.select_for_update().filter(pk=concept.pk).only("pk").exists():
                raise ConceptGone(str(concept.pk))
            if concept.bijlagen.filter(veld=veld.sleutel).count() >= read_max_aantal(veld):
                return _too_many(veld)  # another tab was first
            info = keep_upload(ontvangen, now=now)
            Bijlage.objects.create(
                concept=concept, veld=veld.sleutel, bestand=info.id, sha256=info.sha256, created_at=now
            )
    except IntegrityError:  # this very file was added before: a second press of the button
        return ""
    return ""


def _too_many(veld: Veld) -> str:
    aantal = read_max_aantal(veld)
    return (
        ngettext(
            "U kunt hier %d bestand meesturen. Verwijder dat eerst, als u een ander wilt sturen.",
            "U kunt hier niet meer dan %d bestanden meesturen. Verwijder er eerst een.",
            aantal,
        )
        % aantal
    )


def remove_bijlage(concept: Concept, id: str) -> str:
    """Take a file away from this draft; the key of its question, "" for a file that is not here."""
    try:
        uuid = uuid_module.UUID(id)
    except ValueError:
        return ""
    with transaction.atomic():
        bijlage = Bijlage.objects.select_for_update().filter(pk=uuid, concept=concept).first()
        if bijlage is None:
            return ""
        delete_bestand(bijlage.bestand)
        bijlage.delete()
    return bijlage.veld


def describe_bijlagen(concept: Concept, stap: Stap) -> Raw:
    """What the draft keeps of the files of this step. No query for a step without such a question."""
    velden = list_bestandsvelden(stap)
    if not velden:
        return {}
    rows = list(Bijlage.objects.filter(concept=concept, veld__in=[veld.sleutel for veld in velden]))
    infos = list_bestanden(row.bestand for row in rows)
    raw: Raw = {f"{PREFIX}-{veld.sleutel}": [] for veld in velden}
    for row in rows:
        if info := infos.get(row.bestand):
            raw[f"{PREFIX}-{row.veld}"].append(_describe(row, info).to_text())
    return {name: texts for name, texts in raw.items() if texts}


def _describe(row: Bijlage, info: BestandInfo) -> Antwoord:
    return Antwoord(id=str(row.pk), naam=info.naam, grootte=info.grootte, staat=info.staat)


def move_bijlagen(concept: Concept, aanvraag: Aanvraag, antwoorden: Mapping[str, Any]) -> None:
    """From the draft to the aanvraag, in the transaction of sending: those that its answers name, and a scan.

    What a rule hid from the form stays behind, and goes with the draft.
    """
    ids = [
        row["id"]
        for veld in concept.versie.definitie.velden
        if get_veldtype(veld.soort).has_bestanden
        for row in antwoorden.get(veld.sleutel) or ()
    ]
    named = Q(pk__in=ids)
    if SCAN in concept.antwoorden["stappen"]:
        named |= Q(veld=SCAN)
    if named != Q(pk__in=[]):
        Bijlage.objects.filter(named, concept=concept).update(concept=None, aanvraag=aanvraag)


def purge_bijlagen(*, limit: int = 500) -> int:
    """Remove the files of drafts and aanvragen that are gone. The number removed."""
    orphans = list(Bijlage.objects.orphaned()[:limit])
    for bijlage in orphans:
        with transaction.atomic():
            delete_bestand(bijlage.bestand)
            bijlage.delete()
    return len(orphans)


def find_bestand(uuid: uuid_module.UUID, *, of: Concept | Aanvraag) -> str:
    """The id in bestanden of a file of this draft or aanvraag; "" for every other."""
    bijlage = of.bijlagen.filter(pk=uuid).first()
    return bijlage.bestand if bijlage else ""


@dataclass(frozen=True, slots=True)
class BijlageInfo:
    """A file as its owner may know it; `url` is empty while it is held. `is_brief`: their letter, scanned.

    `id`: the same as that of the document that the register makes of it.
    """

    naam: str
    grootte: str
    url: str
    is_brief: bool
    id: str = ""


def list_bijlagen(aanvraag: Aanvraag, *, space: str = "formulieren") -> list[BijlageInfo]:
    """What came along with this aanvraag, in the order in which it was added. Two queries at most.

    `space`: of which addresses they are opened, the public ones or those at the desk.
    """
    rows = list(aanvraag.bijlagen.all())
    infos = list_bestanden(row.bestand for row in rows)
    kwargs = {"slug": aanvraag.versie.definitie.slug, "uuid": aanvraag.pk}
    basis_url = reverse(f"{space}:ontvangst", kwargs=kwargs).removesuffix("ontvangst/")
    return [_to_info(row, infos[row.bestand], basis_url) for row in rows if row.bestand in infos]


def _to_info(row: Bijlage, info: BestandInfo, basis_url: str) -> BijlageInfo:
    url = f"{basis_url}bijlage/{row.pk}/" if info.staat == Staat.SCHOON else ""
    return BijlageInfo(info.naam, show_grootte(info.grootte), url, is_brief=row.veld == SCAN, id=str(row.pk))


def refresh_bijlage(bestand: str) -> Bijlage | None:
    """The scanner has spoken: let a draft know it, so that a refused file is told before anything is sent."""
    bijlage = Bijlage.objects.filter(bestand=bestand).first()
    if bijlage is None or bijlage.concept_id is None:
        return bijlage
    info = list_bestanden([bestand]).get(bestand)
    with transaction.atomic():
        concept = Concept.objects.select_for_update().filter(pk=bijlage.concept_id).first()
        if concept is not None and info is not None:
            _rewrite(concept, _describe(bijlage, info))
    return bijlage


def _rewrite(concept: Concept, antwoord: Antwoord) -> None:
    """Change what the draft says of this file, wherever it says so."""
    for part in ("stappen", "half"):
        for raw in concept.antwoorden[part].values():
            for texts in raw.values():
                texts[:] = [antwoord.to_text() if f'"{antwoord.id}"' in text else text for text in texts]
    concept.save(update_fields=["antwoorden"])
