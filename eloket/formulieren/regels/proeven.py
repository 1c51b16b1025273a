"""Answers to try a form's rules with: for each question one of every kind that its rules can tell apart."""

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, product
from math import prod
from typing import Any

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.regels.plan import Plan, Soort
from eloket.formulieren.regels.vergelijken import lees_waarde

# So many are tried at most; beyond it a form is too large to look at every combination.
MEESTE = 2_000

Antwoorden = Mapping[str, Any]


def list_proeven(plan: Plan, velden: Iterable[str], kansen: Mapping[str, list[Any]]) -> Iterator[Antwoorden]:
    """Every combination of answers to these questions, or a fixed draw from them when there are too many."""
    keys = [key for key in plan.plekken if key in set(velden)]
    if is_volledig(keys, kansen):
        for values in product(*(kansen[key] for key in keys)):
            yield dict(zip(keys, values, strict=True))
        return
    dice = random.Random(1)  # noqa: S311 — a draw that is the same each time, no secret
    for _number in range(MEESTE):
        yield {key: dice.choice(kansen[key]) for key in keys}


def is_volledig(velden: Iterable[str], kansen: Mapping[str, list[Any]]) -> bool:
    """Whether every combination of these is tried."""
    return prod(len(kansen[key]) for key in velden) <= MEESTE


def list_kansen(plan: Plan, soorten: Mapping[str, Soort], vandaag: date) -> dict[str, list[Any]]:
    """For each question in a condition: answers that its rules tell apart; and none when it may be empty."""
    genoemd = _list_genoemd(plan)
    return {
        key: [
            *_list_antwoorden(plan.velden[key], soorten[plan.velden[key].soort], genoemd[key], vandaag),
            *([] if plan.velden[key].verplicht else [None]),
        ]
        for key in plan.plekken
        if key in genoemd
    }


def _list_genoemd(plan: Plan) -> dict[str, list[str]]:
    """What the answers to each question are compared with."""
    genoemd: dict[str, list[str]] = {}
    for regel in plan.regels:
        for voorwaarde in regel.voorwaarden:
            genoemd.setdefault(voorwaarde.veld, []).extend(voorwaarde.waarden)
    return genoemd


def _list_antwoorden(veld: Veld, soort: Soort, genoemd: list[str], vandaag: date) -> list[Any]:
    opties = [optie.waarde for optie in soort.opties(veld)]
    if soort.vergelijking == Vergelijking.MEERKEUZE:
        return _list_keuzes(opties, genoemd)
    if opties:
        return opties
    if soort.vergelijking == Vergelijking.TEKST:
        return ["~", *dict.fromkeys(genoemd), *([" ".join(genoemd)] if len(genoemd) > 1 else [])]
    read = {lees_waarde(value, soort.vergelijking, vandaag) for value in genoemd} - {None}
    if soort.vergelijking == Vergelijking.GETAL:
        around = {value + step for value in read for step in (-1, Decimal("-0.01"), 0, Decimal("0.01"), 1)}
        return [str(value) for value in sorted(around)] or ["1"]
    if soort.vergelijking == Vergelijking.DATUM:
        days = {value + timedelta(days=step) for value in read for step in (-1, 0, 1)}
        return [day.isoformat() for day in sorted(days)] or [vandaag.isoformat()]
    return ["~"]


def _list_keuzes(opties: list[str], genoemd: list[str]) -> list[list[str]]:
    """Every set of the choices that rules name, each with and without one that no rule names."""
    named = [optie for optie in opties if optie in genoemd]
    other = next(([optie] for optie in opties if optie not in genoemd), [])
    sets = product(*([[], [optie]] for optie in islice(named, 8)))
    found = [[*(choice for part in chosen for choice in part)] for chosen in sets]
    return [each for chosen in found for each in ([*chosen], [*chosen, *other]) if each]
