"""Small forms with rules, in a few words."""

from datetime import date
from typing import Any

from eloket.formulieren.definitie import Definitie, read_definitie
from eloket.formulieren.regels import Besluit, Plan, beslis, find_regelfouten
from eloket.formulieren.velden import VELDTYPEN

VANDAAG = date(2027, 1, 1)


def veld(sleutel: str, soort: str = "ja_nee", **extra: Any) -> dict[str, Any]:
    return {"soort": soort, "sleutel": sleutel, "label": {"nl": sleutel.capitalize()}, **extra}


def keuze(sleutel: str, *opties: str, **extra: Any) -> dict[str, Any]:
    answers = [{"waarde": optie, "label": {"nl": optie.capitalize()}} for optie in opties]
    return veld(sleutel, "keuze", opties=answers, **extra)


def stap(sleutel: str, *velden: dict[str, Any]) -> dict[str, Any]:
    return {"sleutel": sleutel, "titel": {"nl": f"Stap {sleutel}"}, "velden": list(velden)}


def als(sleutel: str, operator: str = "is", *waarden: str) -> dict[str, Any]:
    return {"veld": sleutel, "operator": operator, "waarden": list(waarden)}


def regel(actie: str, *voorwaarden: dict[str, Any], **extra: Any) -> dict[str, Any]:
    return {"actie": actie, "voorwaarden": list(voorwaarden), **extra}


UITLEG = {"titel": {"nl": "U hoeft niets te doen"}, "tekst": {"nl": "Hier is geen vergunning voor nodig."}}


def stop(*voorwaarden: dict[str, Any], **extra: Any) -> dict[str, Any]:
    return regel("stop", *voorwaarden, **{**UITLEG, **extra})


def formulier(*stappen: dict[str, Any], regels: list[dict[str, Any]]) -> Definitie:
    return read_definitie(
        {
            "schema": 2,
            "slug": "proef",
            "titel": {"nl": "Proef"},
            "niveau": 0,
            "stappen": stappen,
            "regels": regels,
        }
    )


def besluit(definitie: Definitie, **antwoorden: Any) -> Besluit:
    return beslis(Plan(definitie, VELDTYPEN), antwoorden.get, vandaag=VANDAAG)


def fouten(definitie: Definitie) -> list[str]:
    return [str(fout) for fout in find_regelfouten(definitie, VELDTYPEN, vandaag=VANDAAG)]


def naar_json(form: Definitie) -> dict[str, Any]:
    """A form of these tests as JSON again."""
    return {
        "schema": 2,
        "slug": form.slug,
        "titel": {"nl": form.titel.nl},
        "niveau": 0,
        "stappen": [
            stap(
                each.sleutel,
                *(
                    veld(
                        own.sleutel,
                        own.soort,
                        verplicht=own.verplicht,
                        opties=[{"waarde": o.waarde, "label": {"nl": o.label.nl}} for o in own.opties],
                    )
                    for own in each.velden
                ),
            )
            for each in form.stappen
        ],
        "regels": [
            {
                **UITLEG,
                "actie": rule.actie,
                "combinatie": rule.combinatie,
                "voorwaarden": [als(one.veld, one.operator, *one.waarden) for one in rule.voorwaarden],
                "doel": rule.doel,
                "waarde": rule.waarde,
            }
            for rule in form.regels
        ],
    }
