"""What Samira hears about her rules before anybody fills in the form."""

import time
from typing import Any

import pytest

from tests.formulieren.regels.maken import (
    UITLEG,
    als,
    formulier,
    fouten,
    keuze,
    regel,
    stap,
    stop,
    veld,
)

BOOM = stap("boom", keuze("soort", "klein", "groot"), veld("hoogte", "getal"), veld("dag", "datum"))
MEER = stap(
    "meer", veld("reden", "tekst"), veld("akkoord", "verklaring"), veld("foto", "tekst", verplicht=False)
)
SLOT = stap("slot", veld("email", "email"))


def says(*regels: dict[str, Any]) -> list[str]:
    return fouten(formulier(BOOM, MEER, SLOT, regels=list(regels)))


def test_good_rules_have_nothing_wrong() -> None:
    assert not says(
        regel("toon_veld", als("soort", "is", "groot"), doel="reden"),
        regel("toon_stap", als("hoogte", "groter", "3"), als("hoogte", "kleiner", "5"), doel="slot"),
        regel("verplicht", als("soort", "gevuld"), doel="foto"),
        regel("waarde", als("dag", "na", "vandaag+28"), doel="reden", waarde="te laat"),
        stop(als("soort", "is", "klein"), als("hoogte", "kleiner", "2")),
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (stop(), "geen voorwaarde"),
        (stop(als("weg", "is", "ja")), "De vraag “weg” bestaat niet meer"),
        (regel("toon_veld", als("soort", "gevuld"), doel="weg"), "De vraag “weg” bestaat niet meer"),
        (regel("toon_stap", als("soort", "gevuld"), doel="weg"), "De stap “weg” bestaat niet meer"),
        (regel("toon_stap", als("soort", "gevuld"), doel="boom"), "De eerste stap is er altijd"),
        (stop(als("soort", "groter", "3")), "Kies iets anders dan “is groter dan”"),
        (stop(als("akkoord", "is", "ja")), "Kies iets anders dan “is”"),
        (stop(als("soort", "is", "middel")), "Kies uit: Klein, Groot"),
        (stop(als("soort", "is")), "met welk antwoord"),
        (stop(als("soort", "is", "klein", "groot")), "met één antwoord"),
        (stop(als("hoogte", "is", "hoog")), "“hoog” is geen getal"),
        (stop(als("dag", "na", "morgen")), "“morgen” is geen datum"),
        (stop(als("soort", "is", "groot"), tekst={"nl": ""}), "Schrijf een kop en een uitleg"),
        (
            regel("product", als("soort", "is", "groot"), **UITLEG),
            "Kies de pagina van het andere product",
        ),
        (
            regel("waarde", als("soort", "is", "groot"), doel="akkoord", waarde="ja"),
            "kan alleen de invuller beantwoorden",
        ),
        (
            regel("waarde", als("soort", "is", "groot"), doel="hoogte", waarde="9"),
            "op dezelfde stap als de voorwaarde",
        ),
        (regel("waarde", als("soort", "is", "groot"), doel="reden", waarde=""), "Vul in welk antwoord"),
        (regel("toon_veld", als("email", "gevuld"), doel="reden"), "komt pas na wat deze regel bepaalt"),
        (regel("toon_veld", als("reden", "gevuld"), doel="reden"), "wacht op haar eigen antwoord"),
        (regel("toon_stap", als("reden", "gevuld"), doel="meer"), "komt pas na wat deze regel bepaalt"),
        (
            stop(als("soort", "is", "groot"), als("soort", "is", "klein")),
            "Deze voorwaarden kloppen nooit",
        ),
        (
            stop(als("hoogte", "groter", "5"), als("hoogte", "kleiner", "4")),
            "Deze voorwaarden kloppen nooit",
        ),
        (stop(als("soort", "leeg")), "Deze voorwaarden kloppen nooit"),  # it must be answered
    ],
)
def test_what_is_wrong_with_a_rule_is_told_in_a_sentence(rule: dict[str, Any], told: str) -> None:
    found = says(rule)
    assert len(found) == 1, found
    assert told in found[0]
    assert found[0].startswith("Regel 1 (")


def test_rules_that_wait_for_each_other_are_named_together() -> None:
    found = says(
        regel("toon_veld", als("soort", "is", "groot"), doel="foto"),
        regel("toon_veld", als("email", "gevuld"), doel="reden"),
        regel("toon_stap", als("reden", "gevuld"), doel="slot"),
    )
    assert found == [
        "Regel 2 (toon de vraag “Reden”): Deze regel wacht in een kring op Regel 3 (toon de stap "
        "“Stap slot”). Haal een van de voorwaarden weg."
    ]


def test_a_step_behind_a_form_that_always_stops_is_named() -> None:
    found = says(stop(als("soort", "is", "klein")), stop(als("soort", "is", "groot")))
    assert any("Niemand komt bij de stap “Stap meer”" in text for text in found)
    assert any("Niemand kan dit formulier versturen" in text for text in found)


def test_what_depends_on_a_question_that_never_shows_never_holds() -> None:
    found = says(
        regel("toon_veld", als("hoogte", "groter", "5"), als("hoogte", "kleiner", "4"), doel="reden"),
        regel("toon_stap", als("reden", "gevuld"), doel="slot"),
    )
    assert [text.partition(" (")[0] for text in found] == [
        "Regel 1",
        "Regel 2",
        "Niemand komt bij de stap “Stap slot”. Kijk de regels na.",
    ]


def test_a_form_with_many_rules_is_checked_within_a_moment() -> None:
    steps = [
        stap(f"s{number}", *(keuze(f"v{number}-{each}", "a", "b", "c") for each in range(20)))
        for number in range(20)
    ]
    rules = [
        regel(
            "toon_stap",
            als(f"v{number - 1}-0", "is", "a"),
            als(f"v0-{number}", "is_niet", "b"),
            doel=f"s{number}",
        )
        for number in range(1, 20)
    ]
    began = time.perf_counter()
    assert fouten(formulier(*steps, regels=rules)) == []
    assert time.perf_counter() - began < 5
