"""The built-in agenda: tables in eloket's own database, behind the port."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection

from eloket.afspraken.backends.base import (
    AfsprakenBackend,
    Bereik,
    Bezoek,
    Boeking,
    Dag,
    Houvast,
    Klant,
    Moment,
    Nakijkend,
    NietBereikbaar,
    Opruimend,
    Plek,
    Vasthoudend,
)
from eloket.afspraken.backends.database import aanbod, boeken, houden, nakijken, opruimen
from eloket.afspraken.backends.database.bezoek import to_houvast
from eloket.afspraken.backends.database.vraag import Dagen
from eloket.afspraken.models import ReserveringStatus


class DatabaseBackend(AfsprakenBackend, Vasthoudend, Nakijkend, Opruimend):
    """Places, agendas and hours as redacteuren set them up, guarded by the database.

    Options: `VASTHOUDEN_MINUTEN` (15), how long a hold keeps others off; `AFKOELEN_MINUTEN` (60), within how
    many minutes a scarce time that came free is there again.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.minutes = int(options.get("VASTHOUDEN_MINUTEN", 15))
        self.cool = int(options.get("AFKOELEN_MINUTEN", 60))

    @property
    def in_transaction(self) -> bool:
        return True

    def list_soorten(self, locaties: Sequence[str]) -> set[str]:
        return aanbod.list_soorten(locaties)

    def list_plekken(self, bezoek: Bezoek, locaties: Sequence[str], *, now: datetime) -> list[Plek]:
        return aanbod.list_plekken(bezoek, locaties, now=now)

    def list_dagen(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Dag]:
        return aanbod.list_dagen(bezoek, locatie, Dagen(van, tot_en_met), now=now, houder=houder)

    def list_momenten(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Moment]:
        return aanbod.list_momenten(bezoek, locatie, Dagen(van, tot_en_met), now=now, houder=houder)

    def create(
        self, bezoek: Bezoek, locatie: str, begin: datetime, *, klant: Klant, verzoek: str, now: datetime
    ) -> Boeking:
        row = houden.keep(
            bezoek,
            locatie,
            begin,
            status=ReserveringStatus.GEBOEKT,
            tot=None,
            houder="",
            verzoek=verzoek,
            now=now,
        )
        return boeken.get_boeking(row)

    def reschedule(
        self, sleutel: str, locatie: str, begin: datetime, *, bereik: Bereik, now: datetime
    ) -> Boeking:
        row = boeken.reschedule(sleutel, locatie, begin, bereik=bereik, cool=self.cool, now=now)
        return boeken.get_boeking(row)

    def cancel(self, sleutel: str, *, now: datetime) -> None:
        boeken.cancel(sleutel, cool=self.cool, now=now)

    def get(self, sleutel: str) -> Boeking:
        return boeken.get_boeking(boeken.get_row(sleutel))

    def list_boekingen(self, locatie: str, *, van: date, tot_en_met: date) -> list[Boeking]:
        return boeken.list_boekingen(locatie, Dagen(van, tot_en_met))

    def check_health(self) -> None:
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            raise NietBereikbaar(type(error).__name__) from error

    def hold(
        self, bezoek: Bezoek, locatie: str, begin: datetime, *, houder: str, verzoek: str, now: datetime
    ) -> Houvast:
        row = houden.keep(
            bezoek,
            locatie,
            begin,
            status=ReserveringStatus.VASTGEHOUDEN,
            tot=now + timedelta(minutes=self.minutes),
            houder=houder,
            verzoek=verzoek,
            now=now,
        )
        return to_houvast(row)

    def get_houvast(self, sleutel: str) -> Houvast:
        return to_houvast(houden.get_live(sleutel))

    def prolong(self, sleutel: str, *, now: datetime) -> Houvast:
        return to_houvast(houden.prolong(sleutel, minutes=self.minutes, now=now))

    def confirm(self, sleutel: str, *, klant: Klant, now: datetime) -> Boeking:
        return boeken.get_boeking(houden.confirm(sleutel, now=now))

    def release(self, sleutel: str) -> None:
        houden.release(sleutel)

    def list_buiten(self, locaties: Sequence[str], *, now: datetime) -> set[str]:
        return nakijken.list_buiten(locaties, now=now)

    def purge(self, *, before: datetime) -> None:
        opruimen.purge(before=before)
