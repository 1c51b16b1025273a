"""The rows of an afspraak: who comes, for what, and what happened to it."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from eloket.afspraken.backends.base import Bezoek, Boeking
from eloket.afspraken.models import (
    Afspraak,
    Afspraakbijlage,
    Afspraakregel,
    Afspraaksoort,
    AfspraakStatus,
    Voorval,
)
from eloket.afspraken.services.contactsleutels import email_sleutel, telefoon_sleutel
from eloket.afspraken.services.gegevens import NieuweAfspraak
from eloket.afspraken.services.melden import tell_booked
from eloket.afspraken.services.plaatsen import Plaats
from eloket.afspraken.services.referentie import mint_referentie
from eloket.afspraken.services.zoeken import list_adviseurs
from eloket.lib.partij import Identificerend, to_dict, zoeksleutel
from eloket.outbox.services import publish

POGINGEN = 5  # at a reference that nobody has


def insert_afspraak(nieuw: NieuweAfspraak, plaats: Plaats, boeking: Boeking, *, now: datetime) -> UUID:
    """Inside the transaction that books its time. Publishes `afspraak.geboekt`.

    Errors: `IntegrityError` when the same form made one already.
    """
    row = _save_with_referentie(_to_row(nieuw, plaats, boeking, now))
    soorten = {
        soort.code: soort
        for soort in Afspraaksoort.objects.filter(code__in=[regel.soort for regel in boeking.bezoek.regels])
    }
    Afspraakregel.objects.bulk_create(
        Afspraakregel(afspraak=row, soort=soorten[regel.soort], personen=regel.personen)
        for regel in boeking.bezoek.regels
    )
    Afspraakbijlage.objects.filter(afspraak=None, bestand__in=nieuw.bijlagen).update(afspraak=row, houder="")
    note_voorval(row, AfspraakStatus.GEBOEKT, door=nieuw.medewerker, now=now, nieuw_begin=row.begin)
    tell_booked(row, now=now)
    publish("afspraak.geboekt", str(row.pk), now=now)
    return row.pk


def _to_row(nieuw: NieuweAfspraak, plaats: Plaats, boeking: Boeking, now: datetime) -> Afspraak:
    return Afspraak(
        locatie_id=plaats.id,
        kanaal=boeking.bezoek.kanaal,
        begin=boeking.begin,
        eind=boeking.eind,
        boeking=boeking.sleutel,
        agenda_naam=_tell_adviseur(boeking.bezoek, plaats),
        taal=nieuw.taal,
        doelgroep=nieuw.doelgroep,
        contact=asdict(nieuw.contact),
        bedrijf=asdict(nieuw.bedrijf) if nieuw.bedrijf else None,
        bezoekers=[asdict(bezoeker) for bezoeker in nieuw.bezoekers] or None,
        email_sleutel=email_sleutel(nieuw.contact.email),
        telefoon_sleutel=telefoon_sleutel(nieuw.contact.telefoon),
        belanghebbende=_to_dict(nieuw.belanghebbende),
        belanghebbende_sleutel=_to_sleutel(nieuw.belanghebbende),
        handelende=_to_dict(nieuw.handelende),
        handelende_sleutel=_to_sleutel(nieuw.handelende),
        aanmeldkanaal=nieuw.aanmeldkanaal,
        bevestiging=nieuw.bevestiging,
        medewerker=nieuw.medewerker,
        zaak=nieuw.zaak,
        verzoek=nieuw.verzoek,
        gemaakt=now,
    )


def _save_with_referentie(row: Afspraak) -> Afspraak:
    """Under a reference that nobody has. Errors: `IntegrityError` when its form made one already."""
    for _attempt in range(POGINGEN):
        row.referentie = mint_referentie()
        if not Afspraak.objects.filter(referentie=row.referentie).exists():
            break
    with transaction.atomic():
        row.save(force_insert=True)
    return row


def note_voorval(
    row: Afspraak,
    wat: str,
    *,
    door: str,
    now: datetime,
    oud_begin: datetime | None = None,
    nieuw_begin: datetime | None = None,
) -> None:
    """What happened to it, when and by whom."""
    Voorval.objects.create(
        afspraak=row, op=now, wat=wat, door=door, oud_begin=oud_begin, nieuw_begin=nieuw_begin
    )


def _tell_adviseur(bezoek: Bezoek, plaats: Plaats) -> str:
    if not bezoek.agenda:
        return ""
    named = (each.naam for each in list_adviseurs(bezoek, plaats.code) if each.sleutel == bezoek.agenda)
    return next(named, "")


def _to_dict(partij: Identificerend | None) -> dict[str, Any] | None:
    return to_dict(partij) if partij else None


def _to_sleutel(partij: Identificerend | None) -> str:
    return zoeksleutel(partij) if partij else ""
