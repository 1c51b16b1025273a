"""Stop, and go on later: by a mailed link with a code, or after a new login in Mijn zaken."""

import uuid as uuid_module
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from eloket.accounts.services import Identiteit, Niveau
from eloket.formulieren.models import Concept, Doel, Opvang
from eloket.formulieren.services.bijlagen import purge_bijlagen
from eloket.formulieren.services.eigenaar import Eigenaar, eigenaar_of_identiteit
from eloket.formulieren.services.mailverzoeken import send_mail, use_code
from eloket.formulieren.services.tellen import count_left
from eloket.formulieren.stapformulier import Raw


@dataclass(frozen=True, slots=True)
class ConceptInfo:
    """What others may know of a draft: its form, when it was saved, until when it is kept, where to go."""

    titel: str
    bewaard_op: datetime
    tot: datetime
    verder_url: str
    weg_url: str


def list_concepten(identiteit: Identiteit, *, now: datetime) -> list[ConceptInfo]:
    """The drafts that this login may open, the one worked on last first. One query."""
    eigenaar = eigenaar_of_identiteit(identiteit)
    rows = Concept.objects.visible_to(eigenaar.sleutels, niveau=eigenaar.niveau, now=now)
    return [_to_info(concept) for concept in rows.filter(niveau__gte=Niveau.BASIS).order_by("-updated_at")]


def _to_info(concept: Concept) -> ConceptInfo:
    definitie = concept.versie.definitie
    kwargs = {"slug": definitie.slug, "uuid": concept.pk}
    return ConceptInfo(
        titel=f"{definitie.titel} ({concept.betreft_zaak})" if concept.betreft_zaak else str(definitie.titel),
        bewaard_op=concept.updated_at,
        tot=concept.expires_at,
        verder_url=reverse("formulieren:verder", kwargs=kwargs),
        weg_url=reverse("formulieren:weg", kwargs=kwargs),
    )


def save_for_later(concept: Concept, *, email: str, herkomst: str, now: datetime) -> None:
    """Mail the link to a draft of somebody who did not log in, and remember where it went.

    Errors: `mailverzoeken.TooManyMails`, `berichten.InvalidAdres`.
    """
    with transaction.atomic():
        link = settings.ELOKET_BASIS_URL + hervat_path(concept)
        send_mail(concept, doel=Doel.LINK, email=email, link=link, herkomst=herkomst, now=now)
        Concept.objects.filter(pk=concept.pk).update(email=email, bewaard_at=now)
    concept.email = email


def hervat_path(concept: Concept) -> str:
    """The address of the mailed link: it shows the name of the form and asks for a code."""
    kwargs = {"slug": concept.versie.definitie.slug, "uuid": concept.pk}
    return reverse("formulieren:hervatten", kwargs=kwargs)


def send_hervatcode(concept: Concept, *, herkomst: str, now: datetime) -> None:
    """A code to the address that the draft was saved with. Errors: `mailverzoeken.TooManyMails`."""
    send_mail(concept, doel=Doel.HERVATTEN, email=concept.email, link="", herkomst=herkomst, now=now)


def take_over(concept: Concept, *, code: str, eigenaar: Eigenaar, now: datetime) -> bool:
    """Give the draft to this session when the code is right; the session that it came from asks one too."""
    if not use_code(concept, doel=Doel.HERVATTEN, email=concept.email, code=code, now=now):
        return False
    Concept.objects.filter(pk=concept.pk, niveau__lt=Niveau.BASIS).update(eigenaar=eigenaar.sleutel)
    return True


def discard_concept(concept: Concept, *, now: datetime) -> None:
    """Throw the draft away, with all that was filled in. Its owner asked for it."""
    Concept.objects.filter(pk=concept.pk).delete()
    purge_bijlagen()
    count_left(concept, now=now)


# --- A step that was sent when the login was over -----


def catch_stap(concept: Concept, *, stap: str, raw: Raw, until: datetime) -> str:
    """Keep what was typed apart from the draft, for nobody has shown whose it is. The id to find it with."""
    opvang = Opvang.objects.create(concept=concept, stap=stap, antwoorden=raw, expires_at=until)
    return str(opvang.pk)


def find_caught(concept: Concept, *, stap: str, id: str, now: datetime) -> Raw | None:
    """What was caught for this step of this draft; its owner is looking now."""
    try:
        pk = uuid_module.UUID(id)
    except ValueError:
        return None
    found = Opvang.objects.fresh(now=now).filter(pk=pk, concept=concept, stap=stap).first()
    return found.antwoorden if found else None


def purge_opvang(*, now: datetime) -> int:
    """Remove what nobody came back for. The number removed."""
    return Opvang.objects.filter(expires_at__lte=now).delete()[0]
