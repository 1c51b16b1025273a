"""Drawings and papers beforehand: added while somebody fills in the afspraak, and then of that afspraak.

They are received as every file of people is: judged by what they hold, scanned, read anew, kept encrypted.
One that the scanner has not passed is given to nobody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import StreamingHttpResponse
from django.utils.translation import gettext, ngettext

from eloket.afspraken.models import Afspraakbijlage
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
    serve_bestand,
)
from eloket.website.services import Gekozen, show_grootte

MEESTE = 5
GRENZEN = Grenzen(soorten=("pdf", "jpeg", "png", "webp", "heic"), max_mb=25)
BEWAREN = timedelta(days=1)  # longer than any hold; then nobody comes back for them


class StukNotFound(Exception):
    """There is no such file with this afspraak."""


def add_stukken(houder: str, uploads: Sequence[Any], *, now: datetime) -> list[str]:
    """Add these uploads; the same file again changes nothing. What was not taken, in sentences.

    Looks at no more of them than may come along.
    """
    room = MEESTE - Afspraakbijlage.objects.waiting_for(houder).count()
    meldingen = [_add(houder, upload, now=now) for upload in uploads[: max(room, 0)]]
    if len(uploads) > room:
        meldingen.append(_too_many())
    return [melding for melding in dict.fromkeys(meldingen) if melding]


def remove_stuk(houder: str, id: str) -> None:
    """Take a file away again; nothing for one that is not of this holder."""
    with transaction.atomic():
        for bijlage in Afspraakbijlage.objects.waiting_for(houder):
            if str(bijlage.pk) == id:
                _remove(bijlage)


def list_gekozen(houder: str) -> list[Gekozen]:
    """What was added so far, as a page shows it. Two queries at most."""
    rows = list(Afspraakbijlage.objects.waiting_for(houder))
    infos = list_bestanden(str(row.bestand) for row in rows)
    return [_to_gekozen(row, infos[str(row.bestand)]) for row in rows if str(row.bestand) in infos]


def list_ids(houder: str) -> tuple[str, ...]:
    """The ids in bestanden of what goes along with the afspraak that is made now."""
    rows = Afspraakbijlage.objects.waiting_for(houder).values_list("bestand", flat=True)
    return tuple(str(bestand) for bestand in rows)


def purge_stukken(*, now: datetime, limit: int = 500) -> int:
    """Remove the files of afspraken that were never made. The number removed."""
    left = list(Afspraakbijlage.objects.left_behind(before=now - BEWAREN)[:limit])
    for bijlage in left:
        with transaction.atomic():
            _remove(bijlage)
    return len(left)


def list_stukken(afspraak: UUID) -> list[tuple[int, BestandInfo]]:
    """What came along with this afspraak, by the key of the bijlage. Two queries at most."""
    rows = list(Afspraakbijlage.objects.filter(afspraak=afspraak))
    infos = list_bestanden(str(row.bestand) for row in rows)
    return [(row.pk, infos[str(row.bestand)]) for row in rows if str(row.bestand) in infos]


def serve_stuk(afspraak: UUID, bijlage: int) -> StreamingHttpResponse:
    """The file, to save. The caller has checked who asks. Errors: `StukNotFound`, `BestandNotFound`."""
    found = Afspraakbijlage.objects.filter(afspraak=afspraak, pk=bijlage).first()
    if found is None:
        raise StukNotFound(str(bijlage))
    return serve_bestand(str(found.bestand))


def _add(houder: str, upload: Any, *, now: datetime) -> str:
    try:
        with inspect_upload(upload, grenzen=GRENZEN) as ontvangen:
            return _keep(houder, ontvangen, now=now)
    except UploadRefused as refused:
        return refused.melding


def _keep(houder: str, ontvangen: Ontvangen, *, now: datetime) -> str:
    """Row and file stand or fall together."""
    with transaction.atomic():
        rows = Afspraakbijlage.objects.select_for_update().waiting_for(houder)
        kept = list_bestanden(str(row.bestand) for row in rows)
        if len(kept) >= MEESTE:
            return _too_many()
        info = keep_upload(ontvangen, now=now)
        if info.sha256 in {each.sha256 for each in kept.values()}:  # a second press of the button
            delete_bestand(info.id)
            return ""
        Afspraakbijlage.objects.create(houder=houder, bestand=info.id, gemaakt=now)
    return ""


def _remove(bijlage: Afspraakbijlage) -> None:
    delete_bestand(str(bijlage.bestand))
    bijlage.delete()


def _to_gekozen(row: Afspraakbijlage, info: BestandInfo) -> Gekozen:
    opmerkingen = {
        Staat.WACHT.value: gettext("Wij controleren dit bestand nog op virussen. U kunt gewoon verder."),
        Staat.GEWEIGERD.value: gettext("Weggehaald: hier zat misschien een virus in."),
    }
    return Gekozen(
        id=str(row.pk),
        naam=info.naam,
        grootte=show_grootte(info.grootte),
        opmerking=opmerkingen.get(Staat(info.staat).value, ""),
    )


def _too_many() -> str:
    return (
        ngettext(
            "U kunt hier %d bestand meesturen. Verwijder dat eerst, als u een ander wilt sturen.",
            "U kunt hier niet meer dan %d bestanden meesturen. Verwijder er eerst een.",
            MEESTE,
        )
        % MEESTE
    )
