"""The meaning of a stored form: JSON of any schema number in, frozen dataclasses out.

A draft and an aanvraag keep the version that they were started with for years, so a change of the shape of
the JSON comes with a function in `UPGRADES` that lifts the older shape; nothing stored is ever rewritten.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language

from eloket.lib.tekst import in_language

SCHEMA = 1

Json = dict[str, Any]

# From a schema number to the function that lifts a definition of that number to the next one.
UPGRADES: dict[int, Callable[[Json], Json]] = {}


class InvalidDefinitie(ValueError):
    """The JSON is no form that this version of eloket can read."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text in both languages; English falls back to Dutch. `str()` gives the active language.

    What it gives knows its language (`lib.tekst`), so that Dutch words on an English page say that they are.
    """

    nl: str = ""
    en: str = ""

    def __str__(self) -> str:
        return self.in_taal(get_language() or "nl")

    def __bool__(self) -> bool:
        return bool(self.nl)

    def in_taal(self, taal: str) -> str:
        return in_language(self.nl, self.en, taal)


@dataclass(frozen=True, slots=True)
class Optie:
    """One choice: the value that is stored and the words that people read."""

    waarde: str
    label: Tekst


@dataclass(frozen=True, slots=True)
class Veld:
    """One question. `instellingen` holds what only this type of field knows."""

    soort: str
    sleutel: str
    label: Tekst
    hulp: Tekst = field(default_factory=Tekst)
    verplicht: bool = True
    eigenschap: str = ""
    informatieobjecttype: str = ""
    opties: tuple[Optie, ...] = ()
    instellingen: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stap:
    """One page of questions; `sleutel` stands in the address."""

    sleutel: str
    titel: Tekst
    uitleg: Tekst
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True)
class Definitie:
    """A whole form. `niveau`: a betrouwbaarheidsniveau; `zaaktype`: an identificatie, "" for the default."""

    slug: str
    titel: Tekst
    inleiding: Tekst
    nodig: Tekst
    duur_minuten: int
    vervolg: Tekst
    verklaring: Tekst
    niveau: int
    zaaktype: str
    stappen: tuple[Stap, ...]

    @property
    def velden(self) -> tuple[Veld, ...]:
        """Every question, in order."""
        return tuple(veld for stap in self.stappen for veld in stap.velden)

    def get_stap(self, sleutel: str) -> Stap | None:
        return next((stap for stap in self.stappen if stap.sleutel == sleutel), None)


def read_definitie(data: Json) -> Definitie:
    """A stored definition of any schema number. Errors: `InvalidDefinitie`."""
    try:
        return _read(upgrade(data))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InvalidDefinitie(f"onleesbare definitie: {error!r}") from error


def upgrade(data: Json) -> Json:
    """The same definition in the newest schema. Errors: `InvalidDefinitie`."""
    number = data.get("schema")
    while number != SCHEMA:
        if not isinstance(number, int) or number not in UPGRADES:
            raise InvalidDefinitie(f"schema {number!r} is onbekend")
        data = UPGRADES[number](data)
        number = data.get("schema")
    return data


def _read(data: Json) -> Definitie:
    stappen = tuple(_read_stap(stap) for stap in data["stappen"])
    if not stappen:
        raise ValueError("geen stappen")
    return Definitie(
        slug=str(data["slug"]),
        titel=_read_tekst(data["titel"]),
        inleiding=_read_tekst(data.get("inleiding")),
        nodig=_read_tekst(data.get("nodig")),
        duur_minuten=int(data.get("duur_minuten", 5)),
        vervolg=_read_tekst(data.get("vervolg")),
        verklaring=_read_tekst(data.get("verklaring")),
        niveau=int(data["niveau"]),
        zaaktype=str(data.get("zaaktype", "")),
        stappen=stappen,
    )


def _read_stap(data: Json) -> Stap:
    return Stap(
        sleutel=str(data["sleutel"]),
        titel=_read_tekst(data["titel"]),
        uitleg=_read_tekst(data.get("uitleg")),
        velden=tuple(_read_veld(veld) for veld in data["velden"]),
    )


def _read_veld(data: Json) -> Veld:
    return Veld(
        soort=str(data["soort"]),
        sleutel=str(data["sleutel"]),
        label=_read_tekst(data["label"]),
        hulp=_read_tekst(data.get("hulp")),
        verplicht=bool(data.get("verplicht", True)),
        eigenschap=str(data.get("eigenschap", "")),
        informatieobjecttype=str(data.get("informatieobjecttype", "")),
        opties=tuple(
            Optie(str(optie["waarde"]), _read_tekst(optie["label"])) for optie in data.get("opties", [])
        ),
        instellingen=dict(data.get("instellingen", {})),
    )


def _read_tekst(data: Any) -> Tekst:
    if data is None:
        return Tekst()
    return Tekst(nl=str(data["nl"]), en=str(data.get("en", "")))
