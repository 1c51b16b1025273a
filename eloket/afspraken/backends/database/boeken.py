"""What is booked: move it, give it back, and look it up."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from eloket.afspraken.backends.base import Bereik, Boeking, OnbekendeBoeking, TijdBezet
from eloket.afspraken.backends.database import aanbod, houden, vasthouden
from eloket.afspraken.backends.database.afkoelen import cooling_until, leave
from eloket.afspraken.backends.database.bezoek import from_json, to_boeking, to_json
from eloket.afspraken.backends.database.kiezen import list_kandidaten
from eloket.afspraken.backends.database.vraag import Dagen
from eloket.afspraken.models import Afspraaklocatie, Deel, Reservering, ReserveringStatus
from eloket.lib.transactie import in_transaction


def reschedule(
    sleutel: str, locatie: str, begin: datetime, *, bereik: Bereik, cool: int, now: datetime
) -> Reservering:
    """Take the new units first, then give up the old ones: whoever fails keeps the old time.

    `cool`: within how many minutes a scarce time comes back. Errors: `TijdBezet`, `OnbekendeBoeking`.
    """
    row = _get_booked(sleutel)
    if (row.locatie.code, row.begin) == (locatie, begin):
        return row
    bezoek = replace(from_json(row.bezoek), bereik=bereik)
    found = aanbod.find_vraag(bezoek, locatie)
    if found is None:
        raise TijdBezet("this place can never give this visit")
    plaats, vraag = found
    kandidaten = list_kandidaten(plaats, vraag, begin, houder="", over=[row.pk], now=now)

    @in_transaction
    def write() -> Reservering:
        moved = _lock_booked(row.pk)
        old = list(Deel.objects.filter(reservering=moved))
        vak = vasthouden.take_first(kandidaten, moved, over=[moved.pk], now=now)
        tot = cooling_until(vraag.schaars, moved.begin, minutes=cool, now=now)
        leave(moved, old, vak, tot=tot, now=now)
        moved.locatie = Afspraaklocatie(pk=plaats.pk, code=plaats.code)
        moved.begin = begin
        moved.eind = begin + timedelta(minutes=vraag.minuten)
        moved.bezoek = to_json(bezoek)
        moved.save()
        return moved

    return write()


@in_transaction
def cancel(sleutel: str, *, cool: int, now: datetime) -> None:
    """Give the time back, a scarce one after a while; again is no error. Errors: `OnbekendeBoeking`."""
    row = houden.get(sleutel)
    found = aanbod.find_vraag(from_json(row.bezoek), row.locatie.code)
    tot = cooling_until(found is not None and found[1].schaars, row.begin, minutes=cool, now=now)
    status = ReserveringStatus.AFKOELEN if tot else ReserveringStatus.VRIJ
    kept = Reservering.objects.filter(pk=row.pk, status__in=houden.LEVEND)
    if kept.update(status=status, tot=tot, houder="") and not tot:
        vasthouden.give_up([row.pk])


def list_boekingen(locatie: str, dagen: Dagen) -> list[Boeking]:
    """Everything booked at a place, in order."""
    rows = Deel.objects.filter(
        locatie__code=locatie,
        begin__gte=dagen.begin,
        begin__lt=dagen.begin + dagen.lengte,
        reservering__status=ReserveringStatus.GEBOEKT,
    ).select_related("reservering__locatie", "agenda")
    booked = [to_boeking(deel.reservering, deel.agenda.naam) for deel in rows]
    return sorted(booked, key=lambda boeking: (boeking.begin, boeking.agenda))


def get_row(sleutel: str) -> Reservering:
    """What was booked under this key, also when it was cancelled. Errors: `OnbekendeBoeking`."""
    row = houden.get(sleutel)
    if row.status == ReserveringStatus.VASTGEHOUDEN:
        raise OnbekendeBoeking("held, not booked")
    return row


def get_boeking(row: Reservering) -> Boeking:
    """With the name of the agenda that serves; "" when its time was given back."""
    deel = Deel.objects.select_related("agenda").filter(reservering=row).first()
    return to_boeking(row, deel.agenda.naam if deel else "")


def _get_booked(sleutel: str) -> Reservering:
    row = houden.get(sleutel)
    if row.status != ReserveringStatus.GEBOEKT:
        raise OnbekendeBoeking("nothing is booked under this key")
    return row


def _lock_booked(pk: UUID) -> Reservering:
    booked = Reservering.objects.filter(pk=pk, status=ReserveringStatus.GEBOEKT)
    row = booked.select_for_update().first()
    if row is None:
        raise OnbekendeBoeking("cancelled at the same moment")
    return row
