"""No longer than needed: drafts go, and personal data of what was delivered. AVG art. 5 lid 1 sub e.

An aanvraag that is not in the zaakregister yet, with all its files, is never wiped, however old it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from eloket.accounts.services import Niveau
from eloket.berichten.services import send_bericht
from eloket.bestanden.services import delete_bestand
from eloket.formulieren.models import (
    Aanvraag,
    Bijlage,
    Concept,
    FormulierVersie,
    Gebeurtenis,
    Logregel,
    Status,
)
from eloket.formulieren.services.storingen import in_a_gap
from eloket.formulieren.services.tellen import count_left

BEWAARDAGEN = 365  # for a form that says nothing of it
WAARSCHUWING = timedelta(days=3)
PER_KEER = 500  # a turn is short; the next one goes on


@dataclass(frozen=True, slots=True)
class Opgeruimd:
    """How many people were warned, drafts removed and aanvragen wiped; or would be, in a dry run."""

    gewaarschuwd: int
    verlopen: int
    gewist: int


def tidy(*, now: datetime, dry_run: bool = False) -> Opgeruimd:
    """Warn, remove and wipe what is due, with a line in the log for each. A dry run only counts."""
    due = (list(_due_for_warning(now=now)), list(_expired(now=now)), list(_due_for_wiping(now=now)))
    if dry_run:
        return Opgeruimd(*(len(each) for each in due))
    warn, remove, wipe = due
    return Opgeruimd(
        gewaarschuwd=sum(_warn(concept, now=now) for concept in warn),
        verlopen=_remove(remove, now=now),
        gewist=sum(wipe_aanvraag(aanvraag, now=now) for aanvraag in wipe),
    )


def _due_for_warning(*, now: datetime) -> Iterable[Concept]:
    """Only who asked to save it gave an address for this; after each warning that they heeded, again."""
    unwarned = Q(gewaarschuwd_at=None) | Q(gewaarschuwd_at__lt=F("expires_at") - WAARSCHUWING)
    soon = Concept.objects.filter(bewaard_at__isnull=False, expires_at__gt=now, niveau__lt=Niveau.BASIS)
    return (
        soon.filter(unwarned, expires_at__lte=now + WAARSCHUWING)
        .with_versie()
        .order_by("expires_at", "pk")[:PER_KEER]
    )


def _expired(*, now: datetime) -> Iterable[Concept]:
    due = Concept.objects.filter(expires_at__lte=now).exclude(in_a_gap(now=now)).with_versie()
    return due.order_by("expires_at", "pk")[:PER_KEER]


def _due_for_wiping(*, now: datetime) -> Iterator[Aanvraag]:
    """Each version says how long; there are few versions, and they are read once a process."""
    waiting = Aanvraag.objects.filter(status=Status.GEREGISTREERD, gewist_at=None)
    waiting = waiting.exclude(bijlagen__in=Bijlage.objects.undelivered())
    for versie in FormulierVersie.objects.filter(aanvragen__in=waiting).distinct().defer("inhoud"):
        before = now - timedelta(days=versie.definitie.bewaardagen or BEWAARDAGEN)
        due = waiting.filter(versie=versie, geregistreerd_at__lte=before)
        due = due.select_related("versie").defer("antwoorden", "versie__inhoud")
        yield from due.order_by("geregistreerd_at", "pk")[:PER_KEER]


def _warn(concept: Concept, *, now: datetime) -> bool:
    """Mail that the draft goes soon; the same warning twice is one mail."""
    slug = concept.versie.definitie.slug
    moment = timezone.localtime(concept.expires_at)  # noqa: TID251 — a given moment, no clock
    with transaction.atomic(), translation.override(concept.taal):
        link = reverse("formulieren:hervatten", kwargs={"slug": slug, "uuid": concept.pk})
        send_bericht(
            sjabloon="formulier_verloopt",
            email=concept.email,
            gegevens={
                "product": str(concept.versie.definitie.titel),
                "date": date_format(moment, "j F Y"),
                "link": settings.ELOKET_BASIS_URL + link,
            },
            taal=concept.taal,
            key=f"formulier_verloopt:{concept.pk}:{moment:%Y-%m-%d}",
            now=now,
        )
        Concept.objects.filter(pk=concept.pk).update(gewaarschuwd_at=now)
        _log(Gebeurtenis.GEWAARSCHUWD, slug, concept.pk, now=now)
    return True


def _remove(concepten: list[Concept], *, now: datetime) -> int:
    """Remove drafts that nobody can open any more; one that was prolonged in between stays."""
    removed = 0
    for concept in concepten:
        with transaction.atomic():
            gone, _each = Concept.objects.filter(pk=concept.pk, expires_at__lte=now).delete()
            if gone:
                count_left(concept, now=now)
                _log(Gebeurtenis.VERLOPEN, concept.versie.definitie.slug, concept.pk, now=now)
                removed += 1
    return removed


def wipe_aanvraag(aanvraag: Aanvraag, *, now: datetime) -> bool:
    """Empty all that says who it was and what they filled in; the number, the times and the zaak stay.

    False when it or one of its files is not registered, or when it was wiped already.
    """
    with transaction.atomic():
        if Bijlage.objects.undelivered().filter(aanvraag=aanvraag).exists():
            return False
        rows = Aanvraag.objects.filter(pk=aanvraag.pk, status=Status.GEREGISTREERD, gewist_at=None)
        wiped = rows.update(
            antwoorden={},
            eigenaar="",
            belanghebbende=None,
            belanghebbende_sleutel="",
            handelende=None,
            handelende_sleutel="",
            machtiging="",
            hoedanigheid="",
            namen=None,
            betreft=None,
            email="",
            kopie="",
            gewist_at=now,
        )
        if not wiped:
            return False
        Bijlage.objects.filter(aanvraag=aanvraag).update(aanvraag=None)  # swept with what is of nothing
        if aanvraag.kopie:
            delete_bestand(aanvraag.kopie)
        _log(Gebeurtenis.GEWIST, aanvraag.versie.definitie.slug, aanvraag.pk, now=now)
    return True


def _log(gebeurtenis: Gebeurtenis, slug: str, onderwerp: UUID, *, now: datetime) -> None:
    Logregel.objects.create(gebeurtenis=gebeurtenis, formulier=slug, onderwerp=onderwerp, at=now)
