"""A time that is kept while somebody fills in their name: hold, prolong, confirm, release."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from eloket.afspraken.backends.base import Bezoek, OnbekendeBoeking, TijdBezet, Vol
from eloket.afspraken.backends.database import aanbod, vasthouden
from eloket.afspraken.backends.database.bezoek import to_json
from eloket.afspraken.backends.database.kiezen import list_kandidaten
from eloket.afspraken.backends.database.open import is_open
from eloket.afspraken.models import Afspraaklocatie, Reservering, ReserveringStatus
from eloket.lib.transactie import in_transaction
from eloket.lib.versleuteling import keyed_hash

LANGST = timedelta(minutes=150)  # ten times as long as a hold lasts, as WCAG 2.2.1 has it
LEVEND = (ReserveringStatus.VASTGEHOUDEN, ReserveringStatus.GEBOEKT)


def keep(
    bezoek: Bezoek,
    locatie: str,
    begin: datetime,
    *,
    status: ReserveringStatus,
    tot: datetime | None,
    houder: str,
    verzoek: str,
    now: datetime,
) -> Reservering:
    """A row with its units, held or booked at once; for the same `verzoek` once. Errors: `TijdBezet`, `Vol`.

    Who is free is looked up before the transaction, which then only writes: many who come at once wait for
    each other as short as can be.
    """
    found = aanbod.find_vraag(bezoek, locatie)
    if found is None:
        raise Vol("this place can never give this visit")
    earlier = _find_earlier(verzoek, bezoek, locatie, begin)
    if earlier is not None:
        return earlier
    plaats, vraag = found
    kandidaten = list_kandidaten(plaats, vraag, begin, houder=houder, now=now)
    if not kandidaten:
        raise TijdBezet("nobody is free then")
    nieuw = Reservering(
        status=status,
        locatie=Afspraaklocatie(pk=plaats.pk, code=plaats.code),
        begin=begin,
        eind=begin + timedelta(minutes=vraag.minuten),
        bezoek=to_json(bezoek),
        tot=tot,
        houder=keyed_hash(houder) if houder else "",
        verzoek=verzoek,
        gemaakt=now,
    )

    @in_transaction
    def write() -> Reservering:
        own = vasthouden.lock_own(houder)
        if not _insert(nieuw):
            return _get_by_verzoek(verzoek)
        vasthouden.take_first(kandidaten, nieuw, over=own, now=now)
        vasthouden.give_up(own)
        return nieuw

    return write()


def get(sleutel: str) -> Reservering:
    """The row with its place, whatever became of it. Errors: `OnbekendeBoeking`."""
    try:
        return Reservering.objects.select_related("locatie").get(pk=UUID(sleutel))
    except (Reservering.DoesNotExist, ValueError):
        raise OnbekendeBoeking("no such key") from None


def get_live(sleutel: str) -> Reservering:
    """The row as long as its time is theirs. Errors: `TijdBezet`, `OnbekendeBoeking`."""
    row = get(sleutel)
    if row.status not in LEVEND:
        raise TijdBezet("given up, or somebody else needed it")
    return row


def prolong(sleutel: str, *, minutes: int, now: datetime) -> Reservering:
    """Keep it so many minutes from now, but not for ever. Errors: `TijdBezet`, `OnbekendeBoeking`."""
    row = get_live(sleutel)
    tot = min(now + timedelta(minutes=minutes), row.gemaakt + LANGST)
    held = Reservering.objects.filter(pk=row.pk, status=ReserveringStatus.VASTGEHOUDEN)
    held.filter(tot__lt=tot).update(tot=tot)
    return get_live(sleutel)


@in_transaction
def confirm(sleutel: str, *, now: datetime) -> Reservering:
    """From held to booked, in one compare-and-set; again is no error.

    The clock does not end a hold. That the time came, or that the place closed, does. Errors: `TijdBezet`,
    `OnbekendeBoeking`.
    """
    row = get_live(sleutel)
    if row.status == ReserveringStatus.GEBOEKT:
        return row
    if row.begin <= now or not is_open(row, now=now):
        raise TijdBezet("the time has come, or the place is closed then")
    held = Reservering.objects.filter(pk=row.pk, status=ReserveringStatus.VASTGEHOUDEN)
    held.update(status=ReserveringStatus.GEBOEKT, tot=None, houder="")
    return get_live(sleutel)


@in_transaction
def release(sleutel: str) -> None:
    """Give up a hold; nothing happens to a booking, or when it is gone."""
    try:
        row = get(sleutel)
    except OnbekendeBoeking:
        return
    held = Reservering.objects.filter(pk=row.pk, status=ReserveringStatus.VASTGEHOUDEN)
    if held.update(status=ReserveringStatus.VRIJ, tot=None, houder=""):
        vasthouden.give_up([row.pk])


def _find_earlier(verzoek: str, bezoek: Bezoek, locatie: str, begin: datetime) -> Reservering | None:
    """What this form made before. With another choice, or when its time is gone, the form is used anew."""
    row = Reservering.objects.select_related("locatie").filter(verzoek=verzoek).first()
    if row is None:
        return None
    same = (row.locatie.code, row.begin, row.bezoek) == (locatie, begin, to_json(bezoek))
    if same and row.status in LEVEND:
        return row
    vasthouden.free_key(row)
    return None


def _get_by_verzoek(verzoek: str) -> Reservering:
    return Reservering.objects.select_related("locatie").get(verzoek=verzoek)


def _insert(nieuw: Reservering) -> bool:
    """False when the same form was sent twice at once, and the other was first."""
    try:
        with transaction.atomic():
            nieuw.save(force_insert=True)
    except IntegrityError:
        return False
    return True
