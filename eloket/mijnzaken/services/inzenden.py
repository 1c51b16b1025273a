"""Drafting and sending what goes to a zaak: words and files."""

import uuid as uuid_module
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext, ngettext

from eloket.bestanden.services import (
    BestandInfo,
    Grenzen,
    Ontvangen,
    Staat,
    UploadRefused,
    delete_bestand,
    inspect_upload,
    keep_upload,
    list_bestanden,
)
from eloket.lib import partij
from eloket.mijnzaken.models import Inzending, Inzendingsbestand, Stand
from eloket.mijnzaken.services.bezorgen import deliver_at_once
from eloket.mijnzaken.services.inzender import Inzender

GRENZEN = Grenzen()
MAX_AANTAL = 5
LONGEST = 20_000  # of words in a draft; what the register takes at most is said in the form


class AlreadySent(Exception):
    """This was sent before: a second press of the button, another tab, or somebody else of the business."""


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file of a draft, or one that was sent and refused afterwards."""

    id: str
    info: BestandInfo

    @property
    def is_refused(self) -> bool:
        return self.info.staat == Staat.GEWEIGERD


@dataclass(frozen=True, slots=True)
class Onderweg:
    """What was sent and of which the sender must hear: it waits for the register, or a file was refused."""

    verzoek: str
    verstuurd_op: datetime
    is_bezorgd: bool
    geweigerd: tuple[str, ...]


def find_concept(inzender: Inzender, *, zaak: str, verzoek: str) -> Inzending | None:
    rows = Inzending.objects.visible_to(inzender.sleutels)
    return rows.filter(zaak=zaak, verzoek=verzoek, stand=Stand.CONCEPT).first()


def is_sent(*, zaak: str, verzoek: str) -> bool:
    """Whether this question has an answer here, of whoever; never for documents without a question."""
    return bool(verzoek) and Inzending.objects.sent().filter(zaak=zaak, verzoek=verzoek).exists()


def open_concept(
    inzender: Inzender, uuid: uuid_module.UUID, *, zaak: str, verzoek: str, now: datetime
) -> Inzending:
    """The draft of this page, or a new one. Errors: `AlreadySent`."""
    known = Inzending.objects.filter(pk=uuid).first()
    if (known and known.stand != Stand.CONCEPT) or is_sent(zaak=zaak, verzoek=verzoek):
        raise AlreadySent(str(uuid))
    return (
        known
        or find_concept(inzender, zaak=zaak, verzoek=verzoek)
        or _create(inzender, uuid, zaak, verzoek, now)
    )


def _create(inzender: Inzender, uuid: uuid_module.UUID, zaak: str, verzoek: str, now: datetime) -> Inzending:
    fields = {
        "zaak": zaak,
        "verzoek": verzoek,
        "eigenaar": inzender.sleutels[0],
        "partij": partij.to_dict(inzender.voor),
        "created_at": now,
        "updated_at": now,
    }
    try:
        with transaction.atomic():
            return Inzending.objects.get_or_create(pk=uuid, defaults=fields)[0]
    except IntegrityError:  # another tab made one at this very moment
        found = find_concept(inzender, zaak=zaak, verzoek=verzoek)
        if found is None:
            raise AlreadySent(str(uuid)) from None
        return found


def save_tekst(inzending: Inzending, tekst: str, *, now: datetime) -> None:
    """Keep what was typed, right or wrong. Nothing happens to what was sent meanwhile."""
    inzending.tekst = tekst[:LONGEST]
    rows = Inzending.objects.filter(pk=inzending.pk, stand=Stand.CONCEPT)
    rows.update(tekst=inzending.tekst, updated_at=now)


def submit(inzending: Inzending, *, now: datetime) -> None:
    """Send the draft, once; the words and files of it stand in the database already. Errors: `AlreadySent`.

    It goes to the register at once where that is one transaction with us, else by the worker: a register that
    is away takes nothing from what was sent.
    """
    with transaction.atomic():
        _claim(inzending, now=now)
        deliver_at_once(inzending, now=now)


def _claim(inzending: Inzending, *, now: datetime) -> None:
    """For one caller only. Errors: `AlreadySent`, also when somebody else answered the same question."""
    draft = Inzending.objects.filter(pk=inzending.pk, stand=Stand.CONCEPT)
    try:
        with transaction.atomic():
            claimed = draft.update(stand=Stand.VERSTUURD, verstuurd_at=now, updated_at=now)
    except IntegrityError:
        raise AlreadySent(str(inzending.pk)) from None
    if not claimed:
        raise AlreadySent(str(inzending.pk))


# --- Files -----


def list_bijlagen(inzending: Inzending | None) -> list[Bijlage]:
    """The files of a draft, in the order in which they were added. Two queries at most."""
    rows = list(inzending.bestanden.all()) if inzending else []
    infos = list_bestanden(row.bestand for row in rows)
    return [Bijlage(str(row.pk), infos[row.bestand]) for row in rows if row.bestand in infos]


def add_bijlagen(inzending: Inzending, uploads: Sequence[Any], *, now: datetime) -> list[str]:
    """Add these files; the same one again changes nothing. What was not taken, in sentences."""
    room = max(MAX_AANTAL - inzending.bestanden.count(), 0)
    meldingen = [_add(inzending, upload, now=now) for upload in uploads[:room]]
    if len(uploads) > room:
        meldingen.append(_too_many())
    return [melding for melding in dict.fromkeys(meldingen) if melding]


def _add(inzending: Inzending, upload: Any, *, now: datetime) -> str:
    try:
        with inspect_upload(upload, grenzen=GRENZEN) as ontvangen:
            return _keep(inzending, ontvangen, now=now)
    except UploadRefused as refused:
        return refused.melding


def _keep(inzending: Inzending, ontvangen: Ontvangen, *, now: datetime) -> str:
    """Row and file stand or fall together, behind a lock on the draft that two tabs share."""
    try:
        with transaction.atomic():
            locked = Inzending.objects.select_for_update().filter(pk=inzending.pk, stand=Stand.CONCEPT)
            if not locked.exists():
                return gettext("U heeft dit al verstuurd. Dit bestand gaat niet meer mee.")
            if inzending.bestanden.count() >= MAX_AANTAL:
                return _too_many()
            info = keep_upload(ontvangen, now=now)
            inzending.bestanden.create(bestand=info.id, sha256=info.sha256, created_at=now)
    except IntegrityError:  # this very file was added before
        return ""
    return ""


def _too_many() -> str:
    return (
        ngettext(
            "U kunt hier %d bestand meesturen. Verwijder dat eerst, als u een ander wilt sturen.",
            "U kunt hier niet meer dan %d bestanden meesturen. Verwijder er eerst een.",
            MAX_AANTAL,
        )
        % MAX_AANTAL
    )


def remove_bijlage(inzending: Inzending, id: str) -> None:
    """Take a file away from a draft; what is no file of it is left alone."""
    try:
        uuid = uuid_module.UUID(id)
    except ValueError:
        return
    with transaction.atomic():
        row = Inzendingsbestand.objects.select_for_update().filter(
            pk=uuid, inzending=inzending, inzending__stand=Stand.CONCEPT
        )
        for found in row:
            delete_bestand(found.bestand)
            found.delete()


# --- Afterwards -----


def list_onderweg(inzender: Inzender, *, zaak: str) -> list[Onderweg]:
    """What this login sent to this zaak and must hear of. One query for who waits for nothing."""
    rows = Inzending.objects.visible_to(inzender.sleutels).filter(zaak=zaak).to_tell()
    return [_to_onderweg(row) for row in rows.order_by("created_at")]


def _to_onderweg(row: Inzending) -> Onderweg:
    refused = (bijlage.info.naam for bijlage in list_bijlagen(row) if bijlage.is_refused)
    return Onderweg(
        row.verzoek,
        row.verstuurd_at or row.updated_at,
        row.stand == Stand.BEZORGD,
        tuple(refused),
    )


def list_zaken_onderweg(inzender: Inzender, *, zaken: Sequence[str]) -> set[str]:
    """Those of these zaken to which this login sent an answer that the register does not have yet."""
    rows = Inzending.objects.visible_to(inzender.sleutels).filter(zaak__in=zaken, stand=Stand.VERSTUURD)
    return set(rows.exclude(verzoek="").values_list("zaak", flat=True))
