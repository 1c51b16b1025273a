"""Documents: small ones in one call, large ones in parts, and those that a resident may see."""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from eloket.zaken.backends.base import (
    Document,
    DocumentNotFound,
    NieuwDocument,
    RegisterMisconfigured,
    RegisterUnavailable,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.zgw.bewaren import Bewaard
from eloket.zaken.backends.zgw.catalogus import DAG_SECONDEN, Catalogus
from eloket.zaken.backends.zgw.delen import Deelbestand, count, read_up_to
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding, rows_of
from eloket.zaken.backends.zgw.vertaling import to_document
from eloket.zaken.regels import (
    ZICHTBARE_DOCUMENTSTATUSSEN,
    Documentstatus,
    Richting,
    Vertrouwelijkheid,
    levels_up_to,
)
from eloket.zaken.termijnen import day_of

SOORT = "enkelvoudiginformatieobjecten"
#: Up to here a document goes in one call, in base64.
KLEIN = 1_000_000
#: Documenten 1.4.2 has no field that says whether the resident may see a document.
NIET_TONEN = "eloket:niet-tonen"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document as a resident sees it, and the address of its bytes."""

    document: Document
    url: str
    inhoud: str


class Archief:
    def __init__(self, verbinding: Verbinding, catalogus: Catalogus, lezer: Lezer) -> None:
        self._verbinding, self._catalogus, self._lezer = verbinding, catalogus, lezer
        self._chosen = verbinding.instellingen
        self._levels = levels_up_to(self._chosen.maximum)
        self.ruim = True  # as in `Lezer`
        self._links: Bewaard[str] = Bewaard(DAG_SECONDEN)

    # --- Taking them in -----

    def add(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        """Idempotent on the id, which is its number in the register; a retry sends only what is missing."""
        zaak = self._lezer.find(identificatie)
        if zaak is None:
            raise ZaakNotFound(identificatie)
        _check(nieuw)
        kind = self._kind_of(zaak, nieuw.informatieobjecttype)
        document = self._find(nieuw.id)
        if document is None:
            document = self._create(nieuw, kind, now)
        if document["locked"]:
            self._send_parts(document, nieuw)
        self._link(zaak, document)

    def _kind_of(self, zaak: Json, wanted: str) -> str:
        kinds = self._catalogus.list_documenttypen(zaak["zaaktype"])
        naam = wanted or self._chosen.documenttype
        for url, (omschrijving, _richting) in kinds.items():
            if omschrijving == naam:
                return url
        if wanted:
            raise ZaakRejected(f"dit zaaktype kent geen document {wanted!r}")
        return self._any_incoming(kinds)

    def _any_incoming(self, kinds: dict[str, tuple[str, str]]) -> str:
        for url, (_omschrijving, richting) in kinds.items():
            if richting == Richting.INKOMEND:
                return url
        raise RegisterMisconfigured("het zaaktype heeft geen inkomend informatieobjecttype")

    def _find(self, id: str) -> Json | None:
        query = {"identificatie": id, "bronorganisatie": self._chosen.bronorganisatie}
        rows = rows_of(self._verbinding.get(self._verbinding.url("documenten", SOORT), **query))
        return next((row for row in rows if row["identificatie"] == id), None)

    def _create(self, nieuw: NieuwDocument, kind: str, now: datetime) -> Json:
        small = read_up_to(nieuw.open(), KLEIN)
        size = count(nieuw.open()) if small is None else len(small)
        content = {
            "identificatie": nieuw.id,
            "informatieobjecttype": kind,
            "bronorganisatie": self._chosen.bronorganisatie,
            "creatiedatum": day_of(now).isoformat(),
            "titel": nieuw.titel[:200],
            "bestandsnaam": nieuw.titel[:255],
            "auteur": "Aanvrager",
            "taal": "nld",
            "formaat": nieuw.formaat[:255],
            "status": nieuw.status,
            "vertrouwelijkheidaanduiding": nieuw.vertrouwelijkheidaanduiding,
            "indicatieGebruiksrecht": False,  # without it the gemeente cannot close the zaak
            "trefwoorden": [] if nieuw.tonen_aan_initiator else [NIET_TONEN],
            "inhoud": None if small is None else base64.b64encode(small).decode(),
            "bestandsomvang": size,
        }
        return dict(self._verbinding.post(self._verbinding.url("documenten", SOORT), content))

    def _send_parts(self, document: Json, nieuw: NieuwDocument) -> None:
        """Those that are not there yet; then the lock comes off, which puts them together."""
        parts = sorted(document["bestandsdelen"], key=lambda part: part["volgnummer"])
        lock = document.get("lock") or next((part["lock"] for part in parts if part.get("lock")), "")
        if not lock:
            raise RegisterUnavailable("een half verstuurd document is in het register vergrendeld")
        start = 0
        for part in parts:
            if not part["voltooid"]:
                body = Deelbestand(nieuw.open, start=start, size=part["omvang"], lock=lock)
                self._verbinding.ask("PUT", part["url"], data=body, media=body.media)
            start += part["omvang"]
        self._verbinding.post(f"{document['url']}/unlock", {"lock": lock})

    def _link(self, zaak: Json, document: Json) -> None:
        url = self._verbinding.url("zaken", "zaakinformatieobjecten")
        content = {
            "zaak": zaak["url"],
            "informatieobject": document["url"],
            "titel": document["titel"],
            "beschrijving": "",
        }
        try:
            self._verbinding.post(url, content)
        except Afgekeurd as error:
            if not error.has("unique"):  # it was there already
                raise

    # --- Giving them out -----

    def list_visible(self, zaak: Json, *, rows: Iterable[Json] | None = None) -> list[Stuk]:
        """Those that the initiator of this zaak may see, oldest first."""
        rows = self.list_rows(zaak) if rows is None else rows
        kinds = self._catalogus.list_documenttypen(zaak["zaaktype"])
        found = [self._to_stuk(row, kinds) for row in rows if self._is_visible(row, kinds)]
        moments = {row["url"]: row["beginRegistratie"] for row in rows}
        return sorted(found, key=lambda stuk: (datetime.fromisoformat(moments[stuk.url]), stuk.url))

    def list_rows(self, zaak: Json) -> list[Json]:
        """All of them as the register has them: in one call where it can, else in two."""
        if self.ruim:
            try:
                query = {"objectinformatieobjecten__object": zaak["url"]}
                return self._verbinding.list_all(self._verbinding.url("documenten", SOORT), **query)
            except Afgekeurd as error:
                if not error.has("unknown-parameters"):
                    raise
                self.ruim = False
        uuids = self._uuids_of(zaak)
        if not uuids:
            return []
        url = self._verbinding.url("documenten", f"{SOORT}/_zoek")
        return [row for row in self._all_pages(url, {"uuid__in": uuids}) if row["url"].endswith(tuple(uuids))]

    def _uuids_of(self, zaak: Json) -> list[str]:
        """Of its documents. What links one to a zaak never changes, so one that we met is not asked again."""
        links: list[str] = zaak.get("zaakinformatieobjecten") or []
        if links and all(self._links.has(link) for link in links):
            return [self._links.get(link, partial(self._ask_link, link)) for link in links]
        url = self._verbinding.url("zaken", "zaakinformatieobjecten")
        rows = self._verbinding.list_all(url, zaak=zaak["url"])
        own = {row["url"]: _uuid_in(row) for row in rows if row["zaak"] == zaak["url"]}
        for link, uuid in own.items():
            self._links.put(link, uuid)
        return list(own.values())

    def _ask_link(self, link: str) -> str:
        return _uuid_in(self._verbinding.get(link))

    def _all_pages(self, url: str, body: Json) -> Iterator[Json]:
        page = 1
        while True:
            content = self._verbinding.post(url, body, **({"page": page} if page > 1 else {}))
            yield from rows_of(content)
            if not content.get("next"):
                return
            page += 1

    def open(self, zaak: Json, id: str, stukken: Iterable[Stuk]) -> tuple[Document, Iterator[bytes]]:
        """One of these, and its bytes. Errors: `DocumentNotFound`."""
        for stuk in stukken:
            if stuk.document.id == id:
                return stuk.document, self._verbinding.stream(stuk.inhoud)
        raise DocumentNotFound(id)

    def _is_visible(self, row: Json, kinds: dict[str, tuple[str, str]]) -> bool:
        _omschrijving, richting = kinds.get(row["informatieobjecttype"], ("", Richting.INTERN.value))
        return (
            row.get("status") in ZICHTBARE_DOCUMENTSTATUSSEN
            and row["vertrouwelijkheidaanduiding"] in self._levels
            and richting != Richting.INTERN
            and bool(row.get("inhoud"))
            and _may_show(row)
        )

    def _to_stuk(self, row: Json, kinds: dict[str, tuple[str, str]]) -> Stuk:
        soort, _richting = kinds[row["informatieobjecttype"]]
        document = to_document(row, id=_id_of(row), soort=soort, tonen=True)
        return Stuk(document, row["url"], row["inhoud"])


def _may_show(row: Json) -> bool:
    """A newer register has a field for it, and then that one decides."""
    told: Any = row.get("tonenAanInitiator")
    return NIET_TONEN not in (row.get("trefwoorden") or ()) and (told is None or told is True)


def _uuid_in(link: Json) -> str:
    return str(link["informatieobject"]).rsplit("/", 1)[1]


def _id_of(row: Json) -> str:
    """Ours has our own number; anybody else's the uuid that the register gave it."""
    own = str(row.get("identificatie") or "")
    return own if _UUID.fullmatch(own) else str(row["url"]).rsplit("/", 1)[1]


def _check(nieuw: NieuwDocument) -> None:
    if nieuw.status not in Documentstatus.values:
        raise ZaakRejected(f"status {nieuw.status!r} van een document bestaat niet")
    if nieuw.vertrouwelijkheidaanduiding not in Vertrouwelijkheid.values:
        raise ZaakRejected(f"vertrouwelijkheidaanduiding {nieuw.vertrouwelijkheidaanduiding!r} bestaat niet")
