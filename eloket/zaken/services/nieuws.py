"""What happens to zaken in a register elsewhere: heard, looked up, told. As if it happened here.

A message of the register is a hint: it is kept as work, and a worker looks the zaak up. Messages come twice,
late, in another order or never, so what was told is remembered by status and besluit, and not by message.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from eloket.outbox.services import enqueue, publish
from eloket.zaken.backends import get_backend, list_bronnen
from eloket.zaken.backends.base import Meldingsoort, Nieuwsgevend, Status, Zaak, Zaaknieuws
from eloket.zaken.models import GevolgdeZaak, Nieuwssoort, Nieuwsstand
from eloket.zaken.services.geheugen import renew
from eloket.zaken.services.vertellen import tell_initiator
from eloket.zaken.termijnen import day_of

LOOK_UP = "zaken.look_up"
#: Of a zaak that nobody here knew, only this much of its past is news.
VERS = timedelta(days=7)
#: Another system may add the rol of the initiator just after the first status.
ROL_KOMT_NOG = timedelta(minutes=10)
#: So often at most the moment is written at which the register told something.
GEHOORD_SECONDEN = 60


def get_teller() -> Nieuwsgevend | None:
    """The register that tells what changes, when there is one. Errors: `RegisterMisconfigured`."""
    found = (bron.register for bron in list_bronnen() if isinstance(bron.register, Nieuwsgevend))
    return next(found, None)


# --- Hearing -----


def admits_melding(autorisatie: str) -> bool:
    """Whether this header proves that the register is calling."""
    teller = get_teller()
    return teller is not None and teller.admits(autorisatie)


def receive_melding(content: Mapping[str, Any], *, now: datetime) -> None:
    """Keep what it is about as work; the same message again changes nothing. Ask `admits_melding` first.

    Errors: `InvalidMelding`.
    """
    teller = get_teller()
    melding = teller.read_melding(content) if teller else None
    if melding is None:
        return
    with transaction.atomic():
        _note_gehoord(now)
        _renew_zaak(melding.id)
        if melding.soort is not Meldingsoort.WIJZIGING:  # of that nobody is told
            plan_look_up(melding.soort, melding.id, kenmerk=melding.kenmerk, now=now)


def _renew_zaak(id: str) -> None:
    """Whoever opens this zaak reads what it is now. Of a besluit the worker finds out which zaak it is."""
    for number in GevolgdeZaak.objects.filter(register_id=id).values_list("identificatie", flat=True):
        renew(identificatie=number)


def plan_look_up(
    soort: Meldingsoort, id: str, *, kenmerk: str, now: datetime, not_before: datetime | None = None
) -> None:
    """Let a worker look it up; once for each `kenmerk`."""
    key = f"{LOOK_UP}:{soort}:{id}:{kenmerk}"
    ids = {"soort": soort.value, "id": id}
    enqueue(handler=LOOK_UP, ids=ids, key=key, now=now, not_before=not_before)


def _note_gehoord(now: datetime) -> None:
    """For `eloket check zgw`. A register that tells much does not make us write each time."""
    stand, _is_new = Nieuwsstand.objects.get_or_create(pk=1)
    if stand.gehoord_at is None or stand.gehoord_at < now - timedelta(seconds=GEHOORD_SECONDEN):
        Nieuwsstand.objects.filter(pk=1).update(gehoord_at=now)


# --- Following -----


def follow_zaak(identificatie: str, *, now: datetime) -> None:
    """Hear of this new zaak from now on, also when no message of it arrives.

    Nothing for a register of our own.
    """
    if isinstance(get_backend(), Nieuwsgevend):
        GevolgdeZaak.objects.get_or_create(
            identificatie=identificatie, defaults={"nieuws_vanaf": day_of(now)}
        )


# --- Looking up and telling -----


def look_up(soort: Meldingsoort, id: str, *, now: datetime) -> None:
    """Look up what a message is about, and tell what is new. Errors: those of the register."""
    teller = get_teller()
    if teller is None:  # the gemeente went back to the register of eloket
        return
    if soort is Meldingsoort.CATALOGUS:
        teller.forget_catalogus()
        return
    nieuws = teller.get_nieuws(soort, id, op=day_of(now))
    if nieuws is not None:
        take_nieuws(nieuws, now=now)


@transaction.atomic
def take_nieuws(nieuws: Zaaknieuws, *, now: datetime) -> None:
    """Publish and tell what was not told before; again changes nothing.

    Publishes `zaak.status_gezet` and `zaak.besluit_bekend`, as the built-in register does.
    """
    zaak = nieuws.zaak
    gevolgd, is_new = GevolgdeZaak.objects.get_or_create(
        identificatie=zaak.identificatie, defaults={"nieuws_vanaf": day_of(now - VERS)}
    )
    if is_new and nieuws.initiator is None and not zaak.email:
        again = now + ROL_KOMT_NOG
        plan_look_up(Meldingsoort.ZAAK, nieuws.id, kenmerk="rol", now=now, not_before=again)
        return
    renew(voor=nieuws.initiator, identificatie=zaak.identificatie)
    _take_statussen(gevolgd, nieuws, now=now)
    _take_besluiten(gevolgd, nieuws, now=now)
    _plan_straks(nieuws, now=now)
    renew(voor=nieuws.initiator, identificatie=zaak.identificatie)
    GevolgdeZaak.objects.filter(pk=gevolgd.pk).update(
        register_id=nieuws.id,
        status=zaak.status.id if zaak.status else "",
        gesloten_op=zaak.einddatum,
        stand_at=now,
        bekeken_at=now,
    )


def _take_statussen(gevolgd: GevolgdeZaak, nieuws: Zaaknieuws, *, now: datetime) -> None:
    zaak = nieuws.zaak
    fresh = [
        status
        for status in zaak.statussen
        if status.id not in nieuws.eigen
        and day_of(status.gezet_op) >= gevolgd.nieuws_vanaf
        and gevolgd.note(Nieuwssoort.STATUS, status.id, now=now)
    ]
    for status in fresh:
        publish("zaak.status_gezet", zaak.identificatie, now=now, key=status.id)
    if (last := _last_to_tell(zaak, fresh)) is not None:
        sjabloon = "zaak_gesloten" if last.statustype.is_eind else "zaak_status"
        tell_initiator(zaak, nieuws.initiator, sjabloon, key=last.id, now=now)


def _last_to_tell(zaak: Zaak, fresh: list[Status]) -> Status | None:
    """One message for all that is new; none for a step that came late, after a later one was told."""
    known = [status.gezet_op for status in zaak.statussen if status not in fresh]
    later = [status for status in fresh if not known or status.gezet_op > max(known)]
    return next((status for status in reversed(later) if status.statustype.informeren), None)


def _take_besluiten(gevolgd: GevolgdeZaak, nieuws: Zaaknieuws, *, now: datetime) -> None:
    number = nieuws.zaak.identificatie
    for besluit in nieuws.besluiten:
        if besluit.verzenddatum is None or besluit.verzenddatum < gevolgd.nieuws_vanaf:
            continue
        if gevolgd.note(Nieuwssoort.BESLUIT, besluit.identificatie, now=now):
            publish("zaak.besluit_bekend", number, now=now, key=besluit.identificatie)
            tell_initiator(
                nieuws.zaak,
                nieuws.initiator,
                "zaak_besluit",
                key=besluit.identificatie,
                uiterlijk=besluit.uiterlijke_reactiedatum,
                now=now,
            )


def _plan_straks(nieuws: Zaaknieuws, *, now: datetime) -> None:
    """A besluit with a verzenddatum to come is made known on that day, and no message says so."""
    if nieuws.straks is not None:
        begin = datetime.combine(nieuws.straks, time.min, tzinfo=timezone.get_default_timezone())
        kenmerk = f"straks-{nieuws.straks}"
        plan_look_up(Meldingsoort.ZAAK, nieuws.id, kenmerk=kenmerk, now=now, not_before=begin)
