"""A visit as plain data, as a Reservering keeps it."""

from typing import Any

from eloket.afspraken.backends.base import Bereik, Bezoek, Boeking, Houvast, Regel
from eloket.afspraken.models import Reservering, ReserveringStatus


def to_json(bezoek: Bezoek) -> dict[str, Any]:
    return {
        "regels": [[regel.soort, regel.personen] for regel in bezoek.regels],
        "kanaal": bezoek.kanaal,
        "bereik": bezoek.bereik.value,
        "agenda": bezoek.agenda,
    }


def from_json(data: dict[str, Any]) -> Bezoek:
    return Bezoek(
        regels=tuple(Regel(soort, personen) for soort, personen in data["regels"]),
        kanaal=data["kanaal"],
        bereik=Bereik(data["bereik"]),
        agenda=data["agenda"],
    )


def to_houvast(row: Reservering) -> Houvast:
    """`row` with its locatie. What is booked by now is held until it begins."""
    return Houvast(
        sleutel=str(row.pk),
        locatie=row.locatie.code,
        bezoek=from_json(row.bezoek),
        begin=row.begin,
        eind=row.eind,
        tot=row.tot or row.begin,
    )


def to_boeking(row: Reservering, agenda: str) -> Boeking:
    """`row` with its locatie. `agenda`: the name of who serves."""
    return Boeking(
        sleutel=str(row.pk),
        locatie=row.locatie.code,
        bezoek=from_json(row.bezoek),
        begin=row.begin,
        eind=row.eind,
        agenda=agenda,
        geannuleerd=row.status != ReserveringStatus.GEBOEKT,
    )
