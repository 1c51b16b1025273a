"""Making, moving and cancelling an afspraak: its time at the agenda, its own row, and what others hear of it.

The order of locks: the contact (only where a soort has a limit), the afspraak, then what the agenda locks.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import (
    AfsprakenError,
    Bereik,
    Bezoek,
    Boeking,
    Houvast,
    Klant,
    TijdBezet,
)
from eloket.afspraken.models import Afspraak, AfspraakStatus
from eloket.afspraken.services.gegevens import NieuweAfspraak, read_contact, to_klant
from eloket.afspraken.services.grens import lock_contact, require_room
from eloket.afspraken.services.lezen import AfspraakInfo, AfspraakNotFound, get_afspraak
from eloket.afspraken.services.melden import tell_cancelled, tell_moved
from eloket.afspraken.services.opslaan import insert_afspraak, note_voorval
from eloket.afspraken.services.plaatsen import Plaats, find_plaats
from eloket.afspraken.services.systemen import confirm_keuze
from eloket.afspraken.services.vasthouden import get_houvast
from eloket.lib.transactie import in_transaction
from eloket.outbox.services import publish

VERZET = "verzet"


class NietTeWijzigen(AfsprakenError):
    """It was cancelled, it is over, or somebody is already there."""


def book_afspraak(nieuw: NieuweAfspraak, *, now: datetime) -> AfspraakInfo:
    """Make the afspraak; for the same form once, and for the same houvast once. Publishes `afspraak.geboekt`.

    Errors: `TeVeelAfspraken`, `TijdBezet`, `Vol`, `OnbekendeBoeking`, `NietBereikbaar`.
    """
    made = _find_made(nieuw.verzoek)
    if made is None:
        plaats = _require_plaats(nieuw.locatie)
        houvast = get_houvast(nieuw.houvast, nieuw.locatie)
        try:
            made = _book(nieuw, plaats, houvast, now)
        except IntegrityError:  # the same form, sent twice at once
            made = _find_made(nieuw.verzoek)
            if made is None:
                raise
    return get_afspraak(made)


def move_afspraak(
    id: UUID, locatie: str, begin: datetime, *, door: str, bereik: Bereik, now: datetime
) -> AfspraakInfo:
    """Another time or place, under the same reference; the same one again changes nothing.

    `door`: the login name of the employee, "" for who comes. When it fails the old time stands. Publishes
    `afspraak.verzet`. Errors: `AfspraakNotFound`, `NietTeWijzigen`, `TijdBezet`, `Vol`, `NietBereikbaar`.
    """
    naar = _require_plaats(locatie)
    _move(id, naar, begin, door, bereik, now)
    return get_afspraak(id)


def cancel_afspraak(id: UUID, *, door: str, now: datetime) -> AfspraakInfo:
    """Give the time back; again is no error. `door` as in `move_afspraak`. Publishes `afspraak.geannuleerd`.

    Errors: `AfspraakNotFound`, `NietTeWijzigen`, `NietBereikbaar`.
    """
    _cancel(id, door, now)
    return get_afspraak(id)


def get_bezoek(id: UUID, *, bereik: Bereik) -> Bezoek:
    """What to ask an agenda for another time for this afspraak.

    Errors: `AfspraakNotFound`, `OnbekendeBoeking`, `NietBereikbaar`.
    """
    row = Afspraak.objects.select_related("locatie").filter(pk=id).first()
    if row is None:
        raise AfspraakNotFound(str(id))
    bezoek = get_backend(row.locatie.systeem).get(row.boeking).bezoek
    return replace(bezoek, bereik=bereik)


def _book(nieuw: NieuweAfspraak, plaats: Plaats, houvast: Houvast, now: datetime) -> UUID:
    if get_backend(plaats.systeem).in_transaction:
        return _write(nieuw, plaats, houvast, None, now)
    _require_room(nieuw, houvast, now)
    # No transaction waits for another system. The same form, sent again, gets the same time there.
    return _write(nieuw, plaats, houvast, _confirm(nieuw, plaats, houvast, now), now)


@in_transaction
def _require_room(nieuw: NieuweAfspraak, houvast: Houvast, now: datetime) -> None:
    """Employees may make one more than the limit: they see for whom."""
    if not nieuw.medewerker:
        require_room(houvast.bezoek, nieuw.contact, now=now)


@in_transaction
def _write(
    nieuw: NieuweAfspraak, plaats: Plaats, houvast: Houvast, boeking: Boeking | None, now: datetime
) -> UUID:
    """The afspraak and, at our own agenda, its time: both or neither. `boeking`: what is booked already."""
    lock_contact(nieuw.contact)
    made = _find_made(nieuw.verzoek)
    if made is not None:
        return made
    booked = boeking or _confirm(nieuw, plaats, houvast, now)
    made = _find_booked(plaats, booked)
    if made is not None:
        return made
    if boeking is None:
        _require_room(nieuw, houvast, now)
    return insert_afspraak(nieuw, plaats, booked, now=now)


def _confirm(nieuw: NieuweAfspraak, plaats: Plaats, houvast: Houvast, now: datetime) -> Boeking:
    klant = to_klant(nieuw.contact)
    return confirm_keuze(plaats.systeem, houvast, klant=klant, verzoek=nieuw.verzoek, now=now)


@in_transaction
def _move(id: UUID, naar: Plaats, begin: datetime, door: str, bereik: Bereik, now: datetime) -> None:
    row = _lock_open(id, now)
    if (row.locatie.code, row.begin) == (naar.code, begin):
        return
    boeking = _rebook(row, naar, begin, bereik, now)
    oud = row.begin
    row.locatie_id = naar.id
    row.begin, row.eind, row.boeking = boeking.begin, boeking.eind, boeking.sleutel
    row.versie += 1
    row.save(update_fields=["locatie", "begin", "eind", "boeking", "versie"])
    note_voorval(row, VERZET, door=door, now=now, oud_begin=oud, nieuw_begin=row.begin)
    tell_moved(row, now=now)
    publish("afspraak.verzet", str(row.pk), key=str(row.versie), now=now)


def _rebook(row: Afspraak, naar: Plaats, begin: datetime, bereik: Bereik, now: datetime) -> Boeking:
    """At the same system it moves; between two the new time comes first."""
    backend = get_backend(row.locatie.systeem)
    if naar.systeem == row.locatie.systeem:
        return backend.reschedule(row.boeking, naar.code, begin, bereik=bereik, now=now)
    bezoek = replace(backend.get(row.boeking).bezoek, bereik=bereik, agenda="")
    contact = read_contact(row.contact)
    klant = to_klant(contact) if contact else Klant()
    verzoek = f"{row.pk.hex}{row.versie + 1}"
    boeking = get_backend(naar.systeem).create(
        bezoek, naar.code, begin, klant=klant, verzoek=verzoek, now=now
    )
    backend.cancel(row.boeking, now=now)
    return boeking


@in_transaction
def _cancel(id: UUID, door: str, now: datetime) -> None:
    row = _lock(id)
    if row.status == AfspraakStatus.GEANNULEERD:
        return
    _require_open(row, now)
    get_backend(row.locatie.systeem).cancel(row.boeking, now=now)
    row.status, row.geannuleerd = AfspraakStatus.GEANNULEERD, now
    row.versie += 1
    row.save(update_fields=["status", "geannuleerd", "versie"])
    note_voorval(row, AfspraakStatus.GEANNULEERD, door=door, now=now, oud_begin=row.begin)
    tell_cancelled(row, now=now)
    publish("afspraak.geannuleerd", str(row.pk), now=now)


def _lock_open(id: UUID, now: datetime) -> Afspraak:
    row = _lock(id)
    _require_open(row, now)
    return row


def _lock(id: UUID) -> Afspraak:
    rows = Afspraak.objects.select_related("locatie").select_for_update(of=("self",))
    row = rows.filter(pk=id).first()
    if row is None:
        raise AfspraakNotFound(str(id))
    return row


def _require_open(row: Afspraak, now: datetime) -> None:
    if row.status != AfspraakStatus.GEBOEKT or row.begin <= now:
        raise NietTeWijzigen(row.status)


def _require_plaats(code: str) -> Plaats:
    plaats = find_plaats(code)
    if plaats is None:
        raise TijdBezet("the place is not in use any more")
    return plaats


def _find_made(verzoek: str) -> UUID | None:
    return Afspraak.objects.filter(verzoek=verzoek).values_list("pk", flat=True).first()


def _find_booked(plaats: Plaats, boeking: Boeking) -> UUID | None:
    """Somebody who went back and sent the details once more, on a form anew, has this afspraak already."""
    rows = Afspraak.objects.filter(locatie__systeem=plaats.systeem, boeking=boeking.sleutel)
    return rows.values_list("pk", flat=True).first()
