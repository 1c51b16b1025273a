"""A table between reading and taking over, kept here: the browser brings no amounts back."""

import hashlib
import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from eloket.betalingen.models import Tabelconcept
from eloket.betalingen.tabel.lezen import Melding, Tabel, Tabelrij

WACHT = timedelta(days=60)  # a table that nobody confirmed
BEWAAR = timedelta(days=400)  # one that was taken over; Wagtail's log keeps the rest


def store_concept(tabel: Tabel, *, bestandsnaam: str, user: Any, now: datetime) -> Tabelconcept:
    """Keep this table until it is confirmed; one with the same rows that waits already is given back."""
    rijen = [_to_json(rij) for rij in tabel.rijen]
    meldingen = [asdict(each) for each in tabel.meldingen]
    digest = hashlib.sha256(json.dumps([rijen, meldingen], sort_keys=True).encode()).hexdigest()
    waiting = Tabelconcept.objects.waiting().filter(hash=digest).first()
    return waiting or Tabelconcept.objects.create(
        bestandsnaam=bestandsnaam[:200],
        rijen=rijen,
        meldingen=meldingen,
        hash=digest,
        created_at=now,
        created_by=user,
    )


def load_tabel(concept: Tabelconcept) -> Tabel:
    """The rows and remarks as they were read."""
    return Tabel([_from_json(row) for row in concept.rijen], [Melding(**each) for each in concept.meldingen])


def purge_concepten(*, now: datetime) -> int:
    """Remove tables that nobody confirmed in time, and old ones that were taken over. The number removed."""
    waiting = Tabelconcept.objects.waiting().filter(created_at__lte=now - WACHT).delete()[0]
    return waiting + Tabelconcept.objects.filter(overgenomen_at__lte=now - BEWAAR).delete()[0]


def _to_json(rij: Tabelrij) -> dict[str, Any]:
    return {**asdict(rij), "bedrag": str(rij.bedrag), "vanaf": rij.vanaf.isoformat()}


def _from_json(row: dict[str, Any]) -> Tabelrij:
    return Tabelrij(**{**row, "bedrag": Decimal(row["bedrag"]), "vanaf": date.fromisoformat(row["vanaf"])})
