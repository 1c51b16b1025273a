"""The rules and the sources of claims of a soort, as a redacteur composed them, in plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eloket.uitgifte.beslisregels import BESLISREGELS, Beslisregel
from eloket.uitgifte.regels.bron import Bron

VRAGEN = ("vraag", "dag", "tijd")


@dataclass(frozen=True, slots=True)
class Soortregel:
    """One rule with what a redacteur set for it."""

    regel: Beslisregel
    instellingen: Mapping[str, Any]
    artikel: str


@dataclass(frozen=True, slots=True)
class Vulling:
    """Where one claim comes from. `vragen`: the questions that are needed, in order; `tekst`: a fixed one."""

    claim: str
    bron: Bron
    vragen: tuple[str, ...] = ()
    tekst: str = ""


def read_regels(blokken: Iterable[Any]) -> tuple[Soortregel, ...]:
    """From a StreamField, in its order; what this version has no rule for is left out."""
    return tuple(
        Soortregel(
            BESLISREGELS[blok.block_type],
            {name: value for name, value in blok.value.items() if name != "artikel"},
            blok.value["artikel"],
        )
        for blok in blokken
        if blok.block_type in BESLISREGELS
    )


def read_vulling(blokken: Iterable[Any]) -> tuple[Vulling, ...]:
    return tuple(
        Vulling(
            claim=blok.value["claim"],
            bron=Bron(blok.block_type),
            vragen=tuple(str(blok.value[name]) for name in VRAGEN if blok.value.get(name)),
            tekst=blok.value.get("tekst", ""),
        )
        for blok in blokken
    )
