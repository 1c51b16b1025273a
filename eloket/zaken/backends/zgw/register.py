"""The port on the ZGW APIs of a register of the gemeente's own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

import structlog

from eloket.lib import klok
from eloket.lib.partij import Identificerend
from eloket.zaken.backends.base import (
    ALLE_ZAKEN,
    Abonneerbaar,
    Abonnement,
    Besluit,
    Besluitend,
    Bevinding,
    Document,
    Documenterend,
    Inzage,
    Inzagegevend,
    Leesbevestigend,
    Melding,
    Meldingsoort,
    Nakijkbaar,
    NieuwDocument,
    NieuweZaak,
    Nieuwsgevend,
    Onthoudbaar,
    Opbouwend,
    Pagina,
    RegisterError,
    RegisterUnavailable,
    VolledigZaaktype,
    Voortgang,
    Zaak,
    ZaakBackend,
    Zaakfilter,
    Zaaknieuws,
    Zaakstand,
)
from eloket.zaken.backends.zgw import besluiten, notificaties
from eloket.zaken.backends.zgw.catalogus import KORT, LANG, Catalogus
from eloket.zaken.backends.zgw.documenten import Archief, Stuk
from eloket.zaken.backends.zgw.geopend import Leesbevestiging
from eloket.zaken.backends.zgw.instellingen import read_instellingen
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.nakijken import inspect
from eloket.zaken.backends.zgw.nieuws import Nieuwslezer
from eloket.zaken.backends.zgw.openen import Opener
from eloket.zaken.backends.zgw.samen import Samen
from eloket.zaken.backends.zgw.toegang import JwtHs256, Toegang
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.backends.zgw.vertaling import to_volledig_zaaktype, to_zaak

logger = structlog.get_logger(__name__)
T = TypeVar("T")


class ZgwBackend(
    ZaakBackend,
    Opbouwend,
    Documenterend,
    Besluitend,
    Inzagegevend,
    Nakijkbaar,
    Nieuwsgevend,
    Abonneerbaar,
    Leesbevestigend,
    Onthoudbaar,
):
    """Zaken live in the gemeente's own register; behandelaars work there.

    OPTIONS: see `instellingen.Instellingen`. Errors: `RegisterMisconfigured` when one of them cannot be.
    """

    def __init__(self, options: Mapping[str, Any], *, toegang: Toegang | None = None) -> None:
        super().__init__(options)
        chosen = read_instellingen(options)
        self._samen = Samen()
        self.verbinding = Verbinding(chosen, toegang or JwtHs256(chosen.client_id, chosen.secret))
        self.catalogus = Catalogus(self.verbinding, self._samen)
        self._lezer = Lezer(self.verbinding, self._samen)
        self._opener = Opener(self.verbinding, self.catalogus, self._lezer)
        self._archief = Archief(self.verbinding, self.catalogus, self._lezer)
        self._nieuws = Nieuwslezer(self.verbinding, self.catalogus, self._lezer, self._samen)
        self._gelezen = Leesbevestiging(self.verbinding, self._lezer)

    @property
    def onthoud_seconden(self) -> int:
        return self.verbinding.instellingen.onthoud_seconden

    # --- ZaakBackend -----

    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        voortgang = Voortgang()
        self._opener.begin(nieuw, voortgang, now=now)
        self._opener.complete(nieuw.identificatie, voortgang, now=now)
        return self._whole(self._find_opened(nieuw.identificatie))

    def get_zaak(self, identificatie: str, *, voor: Identificerend) -> Zaak:
        return self._whole(self._lezer.get_own(identificatie, voor))

    def list_zaken(
        self, *, voor: Identificerend, page: int, page_size: int, filter: Zaakfilter = ALLE_ZAKEN
    ) -> Pagina[Zaak]:
        found = self._lezer.list_page(voor, page=page, page_size=page_size, filter=filter)
        self._warm(found.items)
        items = tuple(to_zaak(self.catalogus, row) for row in found.items)
        return Pagina(items, found.page, found.page_size, found.total, found.volgorde)

    def list_zaaktypen(self, *, op: date) -> list[VolledigZaaktype]:
        urls = [row["url"] for row in self.catalogus.list_versions(op)]
        self.catalogus.warm(urls, op=op, soorten=LANG)
        return [to_volledig_zaaktype(self.catalogus, url) for url in urls]

    def get_zaaktype(self, identificatie: str, *, op: date) -> VolledigZaaktype | None:
        row = self.catalogus.find_version(identificatie, op)
        if row is None:
            return None
        self.catalogus.warm([row["url"]], op=op, soorten=LANG)
        return to_volledig_zaaktype(self.catalogus, row["url"])

    def check(self) -> None:
        """The catalogus is there, and a search finds only what it is asked for."""
        self.catalogus.get_catalogus()
        self._lezer.ask_canary(only_bsn=True)

    # --- Opbouwend -----

    def begin_zaak(self, nieuw: NieuweZaak, *, voortgang: Voortgang, now: datetime) -> Zaak:
        self._opener.begin(nieuw, voortgang, now=now)
        row = self._find_opened(nieuw.identificatie)
        self._warm([row])
        return to_zaak(self.catalogus, row)

    def complete_zaak(self, identificatie: str, *, voortgang: Voortgang, now: datetime) -> None:
        self._opener.complete(identificatie, voortgang, now=now)

    # --- Documenterend -----

    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        self._archief.add(identificatie, nieuw, now=now)

    def list_documenten(self, identificatie: str, *, voor: Identificerend) -> tuple[Document, ...]:
        stukken = self._stukken(self._lezer.get_own(identificatie, voor), op=klok.today())
        return tuple(stuk.document for stuk in stukken)

    def open_document(
        self, identificatie: str, id: str, *, voor: Identificerend
    ) -> tuple[Document, Iterator[bytes]]:
        zaak = self._lezer.get_own(identificatie, voor)
        return self._archief.open(zaak, id, self._stukken(zaak, op=klok.today()))

    # --- Besluitend -----

    def list_besluiten(self, identificatie: str, *, voor: Identificerend, op: date) -> tuple[Besluit, ...]:
        zaak = self._lezer.get_own(identificatie, voor)
        return besluiten.list_known(self.catalogus, besluiten.list_rows(self.verbinding, zaak), op=op)

    # --- Inzagegevend -----

    def get_inzage(self, identificatie: str, *, voor: Identificerend, op: date) -> Inzage:
        """In four calls at most, of which three at once. A part that gives no answer is None."""
        row = self._lezer.get_own(identificatie, voor)
        has_documents = bool(row.get("zaakinformatieobjecten"))
        self._warm([row], documenten=has_documents)
        questions: list[Callable[[], list[Json]]] = [
            partial(self._statussen, row),
            partial(besluiten.list_rows, self.verbinding, row),
            partial(self._archief.list_rows, row) if has_documents else list,
        ]
        statussen, decided, documents = self._samen.run([partial(_ask, each) for each in questions])
        shown = _ask(lambda: self._visible(row, decided, documents, op))
        return Inzage(
            zaak=to_zaak(self.catalogus, row, statussen),
            documenten=None if shown is None else tuple(stuk.document for stuk in shown),
            besluiten=_ask(lambda: self._known(decided, op)),
        )

    # --- Nakijkbaar -----

    def inspect(self, *, now: datetime) -> Iterator[Bevinding]:
        self.catalogus.forget()
        return inspect(self.verbinding, self.catalogus, self._lezer, now=now)

    # --- Nieuwsgevend -----

    def admits(self, autorisatie: str) -> bool:
        return notificaties.admits(self.verbinding.instellingen, autorisatie)

    def read_melding(self, content: Mapping[str, Any]) -> Melding | None:
        return notificaties.read_melding(self.verbinding.instellingen, content)

    def get_nieuws(self, soort: Meldingsoort, id: str, *, op: date) -> Zaaknieuws | None:
        return self._nieuws.get_nieuws(soort, id, op=op)

    def list_standen(self, ids: Sequence[str]) -> list[Zaakstand]:
        return self._nieuws.list_standen(ids)

    def find_zaakid(self, identificatie: str) -> str | None:
        row = self._lezer.find(identificatie)
        return None if row is None else str(row["uuid"])

    def forget_catalogus(self) -> None:
        self.catalogus.forget()

    # --- Abonneerbaar -----

    def can_subscribe(self) -> bool:
        chosen = self.verbinding.instellingen
        return bool(chosen.roots.get("notificaties") and chosen.notificaties_geheim)

    def find_abonnement(self, adres: str) -> Abonnement | None:
        return notificaties.find_abonnement(self.verbinding, adres)

    def subscribe(self, adres: str, *, anew: bool = False) -> Abonnement:
        return notificaties.subscribe(self.verbinding, adres, anew=anew)

    # --- Leesbevestigend -----

    def keeps_geopend(self) -> bool:
        return self._gelezen.kept

    def note_geopend(self, identificatie: str, *, moment: datetime) -> None:
        self._gelezen.note(identificatie, moment=moment)

    # -----

    def _find_opened(self, identificatie: str) -> Json:
        row = self._lezer.find(identificatie)
        if row is None:
            raise RegisterUnavailable("het register geeft de zaak nog niet die er net kwam")
        return row

    def _whole(self, row: Json) -> Zaak:
        self._warm([row])
        return to_zaak(self.catalogus, row, self._statussen(row))

    def _statussen(self, row: Json) -> list[Json]:
        rows = self.verbinding.list_all(self.verbinding.url("zaken", "statussen"), zaak=row["url"])
        return [each for each in rows if each["zaak"] == row["url"]]

    def _stukken(self, zaak: Json, *, op: date) -> list[Stuk]:
        decided, documents = self._samen.run(
            [partial(besluiten.list_rows, self.verbinding, zaak), partial(self._archief.list_rows, zaak)]
        )
        return self._visible(zaak, decided, documents, op)

    def _visible(
        self, zaak: Json, decided: list[Json] | None, documents: list[Json] | None, op: date
    ) -> list[Stuk]:
        """Which letters are still secret must be known before any is shown. Errors: `RegisterUnavailable`."""
        if documents is None or (documents and decided is None):
            raise RegisterUnavailable("het register gaf geen documenten of besluiten")
        if not documents or decided is None:
            return []
        secret = besluiten.list_secret_documents(self.verbinding, decided, op=op)
        return self._archief.list_visible(zaak, rows=[row for row in documents if row["url"] not in secret])

    def _known(self, decided: list[Json] | None, op: date) -> tuple[Besluit, ...]:
        if decided is None:
            raise RegisterUnavailable("het register gaf geen besluiten")
        return besluiten.list_known(self.catalogus, decided, op=op)

    def _warm(self, rows: Any, *, documenten: bool = False) -> None:
        soorten = (*KORT, "zaaktype-informatieobjecttypen") if documenten else KORT
        self.catalogus.warm([row["zaaktype"] for row in rows], op=klok.today(), soorten=soorten)


def _ask(question: Callable[[], T]) -> T | None:
    """What the register answers; None when it does not."""
    try:
        return question()
    except RegisterError as error:
        logger.warning("zgw_not_whole", error=type(error).__name__, reason=str(error))
        return None
