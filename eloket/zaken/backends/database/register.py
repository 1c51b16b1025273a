"""The port on eloket's own tables."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import connection

from eloket.lib.partij import Identificerend
from eloket.zaken import models
from eloket.zaken.backends.base import (
    ALLE_ZAKEN,
    Aandachtspunt,
    Attenderend,
    Besluit,
    Besluitend,
    Document,
    Documenterend,
    Herkennend,
    Inzage,
    Inzagegevend,
    NieuwAntwoord,
    NieuwDocument,
    NieuweZaak,
    Pagina,
    RegisterMisconfigured,
    Uitstellend,
    Verzoek,
    VolledigZaaktype,
    Zaak,
    ZaakBackend,
    Zaakfilter,
    ZaakNotFound,
)
from eloket.zaken.backends.database import aandacht, aanvulling, besluiten, documenten, openen, uitstel
from eloket.zaken.backends.database.behandeling import Behandeling
from eloket.zaken.backends.database.vertaling import to_volledig_zaaktype
from eloket.zaken.backends.database.vinden import narrow, page_of, read_zaak, zaken_of
from eloket.zaken.regels import Vertrouwelijkheid


class DatabaseBackend(
    ZaakBackend, Documenterend, Besluitend, Attenderend, Inzagegevend, Uitstellend, Herkennend, Behandeling
):
    """A real register for a gemeente without one.

    OPTIONS: `MAX_VERTROUWELIJKHEID`, the most closed vertrouwelijkheidaanduiding of zaken and documents that
    a resident sees (default: zaakvertrouwelijk).
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.maximum = options.get("MAX_VERTROUWELIJKHEID", Vertrouwelijkheid.ZAAKVERTROUWELIJK.value)
        if self.maximum not in Vertrouwelijkheid.values:
            raise RegisterMisconfigured(f"MAX_VERTROUWELIJKHEID {self.maximum!r} bestaat niet.")

    @property
    def in_transaction(self) -> bool:
        return True

    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        openen.open_zaak(nieuw, now=now)
        return read_zaak(models.Zaak.objects.all(), nieuw.identificatie)

    def get_zaak(self, identificatie: str, *, voor: Identificerend) -> Zaak:
        return read_zaak(self._zaken_of(voor), identificatie)

    def list_zaken(
        self, *, voor: Identificerend, page: int, page_size: int, filter: Zaakfilter = ALLE_ZAKEN
    ) -> Pagina[Zaak]:
        return page_of(narrow(self._zaken_of(voor), filter), page=page, page_size=page_size)

    def list_zaaktypen(self, *, op: date) -> list[VolledigZaaktype]:
        rows = models.Zaaktype.objects.valid_on(op).complete()
        newest: dict[str, models.Zaaktype] = {}
        for row in rows:
            known = newest.get(row.identificatie)
            if known is None or row.begin_geldigheid > known.begin_geldigheid:
                newest[row.identificatie] = row
        return [to_volledig_zaaktype(row) for row in newest.values()]

    def get_zaaktype(self, identificatie: str, *, op: date) -> VolledigZaaktype | None:
        row = openen.find_version(identificatie, op)
        return to_volledig_zaaktype(row) if row else None

    def check(self) -> None:
        # Whatever is wrong with our own database stops the page long before this.
        connection.ensure_connection()

    # --- Herkennend -----

    def list_known(self, identificaties: Collection[str]) -> frozenset[str]:
        rows = models.Zaak.objects.filter(identificatie__in=set(identificaties))
        return frozenset(rows.values_list("identificatie", flat=True))

    # --- Documenterend -----

    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        documenten.add_document(identificatie, nieuw, now=now)

    def list_documenten(self, identificatie: str, *, voor: Identificerend) -> tuple[Document, ...]:
        return documenten.list_documenten(self._documents_for(identificatie, voor))

    def open_document(
        self, identificatie: str, id: str, *, voor: Identificerend
    ) -> tuple[Document, Iterator[bytes]]:
        return documenten.open_document(self._documents_for(identificatie, voor), id)

    # --- Besluitend -----

    def list_besluiten(self, identificatie: str, *, voor: Identificerend, op: date) -> tuple[Besluit, ...]:
        return besluiten.list_known(self._own(identificatie, voor), op=op)

    # --- Aanvullend; what the resident does, the rest stands with the behandelaar -----

    def list_verzoeken(self, identificatie: str, *, voor: Identificerend) -> tuple[Verzoek, ...]:
        self._own(identificatie, voor)
        return _without_names(aanvulling.list_verzoeken(identificatie))

    def answer_aanvulling(
        self,
        identificatie: str,
        verzoek: str,
        antwoord: NieuwAntwoord,
        *,
        voor: Identificerend,
        now: datetime,
    ) -> Verzoek:
        self._own(identificatie, voor)
        return aanvulling.answer(identificatie, verzoek, antwoord, now=now)

    # --- Attenderend -----

    def list_aandachtspunten(self, *, voor: Identificerend, op: date) -> tuple[Aandachtspunt, ...]:
        return aandacht.list_aandachtspunten(self._zaken_of(voor), op=op)

    # --- Inzagegevend -----

    def get_inzage(self, identificatie: str, *, voor: Identificerend, op: date) -> Inzage:
        zaak = self.get_zaak(identificatie, voor=voor)  # it is theirs, or we do not come further
        just_this = models.Zaak.objects.filter(identificatie=identificatie)
        shown = models.Document.objects.filter(zaak__in=just_this).visible_to_initiator(maximum=self.maximum)
        return Inzage(
            zaak=zaak,
            documenten=documenten.list_documenten(shown),
            besluiten=besluiten.list_known(just_this, op=op),
            # Asking stops the clock: without an opschorting nothing was ever asked.
            verzoeken=aanvulling.list_vragen(identificatie) if zaak.opschortingen else (),
        )

    # -----

    def _zaken_of(self, voor: Identificerend) -> models.zaak.ZaakQuerySet:
        return zaken_of(voor, maximum=self.maximum)

    def _own(self, identificatie: str, voor: Identificerend) -> models.zaak.ZaakQuerySet:
        """Exactly this zaak, when it is this person's. Errors: `ZaakNotFound`."""
        own = self._zaken_of(voor).filter(identificatie=identificatie)
        if not own.exists():
            raise ZaakNotFound(identificatie)
        return own

    def _documents_for(self, identificatie: str, voor: Identificerend) -> models.document.DocumentQuerySet:
        rows = models.Document.objects.filter(zaak__in=self._own(identificatie, voor))
        return rows.visible_to_initiator(maximum=self.maximum)

    def extend_for_storing(self, *, eerste: date, laatste: date) -> int:
        return uitstel.extend(eerste=eerste, laatste=laatste)


def _without_names(verzoeken: tuple[Verzoek, ...]) -> tuple[Verzoek, ...]:
    """For a resident, who never reads who asked."""
    return tuple(replace(each, door="") for each in verzoeken)
