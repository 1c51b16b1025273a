"""Units that somebody leaves. A scarce time is not there again at once, so that nobody can pass one on.

No clock works on a cooling: like a hold it ends when somebody needs the time after `tot`.
"""

import secrets
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from eloket.afspraken.backends.database.claims import Vak
from eloket.afspraken.models import Claim, Deel, Reservering, ReserveringStatus

KORTST = 5  # minutes


def cooling_until(schaars: bool, begin: datetime, *, minutes: int, now: datetime) -> datetime | None:
    """When it can be chosen again, by chance within so many minutes; None: at once."""
    if not schaars or begin <= now:
        return None
    seconds = KORTST * 60 + secrets.randbelow(max(1, (minutes - KORTST) * 60))
    return now + timedelta(seconds=seconds)


def leave(row: Reservering, oud: Iterable[Deel], nieuw: Vak, *, tot: datetime | None, now: datetime) -> None:
    """Give up what this reservering had and does not need any more; until `tot` nobody else has it.

    `oud`: its intervals until now. `nieuw`: its units from now on, which it has already.
    """
    delen = list(oud)
    left = Claim.objects.filter(reservering=row).exclude(
        agenda_id=nieuw.agenda, eenheid__gte=nieuw.begin, eenheid__lt=nieuw.eind
    )
    if tot is None:
        left.delete()
    else:
        koel = _make_cooling(row, tot, now)
        left.update(reservering=koel)
        Deel.objects.bulk_create(piece for deel in delen for piece in _without(deel, nieuw, koel))
    Deel.objects.filter(pk__in=[deel.pk for deel in delen]).delete()


def _make_cooling(row: Reservering, tot: datetime, now: datetime) -> Reservering:
    return Reservering.objects.create(
        status=ReserveringStatus.AFKOELEN,
        locatie_id=row.locatie_id,
        begin=row.begin,
        eind=row.eind,
        bezoek=row.bezoek,
        tot=tot,
        verzoek=uuid.uuid4().hex,
        gemaakt=now,
    )


def _without(deel: Deel, vak: Vak, koel: Reservering) -> Iterator[Deel]:
    """What remains of an interval when these units are taken out."""
    pieces = [(deel.begin, deel.eind)]
    if deel.agenda_id == vak.agenda:
        pieces = [(deel.begin, min(deel.eind, vak.begin)), (max(deel.begin, vak.eind), deel.eind)]
    for begin, eind in pieces:
        if begin < eind:
            yield Deel(
                reservering=koel,
                agenda_id=deel.agenda_id,
                locatie_id=deel.locatie_id,
                begin=begin,
                eind=eind,
            )
