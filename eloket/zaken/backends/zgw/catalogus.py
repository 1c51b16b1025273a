"""The catalogus, remembered by URL: what is published does not change, and is the slowest to ask."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from eloket.zaken.backends.base import RegisterMisconfigured
from eloket.zaken.backends.zgw.bewaren import Bewaard
from eloket.zaken.backends.zgw.samen import Samen
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding

DAG_SECONDEN = 24 * 3600
#: A new version of a zaaktype shows within ten minutes; a zaak that it refuses makes us ask at once.
VERSIE_SECONDEN = 600
KORT = ("statustypen",)
LANG = (
    *KORT,
    "resultaattypen",
    "roltypen",
    "eigenschappen",
    "zaaktype-informatieobjecttypen",
    "besluittypen",
)
#: From so many on it is quicker to ask for all of them.
VEEL = 3


class Catalogus:
    """Zaaktypen and what belongs to them, as the register gives them."""

    def __init__(self, verbinding: Verbinding, samen: Samen) -> None:
        self._verbinding, self._samen = verbinding, samen
        self._dingen: Bewaard[Json] = Bewaard(DAG_SECONDEN)
        self._delen: Bewaard[list[Json]] = Bewaard(DAG_SECONDEN)
        self._versies: Bewaard[list[Json]] = Bewaard(VERSIE_SECONDEN)

    def forget(self) -> None:
        """Ask everything anew: something was published, or does not fit."""
        for each in (self._dingen, self._delen, self._versies):
            each.clear()

    def get(self, url: str) -> Json:
        """One thing of the catalogus."""
        return self._dingen.get(url, lambda: self._verbinding.get(url))

    def list_delen(self, soort: str, zaaktype: str) -> list[Json]:
        """The statustypen, roltypen … of this zaaktype, in order of volgnummer where there is one."""
        return self._delen.get((soort, zaaktype), lambda: self._fetch_delen(soort, zaaktype))

    def warm(self, zaaktypen: Iterable[str], *, op: date, soorten: Iterable[str] = KORT) -> None:
        """Have these zaaktypen and their parts at hand, all at once where they are not.

        Many that are not known come in one call, as the versions that are valid on `op`.
        """
        urls = list(dict.fromkeys(zaaktypen))
        parts = [(soort, url) for url in urls for soort in soorten]
        questions: list[Any] = [
            partial(self.list_delen, *each) for each in parts if not self._delen.has(each)
        ]
        if len([url for url in urls if not self._dingen.has(url)]) > VEEL:
            questions.insert(0, partial(self._prime, op))
            self._samen.run(questions)
            questions = []
        questions += [partial(self.get, url) for url in urls if not self._dingen.has(url)]
        self._samen.run(questions)

    def _prime(self, op: date) -> None:
        for row in self.list_versions(op):
            self._dingen.put(row["url"], row)

    def find_version(self, identificatie: str, op: date) -> Json | None:
        """The newest version that is valid on that day."""
        rows = self._versies.get((identificatie, op), lambda: self._fetch_versies(op, identificatie))
        # The server may have skipped a filter: look ourselves.
        rows = [row for row in rows if row["identificatie"] == identificatie]
        return max(rows, key=lambda row: row["beginGeldigheid"], default=None)

    def list_versions(self, op: date) -> list[Json]:
        """One version of each zaaktype that is valid on that day."""
        rows = self._versies.get(op, lambda: self._fetch_versies(op))
        newest: dict[str, Json] = {}
        for row in sorted(rows, key=lambda row: row["beginGeldigheid"]):
            newest[row["identificatie"]] = row
        return sorted(newest.values(), key=lambda row: row["omschrijving"])

    def get_catalogus(self) -> str:
        """Its URL. Errors: `RegisterMisconfigured` when there is none of this name."""
        chosen = self._verbinding.instellingen
        query = {"domein": chosen.domein, "rsin": chosen.catalogus_rsin}
        found = self._delen.get("catalogus", lambda: self._fetch_catalogus(query))
        return str(found[0]["url"])

    def list_documenttypen(self, zaaktype: str) -> dict[str, tuple[str, str]]:
        """omschrijving and richting by the URL of the informatieobjecttype."""
        links = self.list_delen("zaaktype-informatieobjecttypen", zaaktype)
        urls = [link["informatieobjecttype"] for link in links]
        kinds = self._samen.run([partial(self.get, url) for url in urls])
        return {
            link["informatieobjecttype"]: (kind["omschrijving"], link["richting"])
            for link, kind in zip(links, kinds, strict=True)
        }

    def _fetch_delen(self, soort: str, zaaktype: str) -> list[Json]:
        name = "zaaktypen" if soort == "besluittypen" else "zaaktype"
        url = self._verbinding.url("catalogi", soort)
        rows = self._verbinding.list_all(url, **{name: zaaktype, "status": "alles"})
        return sorted(rows, key=lambda row: row.get("volgnummer") or 0)

    def _fetch_versies(self, op: date, identificatie: str = "") -> list[Json]:
        query = {"catalogus": self.get_catalogus(), "datumGeldigheid": op.isoformat()}
        if identificatie:
            query["identificatie"] = identificatie
        rows = self._verbinding.list_all(self._verbinding.url("catalogi", "zaaktypen"), **query)
        return [row for row in rows if not row["concept"]]

    def _fetch_catalogus(self, query: dict[str, str]) -> list[Json]:
        rows = self._verbinding.list_all(self._verbinding.url("catalogi", "catalogussen"), **query)
        rows = [row for row in rows if (row["domein"], row["rsin"]) == (query["domein"], query["rsin"])]
        if not rows:
            raise RegisterMisconfigured(
                f"het register heeft geen catalogus met domein {query['domein']}"
                f" van {query['rsin']} (ELOKET_ZGW_CATALOGUS)"
            )
        return rows
