"""Last days that fell in an outage, moved to the first working day after it."""

from datetime import date

from django.db import transaction

from eloket.zaken import models
from eloket.zaken.termijnen import Termijn, extend_for_storing


def extend(*, eerste: date, laatste: date) -> int:
    days = (eerste, laatste)
    open_ones = models.Verzoek.objects.filter(
        beantwoord_at__isnull=True, zaak__einddatum__isnull=True, hersteltermijn__range=days
    )
    besluiten = models.Besluit.objects.filter(uiterlijke_reactiedatum__range=days)
    with transaction.atomic():
        asked = list(open_ones.select_for_update(of=("self",)))
        decided = list(besluiten.select_for_update(of=("self",)))
        for verzoek in asked:
            _move_verzoek(verzoek, eerste, laatste)
        for besluit in decided:
            _move_besluit(besluit, eerste, laatste)
    return len(asked) + len(decided)


def _move_verzoek(row: models.Verzoek, eerste: date, laatste: date) -> None:
    """The clock stands still as long, unless it went on already: that is better for the aanvrager."""
    was, moved = row.hersteltermijn, _move(row.hersteltermijn, eerste, laatste)
    row.uitstel = [*row.uitstel, _note(was, eerste, laatste)]
    row.hersteltermijn = moved
    row.save(update_fields=["uitstel", "hersteltermijn"])
    stil = models.Opschorting.objects.filter(zaak=row.zaak_id, tot__isnull=True, hersteltermijn=was)
    stil.update(hersteltermijn=moved)


def _move_besluit(row: models.Besluit, eerste: date, laatste: date) -> None:
    was = row.uiterlijke_reactiedatum
    if was is not None:
        row.uitstel = [*row.uitstel, _note(was, eerste, laatste)]
        row.uiterlijke_reactiedatum = _move(was, eerste, laatste)
        row.save(update_fields=["uitstel", "uiterlijke_reactiedatum"])


def _move(dag: date, eerste: date, laatste: date) -> date:
    return extend_for_storing(Termijn(dag, dag, ()), eerste=eerste, laatste=laatste).einddatum


def _note(van: date, eerste: date, laatste: date) -> dict[str, str]:
    return {"van": van.isoformat(), "eerste": eerste.isoformat(), "laatste": laatste.isoformat()}
