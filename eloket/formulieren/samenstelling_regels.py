"""The rules of a form, between the redacteur's desk and the definition."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from wagtail.models import Page

from eloket.formulieren.definitie import Json, Operator, Veld
from eloket.formulieren.velden import VELDTYPEN

TEKSTEN = ("titel", "tekst")
# What each kind of rule has next to its conditions, beside texts and a page.
NAMES = ("doel", "waarde")


def compose_regel(actie: str, value: Any, velden: Mapping[str, Veld]) -> Json:
    """One rule of the desk. `velden`: the questions of the form by key, to know an answer by its words."""
    regel: Json = {
        "actie": actie,
        "combinatie": value["combinatie"],
        "voorwaarden": [_compose_voorwaarde(voorwaarde, velden) for voorwaarde in value["voorwaarden"]],
        **{name: value[name] or "" for name in NAMES if name in value},
        **{
            name: {"nl": value[f"{name}_nl"] or "", "en": value[f"{name}_en"] or ""}
            for name in TEKSTEN
            if f"{name}_nl" in value
        },
    }
    if "waarde" in value:
        regel["waarde"] = read_waarde(regel["waarde"], velden.get(value["doel"]))
    if "product" in value:
        regel["product"] = value["product"].slug if value["product"] else ""
    return regel


def _compose_voorwaarde(value: Any, velden: Mapping[str, Veld]) -> Json:
    operator = value["operator"]
    text = value["antwoord"] or ""
    parts = text.split(";") if operator == Operator.EEN_VAN else [text]
    waarden = [read_waarde(part, velden.get(value["veld"])) for part in parts if part.strip()]
    if operator in (Operator.GEVULD, Operator.LEEG):
        waarden = []
    return {"veld": value["veld"] or "", "operator": operator, "waarden": waarden}


def read_waarde(text: str, veld: Veld | None) -> str:
    """What a redacteur wrote, as it is compared: "Koop" is the value of that choice, "1-2-2027" a day.

    What is not understood stays, so that the check of the rules can name it.
    """
    text = text.strip()
    opties = VELDTYPEN[veld.soort].opties(veld) if veld and veld.soort in VELDTYPEN else ()
    if any(optie.waarde == text for optie in opties):
        return text
    words = {optie.label.nl.casefold(): optie.waarde for optie in opties}
    return words.get(text.casefold()) or _read_dag(text)


def _read_dag(text: str) -> str:
    day = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text, re.ASCII)
    if day:
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    relative = re.fullmatch(r"(vandaag)\s*(?:([+-])\s*(\d{1,5}))?", text, re.ASCII | re.IGNORECASE)
    return "".join(part or "" for part in relative.groups()).lower() if relative else text


def decompose_regel(regel: Json) -> Json:
    """The raw block of one rule in the newest schema. A page that is not here is left open."""
    value: Json = {
        "combinatie": regel.get("combinatie", "alle"),
        "voorwaarden": [_item(_decompose_voorwaarde(each)) for each in regel["voorwaarden"]],
        **{name: regel[name] for name in NAMES if name in regel},
    }
    for name in TEKSTEN:
        tekst = regel.get(name)
        if tekst is not None:
            value |= {f"{name}_nl": tekst.get("nl", ""), f"{name}_en": tekst.get("en", "")}
    if "product" in regel:
        value["product"] = find_page_id(regel["product"])
    return {"type": regel["actie"], "id": str(uuid4()), "value": value}


def _item(value: Json) -> Json:
    return {"type": "item", "id": str(uuid4()), "value": value}


def _decompose_voorwaarde(voorwaarde: Json) -> Json:
    return {
        "veld": voorwaarde["veld"],
        "operator": voorwaarde["operator"],
        "antwoord": "; ".join(voorwaarde.get("waarden", [])),
    }


def find_page_id(slug: str) -> int | None:
    """The page of that name, published first."""
    pages = Page.objects.filter(slug=slug).order_by("-live", "path") if slug else Page.objects.none()
    found: int | None = pages.values_list("pk", flat=True).first()
    return found
