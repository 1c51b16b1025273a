"""Rules on the redacteur's desk and in the definition: the same rules."""

import json
from pathlib import Path

import pytest

from eloket.formulieren.definitie import InvalidDefinitie, Optie, Tekst, Veld
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.samenstelling_regels import read_waarde
from tests.formulieren.factories import get_formulier, publish

REGELS = json.loads((Path(__file__).parents[1] / "schemas" / "2.json").read_text())


@pytest.mark.django_db
def test_no_rule_is_lost_on_the_way_over_the_desk() -> None:
    later = {
        "sleutel": "later",
        "titel": {"nl": "Later"},
        "velden": [{**REGELS["stappen"][0]["velden"][1], "sleutel": "weer"}],
    }
    toon, waarde, stop, _product = REGELS["regels"]
    waarde["doel"], stop["voorwaarden"][0]["waarden"] = "weer", ["groot", "klein"]
    stop["voorwaarden"].append({"veld": "naam", "operator": "bevat", "waarden": ["x"]})
    waarde["voorwaarden"] = [{"veld": "grootte", "operator": "leeg", "waarden": []}]
    versie = publish(schema=2, stappen=[*REGELS["stappen"], later], regels=[toon, waarde, stop])
    assert versie.inhoud["regels"] == [toon, waarde, stop]
    assert compose_inhoud(get_formulier()) == versie.inhoud


@pytest.mark.django_db
def test_rules_that_are_wrong_are_not_published_by_an_import_either() -> None:
    wrong = {**REGELS["regels"][0], "doel": "weg"}
    with pytest.raises(InvalidDefinitie, match="De vraag “weg” bestaat niet meer"):
        publish(schema=2, stappen=REGELS["stappen"], regels=[wrong])
    with pytest.raises(InvalidDefinitie, match="Kies de pagina van het andere product"):
        publish(schema=2, stappen=REGELS["stappen"], regels=[REGELS["regels"][3]])


KEUZE = Veld(
    "keuze", "soort", Tekst("Soort"), opties=(Optie("k1", Tekst("Koop")), Optie("huur", Tekst("Koop nooit")))
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("koop", "k1"),
        ("Koop ", "k1"),
        ("k1", "k1"),
        ("huur", "huur"),
        ("Koop nooit", "huur"),
        ("geld", "geld"),
    ],
)
def test_samira_writes_an_answer_as_it_stands_at_the_question(written: str, meant: str) -> None:
    assert read_waarde(written, KEUZE) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1-2-2027", "2027-02-01"),
        ("Vandaag", "vandaag"),
        ("vandaag + 28", "vandaag+28"),
        ("vandaag-5", "vandaag-5"),
        ("overmorgen", "overmorgen"),
        ("12", "12"),
    ],
)
def test_samira_writes_a_day_as_she_says_it(written: str, meant: str) -> None:
    assert read_waarde(written, Veld("datum", "dag", Tekst("Dag"))) == meant
