"""Zaken of one person. ZGW does not know the resident: each answer is held against the rollen in it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import structlog

from eloket.lib.partij import Identificerend, zoeksleutel
from eloket.zaken.backends.base import (
    Pagina,
    RegisterMisconfigured,
    Volgorde,
    Zaakfilter,
    ZaakNotFound,
)
from eloket.zaken.backends.zgw.bewaren import Bewaard
from eloket.zaken.backends.zgw.fouten import Afgekeurd, Onbekend
from eloket.zaken.backends.zgw.personen import (
    identities_of,
    is_of,
    is_same_business,
    is_whole_business,
    make_canaries,
    make_filter,
)
from eloket.zaken.backends.zgw.samen import Samen
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding, rows_of
from eloket.zaken.regels import levels_up_to

logger = structlog.get_logger(__name__)
#: What comes along with each zaak; whatever is in the catalogus we know already, and is slow to ask.
UITGEKLAPT = ("status", "rollen", "resultaat")
LIJST = ("status", "rollen")
STANDAARD_PAGINA = 100
GROOTSTE_PAGINA = 500
#: Somebody who searches is looked up among so many of their zaken, the newest.
ZOEK_MAXIMUM = 10_000
#: So long we know whether somebody has zaken under the RSIN of an eenmanszaak.
RSIN_SECONDEN = 15 * 60
ORDE = {
    Volgorde.OPEN_EERST: ["-einddatum", "-startdatum", "-identificatie"],
    Volgorde.NIEUWSTE: ["-startdatum", "-identificatie"],
    Volgorde.OUDSTE: ["startdatum", "identificatie"],
}


class Lezer:
    """Finds zaken. `ruim`: the register does more than the standard; found out by asking, once."""

    def __init__(self, verbinding: Verbinding, samen: Samen) -> None:
        self._verbinding, self._samen = verbinding, samen
        self._chosen = verbinding.instellingen
        self._levels = levels_up_to(self._chosen.maximum)
        self.ruim = True
        self._vertrouwd = threading.Event()
        self._onder_rsin: Bewaard[int] = Bewaard(RSIN_SECONDEN)

    # --- One zaak -----

    def find(self, identificatie: str) -> Json | None:
        """The zaak with this number, whoever's it is, with what comes along."""
        url = self._verbinding.url("zaken", "zaken")
        query = {"identificatie": identificatie, "bronorganisatie": self._chosen.bronorganisatie}
        rows = (
            rows_of(self._verbinding.get(url, **query, expand=",".join(UITGEKLAPT))) if identificatie else []
        )
        # A server may have skipped the filter.
        wanted = (identificatie, self._chosen.bronorganisatie)
        return next((row for row in rows if (row["identificatie"], row["bronorganisatie"]) == wanted), None)

    def get_own(self, identificatie: str, voor: Identificerend) -> Json:
        """Errors: `ZaakNotFound`, also for another's zaak, and for one that is too confidential."""
        make_filter(voor, self._chosen.kvk_veld)  # a Contact is a mistake of the caller
        row = self.find(identificatie)
        if row is None or not self._may_see(row, voor):
            raise ZaakNotFound(identificatie)
        return row

    def _may_see(self, row: Json, voor: Identificerend) -> bool:
        rollen = (row.get("_expand") or {}).get("rollen") or ()
        level_ok = row["vertrouwelijkheidaanduiding"] in self._levels
        kvk_veld = self._chosen.kvk_veld
        return level_ok and any(is_of(rollen, each, kvk_veld) for each in identities_of(voor))

    def list_by_id(self, ids: list[str]) -> list[Json]:
        """These zaken, whoever's they are, in one call; what is not there, or not for us, is left out.

        Errors: `RegisterMisconfigured` when the server gives others: it skips what it does not know.
        """
        rows, _total = self._slice({"uuid__in": ids}, 0, len(ids))
        if not {row["uuid"] for row in rows} <= set(ids):
            raise RegisterMisconfigured("het register filtert niet op uuid__in: eloket hoort geen nieuws")
        return rows

    # --- A person's zaken -----

    def list_page(
        self, voor: Identificerend, *, page: int, page_size: int, filter: Zaakfilter
    ) -> Pagina[Json]:
        """One page, in one call; beyond the last it is the last.

        The first time in a process the canary sings beside it, and nothing is shown before it did.
        """
        make_filter(voor, self._chosen.kvk_veld)  # a Contact is a mistake of the caller
        questions: list[Callable[[], Any]] = [
            partial(self._find_page, voor, page=max(1, page), page_size=page_size, filter=filter)
        ]
        trusted = self._vertrouwd.is_set()
        if not trusted:
            questions += [partial(self._sing, body) for body in make_canaries(self._chosen.kvk_veld)]
        found: Pagina[Json] = self._samen.run(questions)[0]
        if not trusted:
            self._vertrouwd.set()
        return found

    def _find_page(
        self, voor: Identificerend, *, page: int, page_size: int, filter: Zaakfilter
    ) -> Pagina[Json]:
        if self._chosen.eenmanszaak and self._has_eenmanszaak(voor):
            return self._gather(voor, page=page, page_size=page_size, filter=filter)
        body = self._body(voor, filter)
        if filter.zoek or filter.identificaties is not None:
            return self._search(voor, body, page=page, page_size=page_size, filter=filter)
        start = (page - 1) * page_size
        if is_whole_business(voor, self._chosen.kvk_veld) and start + page_size <= STANDAARD_PAGINA:
            # What vestigingen asked comes along and is left out: who is counted must be seen first.
            rows, total = self._slice(body, 0, STANDAARD_PAGINA)
            if total <= STANDAARD_PAGINA:
                return self._page_of(list(self._require_own(rows, voor)), page, page_size, filter)
            rows = rows[start : start + page_size]
        else:
            rows, total = self._slice(body, start, page_size)
        if not rows and page > 1:
            last = max(1, -(-self._slice(body, 0, page_size)[1] // page_size))
            if last < page:
                return self._find_page(voor, page=last, page_size=page_size, filter=filter)
        return Pagina(tuple(self._require_own(rows, voor)), page, page_size, total, self._sorted_as(filter))

    def _has_eenmanszaak(self, voor: Identificerend) -> bool:
        """Whether anything stands under the same number as RSIN, in a search that brings nothing along."""
        rsins = identities_of(voor)[1:]
        return any(self._onder_rsin.get(zoeksleutel(rsin), partial(self._count, rsin)) for rsin in rsins)

    def _count(self, voor: Identificerend) -> int:
        return self._slice(self._body(voor, Zaakfilter()), 0, 1, expand=False)[1]

    def _gather(self, voor: Identificerend, *, page: int, page_size: int, filter: Zaakfilter) -> Pagina[Json]:
        """A page of what stands under all that somebody is, which no search finds at once."""
        found: dict[str, Json] = {}
        for each in identities_of(voor):
            for row in self._require_own(self._walk(self._body(each, filter), expand=True), voor):
                found[row["uuid"]] = row
        own = [row for row in found.values() if _fits(row, filter)]
        names = [name for name in ORDE[filter.volgorde] if self.ruim or "einddatum" not in name]
        for name in reversed(names):
            own.sort(key=partial(_value_of, name.lstrip("-")), reverse=name.startswith("-"))
        return self._page_of(own, page, page_size, filter)

    def _page_of(self, own: list[Json], page: int, page_size: int, filter: Zaakfilter) -> Pagina[Json]:
        """Of all that somebody has."""
        page = min(page, max(1, -(-len(own) // page_size)))
        items = tuple(own[(page - 1) * page_size : page * page_size])
        return Pagina(items, page, page_size, len(own), self._sorted_as(filter))

    def ask_canary(self, *, only_bsn: bool = False) -> None:
        """A search for a number that nobody has must find nothing. `only_bsn`: one call, for who asks often.

        Errors: `RegisterMisconfigured`. A server that skips a key it does not know shows everybody's zaken.
        """
        for body in make_canaries(self._chosen.kvk_veld)[: 1 if only_bsn else None]:
            self._sing(body)

    def _sing(self, body: dict[str, str]) -> None:
        content = self._verbinding.post(self._zoek_url, body)
        if rows_of(content) or content.get("count"):
            self._vertrouwd.clear()
            raise RegisterMisconfigured(
                f"het register filtert niet op {' en '.join(body)}: zoeken naar een nummer dat niemand"
                " heeft vindt zaken; Mijn zaken blijft dicht"
            )

    def _require_own(self, rows: Iterable[Json], voor: Identificerend) -> Iterator[Json]:
        """All of them are theirs, or the page is not shown: half a list would say "these are your zaken"."""
        for row in rows:
            rollen = (row.get("_expand") or {}).get("rollen") or ()
            if self._may_see(row, voor):
                yield row
            elif not is_same_business(rollen, voor, self._chosen.kvk_veld):
                logger.error("zgw_vreemde_zaak", uuid=row.get("uuid"))
                raise RegisterMisconfigured(
                    "het register gaf een zaak die niet van deze persoon is, of die te vertrouwelijk is"
                )

    def _body(self, voor: Identificerend, filter: Zaakfilter) -> Json:
        body: Json = {
            **make_filter(voor, self._chosen.kvk_veld),
            "maximaleVertrouwelijkheidaanduiding": self._chosen.maximum,
            "ordering": ORDE[filter.volgorde],
        }
        if filter.open_zaken is not None:
            body["einddatum__isnull"] = filter.open_zaken
        return body

    def _slice(self, body: Json, start: int, size: int, *, expand: bool = True) -> tuple[list[Json], int]:
        """So many rows from there on, and how many there are in all."""
        if self.ruim:
            try:
                return self._block(body, start // size + 1, size=size, expand=expand)
            except Afgekeurd as error:
                if not _is_too_much(error):
                    raise
                self.ruim = False
        # Pages as large as the standard has them: a page of ours lies in one or two of these.
        first, last = start // STANDAARD_PAGINA, (start + size - 1) // STANDAARD_PAGINA
        rows: list[Json] = []
        total = 0
        for number in range(first, last + 1):
            found, total = self._block(body, number + 1, expand=expand)
            rows += found
            if (number + 1) * STANDAARD_PAGINA >= total:
                break
        begin = start - first * STANDAARD_PAGINA
        return rows[begin : begin + size], total

    def _block(
        self, body: Json, page: int, *, size: int | None = None, expand: bool
    ) -> tuple[list[Json], int]:
        """A page of the register itself; none of it where there is no such page."""
        query: dict[str, Any] = {"page": page} if page > 1 else {}
        if self.ruim and size:
            query["pageSize"] = size
        try:
            content = self._verbinding.post(self._zoek_url, self._phrase(body, expand=expand), **query)
        except Onbekend:
            if page == 1:
                raise
            return [], 0
        return rows_of(content), int(content["count"])

    def _phrase(self, body: Json, *, expand: bool) -> Json:
        """The standard has one column to sort by and a text to expand; Open Zaak has lists."""
        found = dict(body)
        if not self.ruim and "ordering" in found:
            found["ordering"] = next(name for name in body["ordering"] if "einddatum" not in name)
        if expand:
            found["expand"] = list(LIJST) if self.ruim else ",".join(LIJST)
        return found

    def _sorted_as(self, filter: Zaakfilter) -> Volgorde | None:
        """How it is sorted where that is not what was asked: the standard cannot put open ones first."""
        closed_last = filter.volgorde == Volgorde.OPEN_EERST and filter.open_zaken is None
        return Volgorde.NIEUWSTE if closed_last and not self.ruim else None

    # --- Searching: ZGW finds no words -----

    def _search(
        self, voor: Identificerend, body: Json, *, page: int, page_size: int, filter: Zaakfilter
    ) -> Pagina[Json]:
        found = [row for row in self._walk(body) if _fits(row, filter)]
        pages = max(1, -(-len(found) // page_size))
        page = min(max(1, page), pages)
        wanted = [row["uuid"] for row in found[(page - 1) * page_size : page * page_size]]
        if not wanted:
            return Pagina((), page, page_size, len(found), self._sorted_as(filter))
        rows, _total = self._slice({**body, "uuid__in": wanted}, 0, max(page_size, len(wanted)))
        own = {row["uuid"]: row for row in self._require_own(rows, voor)}
        shown = tuple(own[uuid] for uuid in wanted if uuid in own)
        return Pagina(shown, page, page_size, len(found), self._sorted_as(filter))

    def _walk(self, body: Json, *, expand: bool = False) -> Iterator[Json]:
        """Their zaken in large pages; bare, unless they must be shown."""
        start = 0
        while start < ZOEK_MAXIMUM:
            rows, total = self._slice(body, start, GROOTSTE_PAGINA, expand=expand)
            yield from rows
            start += GROOTSTE_PAGINA
            if start >= total:
                return

    @property
    def _zoek_url(self) -> str:
        return self._verbinding.url("zaken", "zaken/_zoek")


def _is_too_much(error: Afgekeurd) -> bool:
    """The register refuses what the standard does not have."""
    names = {name for name, _code in error.codes}
    return error.has("unknown-parameters") or bool(names & {"ordering", "expand", "pageSize"})


def _value_of(name: str, row: Json) -> tuple[bool, str]:
    """To sort by; what has none comes last, as in a database."""
    return row.get(name) is None, row.get(name) or ""


def _fits(row: Json, filter: Zaakfilter) -> bool:
    if filter.identificaties is not None and row["identificatie"] not in filter.identificaties:
        return False
    zoek = filter.zoek.lower()
    return zoek in row["identificatie"].lower() or zoek in (row.get("omschrijving") or "").lower()
