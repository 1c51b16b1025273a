"""Catalogi API 1.3.1: reading only."""

from collections.abc import Callable
from typing import Any

from eloket.demo.zgwregister.lijsten import page_of, page_parameters, refuse_unknown
from eloket.demo.zgwregister.register import Applicatie, Register
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag, refuse

Test = Callable[[Json, str], bool]


def _same(name: str) -> Test:
    return lambda row, value: bool(row[name] == value)


def _contains(name: str) -> Test:
    return lambda row, value: value in row[name]


def _one_of(name: str) -> Test:
    return lambda row, value: row[name] in value.split(",")


def _valid_on(row: Json, day: str) -> bool:
    return (row["beginGeldigheid"] or "") <= day and (
        row["eindeGeldigheid"] is None or day < row["eindeGeldigheid"]
    )


FILTERS: dict[str, dict[str, Test]] = {
    "catalogussen": {"domein": _same("domein"), "domein__in": _one_of("domein"), "rsin": _same("rsin")},
    "zaaktypen": {
        "catalogus": _same("catalogus"),
        "identificatie": _same("identificatie"),
        "trefwoorden": _contains("trefwoorden"),
        "datumGeldigheid": _valid_on,
    },
    **{
        soort: {"zaaktype": _same("zaaktype"), "zaaktypeIdentificatie": _same("zaaktypeIdentificatie")}
        for soort in ("statustypen", "roltypen", "eigenschappen")
    },
    "resultaattypen": {"zaaktype": _same("zaaktype")},
    "informatieobjecttypen": {"catalogus": _same("catalogus"), "omschrijving": _same("omschrijving")},
    "zaaktype-informatieobjecttypen": {
        "zaaktype": _same("zaaktype"),
        "informatieobjecttype": _same("informatieobjecttype"),
        "richting": _same("richting"),
    },
    "besluittypen": {
        "catalogus": _same("catalogus"),
        "zaaktypen": _contains("zaaktypen"),
        "omschrijving": _same("omschrijving"),
    },
}
FILTERS["roltypen"]["omschrijvingGeneriek"] = _same("omschrijvingGeneriek")
STATUS = {"concept": (True,), "definitief": (False,), "alles": (True, False)}


def list_kind(register: Register, applicatie: Applicatie, vraag: Vraag, soort: str) -> Antwoord:
    """Published ones only, unless `status` says otherwise; the newest first."""
    require(applicatie, "catalogi.lezen")
    refuse_unknown(vraag, (*FILTERS[soort], *_status_parameter(soort), *page_parameters(register)))
    rows = [row for row in register.list(soort) if _fits(register, row, vraag, soort)]
    rows.reverse()
    if soort == "statustypen" and register.storingen.schud_statustypen:
        rows = rows[1::2] + rows[::2]
    return Antwoord(page_of(register, vraag, rows))


def get_one(register: Register, applicatie: Applicatie, vraag: Vraag, id: str, *, soort: str) -> Antwoord:
    require(applicatie, "catalogi.lezen")
    refuse_unknown(vraag, ("datumGeldigheid",) if soort == "zaaktypen" else ())
    return Antwoord(register.get(soort, id))


def _status_parameter(soort: str) -> tuple[str, ...]:
    return () if soort == "catalogussen" else ("status",)


def _fits(register: Register, row: Json, vraag: Vraag, soort: str) -> bool:
    wanted = STATUS.get(vraag.query.get("status", "definitief"))
    if wanted is None:
        raise refuse("status", "invalid_choice")
    tests = FILTERS[soort].items()
    return _is_concept(register, row) in wanted and all(
        test(row, vraag.query[name]) for name, test in tests if name in vraag.query
    )


def _is_concept(register: Register, row: Json) -> bool:
    """A part is a concept as long as its zaaktype is."""
    if "concept" in row:
        return bool(row["concept"])
    owner: Any = row.get("zaaktype")
    return bool(owner and register.follow("zaaktypen", owner, "zaaktype")["concept"])
