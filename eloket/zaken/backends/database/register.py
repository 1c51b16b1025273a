"""The port on eloket's own tables."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import get_args

from django.db import connection
from django.db.models import F

from eloket.lib.partij import Identificerend, eigen_sleutels
from eloket.zaken import models
from eloket.zaken.backends.base import (
    Behandelend,
    Controlerend,
    Document,
    Documenterend,
    Dossier,
    NieuwDocument,
    NieuweStatus,
    NieuweZaak,
    Pagina,
    Zaak,
    ZaakBackend,
    ZaakNotFound,
    Zaaktype,
)
from eloket.zaken.backends.database import behandelen, documenten, openen
from eloket.zaken.backends.database.vertaling import to_betrokkene, to_zaak, to_zaaktype


class DatabaseBackend(ZaakBackend, Behandelend, Documenterend, Controlerend):
    """A real register for a gemeente without one. Takes no OPTIONS."""

    in_transaction = True

    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        openen.open_zaak(nieuw, now=now)
        return self._read(models.Zaak.objects.all(), nieuw.identificatie)

    def get_zaak(self, identificatie: str, *, voor: Identificerend) -> Zaak:
        return self._read(_zaken_of(voor), identificatie)

    def list_zaken(self, *, voor: Identificerend, page: int, page_size: int) -> Pagina[Zaak]:
        rows = _zaken_of(voor).order_by(F("einddatum").desc(nulls_first=True), "-startdatum", "-pk")
        return _page(rows, page=page, page_size=page_size)

    def list_zaaktypen(self, *, op: date) -> list[Zaaktype]:
        rows = models.Zaaktype.objects.valid_on(op).complete()
        newest: dict[str, models.Zaaktype] = {}
        for row in rows:
            known = newest.get(row.identificatie)
            if known is None or row.begin_geldigheid > known.begin_geldigheid:
                newest[row.identificatie] = row
        return [to_zaaktype(row) for row in newest.values()]

    def get_zaaktype(self, identificatie: str, *, op: date) -> Zaaktype | None:
        row = openen.find_version(identificatie, op)
        return to_zaaktype(row) if row else None

    def check(self) -> None:
        # Whatever is wrong with our own database stops the page long before this.
        connection.ensure_connection()

    # --- Documenterend -----

    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        documenten.add_document(identificatie, nieuw, now=now)

    # --- Behandelend -----

    def list_werkvoorraad(
        self, *, zoek: str, status: str, open_zaken: bool, page: int, page_size: int
    ) -> Pagina[Zaak]:
        rows = models.Zaak.objects.filter(einddatum__isnull=open_zaken).with_controle()
        if zoek:
            rows = rows.filter(identificatie__icontains=zoek)
        if status:
            rows = rows.with_current_status(status)
        return _page(rows.order_by("startdatum", "pk"), page=page, page_size=page_size)

    def list_statusnamen(self) -> list[str]:
        names = models.Statustype.objects.order_by("omschrijving").values_list("omschrijving", flat=True)
        return list(names.distinct())

    def get_dossier(self, identificatie: str) -> Dossier:
        zaak = self._read(models.Zaak.objects.all(), identificatie)
        rollen = models.Rol.objects.filter(zaak__identificatie=identificatie).order_by("pk")
        feiten = models.Eigenschap.objects.filter(zaak__identificatie=identificatie).order_by("naam")
        return Dossier(
            zaak=zaak,
            betrokkenen=tuple(to_betrokkene(rol) for rol in rollen),
            eigenschappen={feit.naam: feit.waarde for feit in feiten},
            documenten=documenten.list_documenten(identificatie),
        )

    def open_document(self, identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
        return documenten.open_document(identificatie, id)

    def set_status(self, identificatie: str, nieuw: NieuweStatus, *, now: datetime) -> Zaak:
        behandelen.set_status(identificatie, nieuw, now=now)
        return self._read(models.Zaak.objects.all(), identificatie)

    # --- Controlerend -----

    def set_controle(self, identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
        behandelen.set_controle(identificatie, klopt=klopt, door=door, now=now)

    @staticmethod
    def _read(rows: models.zaak.ZaakQuerySet, identificatie: str) -> Zaak:
        row = rows.filter(identificatie=identificatie).complete().first()
        if row is None:
            raise ZaakNotFound(identificatie)
        return to_zaak(row)


def _zaken_of(voor: Identificerend) -> models.zaak.ZaakQuerySet:
    if not isinstance(voor, get_args(Identificerend)):
        raise TypeError("only a Bsn, Kvk, Rsin or Eidas says whose zaken these are")
    return models.Zaak.objects.of_initiator(eigen_sleutels(voor))


def _page(rows: models.zaak.ZaakQuerySet, *, page: int, page_size: int) -> Pagina[Zaak]:
    total = rows.count()
    page = min(max(1, page), max(1, -(-total // page_size)))
    start = (page - 1) * page_size
    items = tuple(to_zaak(row) for row in rows.complete()[start : start + page_size])
    return Pagina(items=items, page=page, page_size=page_size, total=total)
