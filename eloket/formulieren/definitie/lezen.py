"""From JSON to dataclasses."""

from typing import Any

from eloket.formulieren.definitie.bewijs import require_bewijs
from eloket.formulieren.definitie.regel import Actie, Combinatie, Operator, Regel, Voorwaarde
from eloket.formulieren.definitie.schema import InvalidDefinitie, Json, upgrade
from eloket.formulieren.definitie.tekst import Tekst
from eloket.formulieren.definitie.vorm import INLOGMIDDELEN, Definitie, Optie, Stap, Veld
from eloket.formulieren.definitie.waarvoor import Waarvoor


def read_definitie(data: Json) -> Definitie:
    """A stored definition of any schema number. Errors: `InvalidDefinitie`."""
    try:
        return _read(upgrade(data))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InvalidDefinitie(f"onleesbare definitie: {error!r}") from error


def _read(data: Json) -> Definitie:
    niveau = int(data["niveau"])
    stappen = require_bewijs(tuple(read_stap(stap) for stap in data["stappen"]), niveau)
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
        niveau=niveau,
        zaaktype=str(data.get("zaaktype", "")),
        bewaardagen=int(data["bewaardagen"]) if data.get("bewaardagen") else None,
        stappen=stappen,
        regels=tuple(_read_regel(regel) for regel in data["regels"]),
        ongevoelig=data.get("ongevoelig") is True,
        middelen=tuple(str(middel) for middel in data.get("middelen") or INLOGMIDDELEN),
        alleen_zelf=data.get("alleen_zelf") is True,
        waarvoor=Waarvoor(data.get("waarvoor") or ""),
    )


def read_stap(data: Json) -> Stap:
    """One step in the newest schema. Errors: `KeyError`, `TypeError`, `ValueError`."""
    return Stap(
        sleutel=str(data["sleutel"]),
        titel=_read_tekst(data["titel"]),
        uitleg=_read_tekst(data.get("uitleg")),
        velden=tuple(_read_veld(veld) for veld in data["velden"]),
    )


def _read_veld(data: Json, *, inside: bool = False) -> Veld:
    if inside and data.get("velden"):
        raise ValueError("een groep in een groep")
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
        velden=tuple(_read_veld(veld, inside=True) for veld in data.get("velden", [])),
    )


def _read_regel(data: Json) -> Regel:
    return Regel(
        actie=Actie(data["actie"]),
        voorwaarden=tuple(_read_voorwaarde(voorwaarde) for voorwaarde in data["voorwaarden"]),
        combinatie=Combinatie(data.get("combinatie", "alle")),
        doel=str(data.get("doel", "")),
        waarde=str(data.get("waarde", "")),
        titel=_read_tekst(data.get("titel")),
        tekst=_read_tekst(data.get("tekst")),
        product=str(data.get("product", "")),
    )


def _read_voorwaarde(data: Json) -> Voorwaarde:
    return Voorwaarde(
        veld=str(data["veld"]),
        operator=Operator(data["operator"]),
        waarden=tuple(str(waarde) for waarde in data.get("waarden", [])),
    )


def _read_tekst(data: Any) -> Tekst:
    if data is None:
        return Tekst()
    return Tekst(nl=str(data["nl"]), en=str(data.get("en", "")))
