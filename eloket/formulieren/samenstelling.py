"""Between the redacteur's desk and the definition: the same form, as blocks and as JSON."""

from typing import Any, Protocol
from uuid import uuid4

from wagtail.blocks import Block, ListBlock

from eloket.formulieren.definitie import SCHEMA, Json, Veld, read_stap
from eloket.formulieren.samenstelling_regels import compose_regel, decompose_regel
from eloket.formulieren.velden import VELDTYPEN

TEKSTEN = ("titel", "inleiding", "nodig", "vervolg", "verklaring")
OWN = {
    "label_nl",
    "label_en",
    "hulp_nl",
    "hulp_en",
    "verplicht",
    "eigenschap",
    "informatieobjecttype",
    "sleutel",
    "opties",
    "velden",
}


class Bureau(Protocol):
    """What a Formulier has, seen from here."""

    slug: str
    duur_minuten: int
    niveau: int
    zaaktype: str
    tarief: Any
    ongevoelig: bool
    bewaardagen: int | None
    middelen: list[str]
    alleen_zelf: bool
    waarvoor: str
    stappen: Any
    regels: Any


def compose_inhoud(formulier: Bureau) -> Json:
    """The definition of what stands on the desk now."""
    stappen = [_compose_stap(stap.value) for stap in formulier.stappen]
    return {
        "schema": SCHEMA,
        "slug": formulier.slug,
        **{
            name: _tekst(getattr(formulier, f"{name}_nl"), getattr(formulier, f"{name}_en"))
            for name in TEKSTEN
        },
        "duur_minuten": formulier.duur_minuten,
        "niveau": formulier.niveau,
        "zaaktype": formulier.zaaktype,
        # Only where there is one: a form of before that costs nothing stays the very same version.
        **({"tarief": formulier.tarief.code} if formulier.tarief else {}),
        **({"ongevoelig": True} if formulier.ongevoelig else {}),
        **({"bewaardagen": formulier.bewaardagen} if formulier.bewaardagen else {}),
        **({"middelen": list(formulier.middelen)} if formulier.middelen else {}),
        **({"alleen_zelf": True} if formulier.alleen_zelf else {}),
        **({"waarvoor": formulier.waarvoor} if formulier.waarvoor else {}),
        "stappen": stappen,
        "regels": _compose_regels(formulier.regels, stappen),
    }


def list_velden(formulier: Bureau) -> list[Veld]:
    """The questions that stand on the desk now."""
    return [veld for stap in formulier.stappen for veld in read_stap(_compose_stap(stap.value)).velden]


def _compose_regels(regels: Any, stappen: list[Json]) -> list[Json]:
    velden = _velden(stappen) if regels else {}
    return [compose_regel(regel.block_type, regel.value, velden) for regel in regels]


def _velden(stappen: list[Json]) -> dict[str, Veld]:
    return {veld.sleutel: veld for stap in stappen for veld in read_stap(stap).velden}


def _tekst(nl: str | None, en: str | None) -> dict[str, str]:
    return {"nl": nl or "", "en": en or ""}


def _compose_stap(value: Any) -> Json:
    return {
        "sleutel": value["sleutel"],
        "titel": _tekst(value["titel_nl"], value["titel_en"]),
        "uitleg": _tekst(value["uitleg_nl"], value["uitleg_en"]),
        "velden": [_compose_veld(veld.block_type, veld.value) for veld in value["velden"]],
    }


def _compose_veld(soort: str, value: Any) -> Json:
    veld: Json = {
        "soort": soort,
        "sleutel": value["sleutel"],
        "label": _tekst(value["label_nl"], value["label_en"]),
        "hulp": _tekst(value.get("hulp_nl"), value.get("hulp_en")),
        "verplicht": bool(value.get("verplicht")),
        "eigenschap": value.get("eigenschap") or "",
        "informatieobjecttype": value.get("informatieobjecttype") or "",  # an upload may name one
        "instellingen": _compose_instellingen(value),
    }
    if VELDTYPEN[soort].has_opties:
        veld["opties"] = [
            {"waarde": optie["waarde"], "label": _tekst(optie["label_nl"], optie["label_en"])}
            for optie in value["opties"]
        ]
    if VELDTYPEN[soort].has_velden:
        veld["velden"] = [_compose_veld(inner.block_type, inner.value) for inner in value["velden"]]
    return veld


def _compose_instellingen(value: Any) -> Json:
    """What only this type of field knows, as JSON; nothing for what was left empty."""
    own = {
        name: _as_json(value.block.child_blocks[name], setting)
        for name, setting in value.items()
        if name not in OWN
    }
    return {
        name: setting
        for name, setting in own.items()
        if setting is not None and setting is not False and setting != "" and setting != []
    }


def _as_json(block: Block, setting: Any) -> Any:
    """A setting as JSON; a list without the ids that Wagtail gives each of its items."""
    if isinstance(block, ListBlock):
        return [block.child_block.get_prep_value(each) for each in setting]
    return block.get_prep_value(setting)


def decompose_inhoud(inhoud: Json) -> Json:
    """The desk's attributes for a definition in the newest schema; `stappen` as raw blocks."""
    attributes: Json = {name: inhoud[name] for name in ("slug", "niveau")}
    attributes["duur_minuten"] = inhoud.get("duur_minuten", 5)
    attributes["zaaktype"] = inhoud.get("zaaktype", "")
    attributes["ongevoelig"] = bool(inhoud.get("ongevoelig", False))
    attributes["bewaardagen"] = inhoud.get("bewaardagen")
    attributes["middelen"] = list(inhoud.get("middelen") or [])
    attributes["alleen_zelf"] = bool(inhoud.get("alleen_zelf", False))
    attributes["waarvoor"] = inhoud.get("waarvoor", "")
    for name in TEKSTEN:
        attributes |= _split(name, inhoud.get(name))
    attributes["stappen"] = [{"type": "stap", "value": _decompose_stap(stap)} for stap in inhoud["stappen"]]
    attributes["regels"] = [decompose_regel(regel) for regel in inhoud["regels"]]
    return attributes


def _split(name: str, tekst: Json | None) -> dict[str, str]:
    tekst = tekst or {}
    return {f"{name}_nl": tekst.get("nl", ""), f"{name}_en": tekst.get("en", "")}


def _decompose_stap(stap: Json) -> Json:
    return {
        "sleutel": stap["sleutel"],
        **_split("titel", stap["titel"]),
        **_split("uitleg", stap.get("uitleg")),
        "velden": _decompose_velden(stap["velden"]),
    }


def _decompose_velden(velden: list[Json]) -> list[Json]:
    return [{"type": veld["soort"], "value": _decompose_veld(veld)} for veld in velden]


def _decompose_veld(veld: Json) -> Json:
    value: Json = {
        **veld.get("instellingen", {}),
        "sleutel": veld["sleutel"],
        **_split("label", veld["label"]),
        **_split("hulp", veld.get("hulp")),
        "verplicht": veld.get("verplicht", True),
        "eigenschap": veld.get("eigenschap", ""),
    }
    if VELDTYPEN[veld["soort"]].has_bestanden:
        value["informatieobjecttype"] = veld.get("informatieobjecttype", "")
    if veld.get("opties"):
        value["opties"] = [
            {
                "type": "item",
                "id": str(uuid4()),  # without it Wagtail takes the whole for a value of the old kind
                "value": {"waarde": optie["waarde"], **_split("label", optie["label"])},
            }
            for optie in veld["opties"]
        ]
    if veld.get("velden"):
        value["velden"] = _decompose_velden(veld["velden"])
    return value
