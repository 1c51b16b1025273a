"""The people and companies of Rietwaard (fictief), from a file. BSNs of the public test range."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from eloket.lib.partij import Bsn, Kvk, Rsin
from eloket.personen.backends.base import (
    Adressoort,
    Bedrijf,
    BedrijvenBackend,
    Gegeven,
    Naam,
    OnvolledigeDatum,
    PersonenBackend,
    Persoon,
    PersoonNotFound,
    Registeradres,
    Verwant,
)

BESTAND = Path(__file__).with_name("rietwaard.json")


class Bestand:
    """The file, read when the first question comes."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.path = Path(options.get("BESTAND", BESTAND))

    @cached_property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return data


class DemoPersonen(PersonenBackend):
    """Option `BESTAND`: another file."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.bestand = Bestand(options)

    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> Persoon:
        data = self.bestand.data["personen"].get(bsn.nummer)
        if data is None:
            raise PersoonNotFound("in de demo woont niemand met dit nummer")
        return _only(_to_persoon(data), gegevens)


class DemoBedrijven(BedrijvenBackend):
    """Option `BESTAND`: another file."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.bestand = Bestand(options)

    def get_bedrijf(self, kvk: Kvk) -> Bedrijf:
        data = self.bestand.data["bedrijven"].get(kvk.nummer)
        vestiging = data["vestigingen"].get(kvk.vestiging) if data and kvk.vestiging else {}
        if data is None or vestiging is None:
            raise PersoonNotFound("in de demo is er geen bedrijf met dit nummer")
        return _to_bedrijf(kvk, {**data, **vestiging})


def _to_persoon(data: Mapping[str, Any]) -> Persoon:
    geheim = bool(data.get("geheim"))
    return Persoon(
        naam=Naam(**data["naam"]),
        aanschrijfnaam=data.get("aanschrijfnaam", ""),
        geboortedatum=_to_datum(data.get("geboren", "")),
        adres=None if geheim or not data.get("adres") else _to_adres(data["adres"]),
        geheim=geheim,
        overleden=bool(data.get("overleden")),
        in_onderzoek=frozenset(Gegeven(name) for name in data.get("in_onderzoek", [])),
        partners=tuple(_to_verwant(each) for each in data.get("partners", [])),
        kinderen=tuple(_to_verwant(each) for each in data.get("kinderen", [])),
        nationaliteiten=tuple(data.get("nationaliteiten", [])),
    )


def _only(persoon: Persoon, gegevens: Collection[Gegeven]) -> Persoon:
    """Without what was not asked, as the real source answers; and without what is under investigation."""
    empty: dict[Gegeven, dict[str, Any]] = {
        Gegeven.NAAM: {"naam": Naam()},
        Gegeven.AANSCHRIJFNAAM: {"aanschrijfnaam": ""},
        Gegeven.GEBOORTE: {"geboortedatum": OnvolledigeDatum()},
        Gegeven.ADRES: {"adres": None},
        Gegeven.PARTNER: {"partners": ()},
        Gegeven.KINDEREN: {"kinderen": ()},
        Gegeven.NATIONALITEIT: {"nationaliteiten": ()},
    }
    for gegeven, nothing in empty.items():
        if gegeven not in gegevens or gegeven in persoon.in_onderzoek:
            persoon = replace(persoon, **nothing)
    return replace(persoon, in_onderzoek=persoon.in_onderzoek & frozenset(gegevens))


def _to_datum(text: str) -> OnvolledigeDatum:
    """ "1984-05-03", or with 00 for what is not known: "1984-00-00"."""
    return OnvolledigeDatum(*(int(part) or None for part in text.split("-"))) if text else OnvolledigeDatum()


def _to_adres(data: Mapping[str, Any]) -> Registeradres:
    return Registeradres(**{**data, "soort": Adressoort(data["soort"]), "regels": tuple(data["regels"])})


def _to_verwant(data: Mapping[str, Any]) -> Verwant:
    return Verwant(Naam(**data["naam"]), _to_datum(data.get("geboren", "")))


def _to_bedrijf(kvk: Kvk, data: Mapping[str, Any]) -> Bedrijf:
    return Bedrijf(
        kvk=kvk,
        naam=data["naam"],
        handelsnamen=tuple(data.get("handelsnamen", [])),
        rechtsvorm=data.get("rechtsvorm", ""),
        rsin=Rsin(data["rsin"]) if data.get("rsin") else None,
        adres=_to_adres(data["adres"]) if data.get("adres") else None,
        opgeheven=bool(data.get("opgeheven")),
    )
