"""Besluiten of a zaak, as far as they were made known."""

from collections.abc import Iterable
from datetime import date

from eloket.zaken.backends.base import Besluit
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.backends.zgw.vertaling import to_besluit


def list_rows(verbinding: Verbinding, zaak: Json) -> list[Json]:
    """All of them; a server that skipped the filter gives others' as well, which stay out."""
    rows = verbinding.list_all(verbinding.url("besluiten", "besluiten"), zaak=zaak["url"])
    return [row for row in rows if row["zaak"] == zaak["url"]]


def list_known(catalogus: Catalogus, rows: Iterable[Json], *, op: date) -> tuple[Besluit, ...]:
    """Those with a verzenddatum of that day or before, oldest first."""
    found = [to_besluit(catalogus, row) for row in rows if is_known(row, op)]
    return tuple(sorted(found, key=lambda besluit: (besluit.datum, besluit.identificatie)))


def is_known(row: Json, op: date) -> bool:
    return bool(row.get("verzenddatum")) and row["verzenddatum"] <= op.isoformat()


def list_secret_documents(verbinding: Verbinding, rows: Iterable[Json], *, op: date) -> set[str]:
    """URLs of the letters of besluiten that were not made known: nobody reads those first."""
    url = verbinding.url("besluiten", "besluitinformatieobjecten")
    secret = [row["url"] for row in rows if not is_known(row, op)]
    links = [link for besluit in secret for link in verbinding.list_all(url, besluit=besluit)]
    return {link["informatieobject"] for link in links}
