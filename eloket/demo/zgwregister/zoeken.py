"""Lists of zaken: filters in the address, or in a body that is not checked."""

from collections.abc import Iterable
from typing import Any

from eloket.demo.zgwregister.lijsten import page_of, page_parameters, refuse_unknown
from eloket.demo.zgwregister.register import VERTROUWELIJK, Applicatie, Register
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.uitklappen import expand, read_expand
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag, refuse

PREFIX = "rol__betrokkeneIdentificatie__"
ROL = {
    f"{PREFIX}natuurlijkPersoon__inpBsn": "inpBsn",
    f"{PREFIX}natuurlijkPersoon__anpIdentificatie": "anpIdentificatie",
    f"{PREFIX}nietNatuurlijkPersoon__innNnpId": "innNnpId",
    f"{PREFIX}vestiging__vestigingsNummer": "vestigingsNummer",
}
ROL_RUIM = {
    f"{PREFIX}nietNatuurlijkPersoon__kvkNummer": "kvkNummer",
    f"{PREFIX}nietNatuurlijkPersoon__vestigingsNummer": "vestigingsNummer",
}
PLAIN = ("identificatie", "bronorganisatie", "zaaktype", "startdatum", "einddatum")
OTHER = (
    "rol__omschrijvingGeneriek",
    "maximaleVertrouwelijkheidaanduiding",
    "einddatum__isnull",
    "expand",
    "ordering",
)
ORDERING = (
    "startdatum",
    "einddatum",
    "publicatiedatum",
    "archiefactiedatum",
    "registratiedatum",
    "identificatie",
)
YES = (True, "true", "True", "1")


def list_zaken(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """GET: what it does not know it refuses. An empty filter is no filter."""
    require(applicatie, "zaken.lezen")
    refuse_unknown(vraag, (*PLAIN, *OTHER, *_rol_filters(register), *page_parameters(register)))
    bsn = vraag.query.get(f"{PREFIX}natuurlijkPersoon__inpBsn", "")
    if len(bsn) > 9:
        raise refuse(f"{PREFIX}natuurlijkPersoon__inpBsn", "max_length")
    ordering = vraag.query.get("ordering", "").split(",") if vraag.query.get("ordering") else []
    return _answer(register, applicatie, vraag, vraag.query, ordering)


def search_zaken(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """POST _zoek: a key that it does not know it skips, and then everything fits."""
    require(applicatie, "zaken.lezen")
    refuse_unknown(vraag, page_parameters(register))
    content = vraag.json()
    return _answer(register, applicatie, vraag, content, _read_ordering(register, content.get("ordering")))


def _read_ordering(register: Register, value: Any) -> list[str]:
    """A list is more than the standard has."""
    if not value:
        return []
    if isinstance(value, list) and register.ruim:
        return [str(each) for each in value]
    if not isinstance(value, str):
        raise refuse("ordering", "invalid")
    return [value]


def _answer(
    register: Register, applicatie: Applicatie, vraag: Vraag, filters: Any, ordering: list[str]
) -> Antwoord:
    value = filters.get("expand") or ""
    if isinstance(value, list) and not register.ruim:
        raise refuse("expand", "invalid")
    paths = read_expand(value)
    rows = [zaak for zaak in _find(register, filters) if applicatie.sees(zaak)]
    page = page_of(register, vraag, _sort(rows, ordering))
    page["results"] = [expand(register, zaak, paths) for zaak in page["results"]]
    return Antwoord(page)


def _rol_filters(register: Register) -> dict[str, str]:
    return {**ROL, **ROL_RUIM} if register.ruim else ROL


def _find(register: Register, filters: Any) -> Iterable[Json]:
    rows = _of_people(register, filters)
    tests = [(name, filters[name]) for name in PLAIN if filters.get(name)]
    if filters.get("uuid__in") and not register.storingen.negeer_filters:
        wanted = set(filters["uuid__in"])
        rows = [zaak for zaak in rows if zaak["uuid"] in wanted]
    if filters.get("einddatum__isnull") is not None:
        is_open = filters["einddatum__isnull"] in YES
        rows = [zaak for zaak in rows if (zaak["einddatum"] is None) == is_open]
    if level := filters.get("maximaleVertrouwelijkheidaanduiding"):
        allowed = set(VERTROUWELIJK[: VERTROUWELIJK.index(level) + 1])
        rows = [zaak for zaak in rows if zaak["vertrouwelijkheidaanduiding"] in allowed]
    return [zaak for zaak in rows if all(zaak[name] == value for name, value in tests)] if tests else rows


def _of_people(register: Register, filters: Any) -> Iterable[Json]:
    """By whose it is; null finds nobody, an empty text everybody."""
    given = {name: filters[name] for name in _rol_filters(register) if name in filters}
    if None in given.values():
        return []
    wanted = {name: value for name, value in given.items() if value}
    if not wanted or register.storingen.negeer_filters:
        return register.list("zaken")
    generiek = filters.get("rol__omschrijvingGeneriek") or ""
    found: Any = None
    for name, value in wanted.items():
        key = (f"{generiek}:{_rol_filters(register)[name]}", str(value))
        ids = register.eigenaren.get(key, {})
        found = list(ids) if found is None else [each for each in found if each in ids]
    return [register.dingen["zaken"][each] for each in found]


def _sort(rows: list[Json], ordering: list[str]) -> list[Json]:
    """What came last first. Without a value is first when the order is descending, as in PostgreSQL."""
    rows = rows[::-1]
    for name in reversed(ordering):
        if name.removeprefix("-") not in ORDERING:
            raise refuse("ordering", "invalid_choice", f"{name} is geen geldige keuze.")
        key, down = name.removeprefix("-"), name.startswith("-")
        rows = sorted(rows, key=lambda zaak: (zaak[key] is None, zaak[key] or ""), reverse=down)
    return rows
