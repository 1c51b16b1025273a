""" "Kan ik dit aanvragen?": a few questions on the product page, without login; nothing of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ANTWOORDEN = ("ja", "nee")
SENT = "check"  # sent along, since radio buttons that nobody touched leave no trace


@dataclass(frozen=True)
class Controlevraag:
    """One question. `gegeven` is "ja", "nee" or ""; `mist`: others were answered and this one was not."""

    naam: str
    tekst: str
    gegeven: str
    mist: bool


@dataclass(frozen=True)
class Check:
    """The questions, and what the answers lead to. `kan`: None while not all are answered."""

    vragen: Sequence[Controlevraag]
    onvolledig: bool
    kan: bool | None
    redenen: Sequence[str]


def build_check(checks: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> Check | None:
    """The check of a product, None when it has none.

    `checks`: vraag, goed ("ja" or "nee") and uitleg each; `answers`: the query, of anybody.
    """
    if not checks:
        return None
    names = [f"check-{nr}" for nr in range(1, len(checks) + 1)]
    given = [value if (value := answers.get(name)) in ANTWOORDEN else "" for name in names]
    asked = SENT in answers or any(name in answers for name in names)
    complete = all(given)
    wrong = [
        check["uitleg"]
        for check, value in zip(checks, given, strict=True)
        if value and value != check["goed"]
    ]
    return Check(
        vragen=[
            Controlevraag(name, check["vraag"], value, asked and not value)
            for name, check, value in zip(names, checks, given, strict=True)
        ],
        onvolledig=asked and not complete,
        kan=not wrong if complete else None,
        redenen=wrong,
    )
