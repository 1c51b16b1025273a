"""What became of a zaak in the register, for whoever must hear of it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import structlog

from eloket.lib.partij import Bsn, InvalidPartij, Kvk, Partij, Rsin
from eloket.zaken.backends.base import Meldingsoort, Zaak, Zaaknieuws, Zaakstand
from eloket.zaken.backends.zgw import besluiten
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.fouten import Onbekend
from eloket.zaken.backends.zgw.kenmerken import LENGTE, NUMMER, read_kenmerk
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.personen import INITIATOR
from eloket.zaken.backends.zgw.samen import Samen
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.backends.zgw.vertaling import to_zaak
from eloket.zaken.regels import levels_up_to

logger = structlog.get_logger(__name__)


class Nieuwslezer:
    """Looks up what a message is about. Three calls for a zaak, one more for a besluit."""

    def __init__(self, verbinding: Verbinding, catalogus: Catalogus, lezer: Lezer, samen: Samen) -> None:
        self._verbinding, self._catalogus = verbinding, catalogus
        self._lezer, self._samen = lezer, samen
        self._chosen = verbinding.instellingen
        self._levels = levels_up_to(self._chosen.maximum)

    def get_nieuws(self, soort: Meldingsoort, id: str, *, op: date) -> Zaaknieuws | None:
        """None for a zaak that is not there, that is not for us, or that is too confidential."""
        zaakid = self._find_zaak_of(id) if soort is Meldingsoort.BESLUIT else id
        rows = self._lezer.list_by_id([zaakid]) if zaakid else []
        return self._read(rows[0], op) if rows and self._concerns_us(rows[0]) else None

    def list_standen(self, ids: Sequence[str]) -> list[Zaakstand]:
        rows = self._lezer.list_by_id(list(ids)) if ids else []
        return [
            Zaakstand(row["uuid"], _last_part(row.get("status") or ""), row.get("einddatum") is None)
            for row in rows
        ]

    def _find_zaak_of(self, besluit: str) -> str | None:
        """A besluit may be of no zaak, or gone by now."""
        try:
            row = self._verbinding.get(self._verbinding.url("besluiten", f"besluiten/{besluit}"))
        except Onbekend:
            return None
        root = self._verbinding.url("zaken", "zaken/")
        url = str(row.get("zaak") or "")
        return url.removeprefix(root) if url.startswith(root) else None

    def _concerns_us(self, row: Json) -> bool:
        ours = row["bronorganisatie"] == self._chosen.bronorganisatie
        return ours and row["vertrouwelijkheidaanduiding"] in self._levels

    def _read(self, row: Json, op: date) -> Zaaknieuws:
        self._catalogus.warm([row["zaaktype"]], op=op)
        statussen, decided = self._samen.run(
            [partial(self._list_statussen, row), partial(besluiten.list_rows, self._verbinding, row)]
        )
        zaak = to_zaak(self._catalogus, row, statussen)
        later = [date.fromisoformat(each["verzenddatum"]) for each in decided if _is_later(each, op)]
        return Zaaknieuws(
            id=row["uuid"],
            zaak=zaak,
            eigen=frozenset(_own_statussen(row, zaak)),
            initiator=read_initiator((row.get("_expand") or {}).get("rollen") or (), self._chosen.kvk_veld),
            besluiten=besluiten.list_known(self._catalogus, decided, op=op),
            straks=min(later, default=None),
        )

    def _list_statussen(self, row: Json) -> list[Json]:
        rows = self._verbinding.list_all(self._verbinding.url("zaken", "statussen"), zaak=row["url"])
        return [each for each in rows if each["zaak"] == row["url"]]


def _is_later(besluit: Json, op: date) -> bool:
    return bool(besluit.get("verzenddatum")) and besluit["verzenddatum"] > op.isoformat()


def _own_statussen(row: Json, zaak: Zaak) -> list[str]:
    """The first step of a zaak that came from here: eloket set that, and who asked has a receipt of it."""
    if read_kenmerk(row, NUMMER) != row["identificatie"][:LENGTE]:
        return []
    begin = zaak.zaaktype.statustypen[0].volgnummer if zaak.zaaktype.statustypen else None
    return [status.id for status in zaak.statussen if status.statustype.volgnummer == begin][:1]


def read_initiator(rollen: Sequence[Json], kvk_veld: str) -> Partij | None:
    """Who asked for it, when the rol says so in a number that eloket knows people by.

    Of somebody from another EU country the register holds too little to know them again.
    """
    for rol in rollen:
        if rol.get("omschrijvingGeneriek") == INITIATOR:
            return _read_partij(rol.get("betrokkeneType"), rol.get("betrokkeneIdentificatie") or {}, kvk_veld)
    return None


def _read_partij(kind: Any, given: Json, kvk_veld: str) -> Partij | None:
    try:
        if kind == "natuurlijk_persoon":
            return Bsn(given["inpBsn"]) if given.get("inpBsn") else None
        return _read_business(given, kvk_veld)
    except InvalidPartij:
        logger.info("zgw_initiator_onleesbaar", kind=str(kind)[:40])
        return None


def _read_business(given: Json, kvk_veld: str) -> Partij | None:
    """With innNnpId for a KvK number, eight digits are one and nine are an RSIN."""
    number = given.get("kvkNummer") or given.get(kvk_veld) or ""
    if len(number) == 8:
        return Kvk(number, given.get("vestigingsNummer") or "")
    return Rsin(given["innNnpId"]) if given.get("innNnpId") else None


def _last_part(url: str) -> str:
    return url.rsplit("/", 1)[-1]
