"""Which path leads where, and which headers it asks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from eloket.demo.zgwregister import (
    besluiten,
    catalogi,
    documenten,
    notificaties,
    rollen,
    statussen,
    zaken,
    zoeken,
)
from eloket.demo.zgwregister.register import WAAR, Applicatie, Register
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Vraag

VERSIES = {
    "zaken": "1.5.1",
    "catalogi": "1.3.1",
    "documenten": "1.4.2",
    "besluiten": "1.0.2",
    "notificaties": "1.0.0",
}
Handler = Callable[..., Antwoord]
CRS = "EPSG:4326"


def _get(soort: str, scope: str) -> Handler:
    """A plain GET of one resource."""

    def handler(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
        require(applicatie, scope)
        return Antwoord(register.get(soort, id))

    return handler


ID = r"([0-9a-f-]{36})"
EIO = "/documenten/api/v1/enkelvoudiginformatieobjecten"
Z = "/zaken/api/v1"
WEGEN: list[tuple[str, str, Handler]] = [
    ("GET", f"{Z}/zaken", zoeken.list_zaken),
    ("POST", f"{Z}/zaken", zaken.create_zaak),
    ("POST", f"{Z}/zaken/_zoek", zoeken.search_zaken),
    ("GET", f"{Z}/zaken/{ID}", zaken.get_zaak),
    ("PATCH", f"{Z}/zaken/{ID}", zaken.change_zaak),
    ("POST", f"{Z}/zaaknummer_reserveren", zaken.reserve_number),
    ("GET", f"{Z}/zaken/{ID}/zaakeigenschappen", rollen.list_eigenschappen),
    ("POST", f"{Z}/zaken/{ID}/zaakeigenschappen", rollen.create_eigenschap),
    ("GET", f"{Z}/zaken/{ID}/besluiten", besluiten.list_zaakbesluiten),
    ("GET", f"{Z}/rollen", rollen.list_rollen),
    ("POST", f"{Z}/rollen", rollen.create_rol),
    ("GET", f"{Z}/rollen/{ID}", _get("rollen", "zaken.lezen")),
    ("GET", f"{Z}/statussen", statussen.list_statussen),
    ("POST", f"{Z}/statussen", statussen.create_status),
    ("GET", f"{Z}/statussen/{ID}", _get("statussen", "zaken.lezen")),
    ("POST", f"{Z}/resultaten", statussen.create_resultaat),
    ("GET", f"{Z}/resultaten/{ID}", _get("resultaten", "zaken.lezen")),
    ("GET", f"{Z}/zaakinformatieobjecten", rollen.list_documents),
    ("POST", f"{Z}/zaakinformatieobjecten", partial(rollen.create_part, soort="zaakinformatieobjecten")),
    ("GET", f"{Z}/zaakobjecten", rollen.list_objecten),
    ("POST", f"{Z}/zaakobjecten", partial(rollen.create_part, soort="zaakobjecten")),
    ("GET", EIO, documenten.list_documenten),
    ("POST", EIO, documenten.create_document),
    ("POST", f"{EIO}/_zoek", documenten.search_documenten),
    ("GET", f"{EIO}/{ID}", documenten.get_document),
    ("PATCH", f"{EIO}/{ID}", documenten.change_document),
    ("GET", f"{EIO}/{ID}/download", documenten.download),
    ("POST", f"{EIO}/{ID}/lock", documenten.lock),
    ("POST", f"{EIO}/{ID}/unlock", documenten.unlock),
    ("PUT", f"/documenten/api/v1/bestandsdelen/{ID}", documenten.put_part),
    ("GET", "/besluiten/api/v1/besluiten", besluiten.list_besluiten),
    ("POST", "/besluiten/api/v1/besluiten", besluiten.create_besluit),
    ("GET", f"/besluiten/api/v1/besluiten/{ID}", _get("besluiten", "besluiten.lezen")),
    ("GET", "/besluiten/api/v1/besluitinformatieobjecten", besluiten.list_besluitdocumenten),
    ("POST", "/besluiten/api/v1/besluitinformatieobjecten", besluiten.create_besluitdocument),
    ("GET", "/notificaties/api/v1/abonnement", notificaties.list_abonnementen),
    ("POST", "/notificaties/api/v1/abonnement", notificaties.create_abonnement),
    ("DELETE", f"/notificaties/api/v1/abonnement/{ID}", notificaties.delete_abonnement),
    ("GET", "/notificaties/api/v1/kanaal", notificaties.list_kanalen),
    *(
        ("GET", f"/catalogi/api/v1/{soort}", partial(catalogi.list_kind, soort=soort))
        for soort in WAAR["catalogi"]
    ),
    *(
        ("GET", f"/catalogi/api/v1/{soort}/{ID}", partial(catalogi.get_one, soort=soort))
        for soort in WAAR["catalogi"]
    ),
]
_PATTERNS = [(method, re.compile(path), handler) for method, path, handler in WEGEN]
_WITH_CRS = re.compile(rf"{Z}/zaken(/_zoek|/{ID})?")


@dataclass(frozen=True, slots=True)
class Weg:
    handler: Handler
    arguments: tuple[Any, ...]
    is_detail: bool


def find_weg(vraag: Vraag) -> Weg:
    """A slash at the end is another path. Errors: `Fout` 404, 405."""
    fits = [
        (method, match, handler)
        for method, path, handler in _PATTERNS
        if (match := path.fullmatch(vraag.path))
    ]
    for method, match, handler in fits:
        if method == vraag.method:
            return Weg(
                handler,
                match.groups(),
                is_detail=method == "GET" and vraag.path.endswith(match.groups()[-1:]),
            )
    raise Fout(405, "method_not_allowed") if fits else Fout(404, "not_found")


def check_headers(vraag: Vraag) -> None:
    """Errors: `Fout` 406, 412."""
    accept = vraag.headers.get("accept", "*/*")
    if not any(kind in accept for kind in ("*/*", "application/json", "octet-stream")):
        raise Fout(406, "not_acceptable")
    if not _WITH_CRS.fullmatch(vraag.path):
        return
    _check_crs(vraag, "Accept-Crs")
    if vraag.method in ("POST", "PUT", "PATCH"):
        _check_crs(vraag, "Content-Crs")


def _check_crs(vraag: Vraag, name: str) -> None:
    given = vraag.headers.get(name.lower())
    if not given:
        raise Fout(412, "precondition_failed", f"'{name}' header ontbreekt")
    if given != CRS:
        raise Fout(406, "not_acceptable", f"CRS '{given}' is niet ondersteund")
