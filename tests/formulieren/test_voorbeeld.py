"""What Samira sees of a form before anybody else: rules and sources, as far as a preview can show them."""

from typing import Any

import pytest

from eloket.formulieren.definitie import Operator
from tests.formulieren.factories import definitie, get_formulier, publish
from tests.formulieren.regels.maken import als, regel

pytestmark = pytest.mark.django_db


def veld(soort: str, sleutel: str, label: str, **more: Any) -> dict[str, Any]:
    return {"soort": soort, "sleutel": sleutel, "label": {"nl": label}, **more}


@pytest.fixture
def verhuizing() -> None:
    """Two steps; the second is there for who moves in, and asks for a permission when there are others."""
    form = definitie(
        schema=2,
        niveau=20,
        regels=[
            regel("toon_stap", als("inwonen", Operator.IS, "ja"), doel="bij-wie"),
            regel("toon_veld", als("inwonen", Operator.IS, "ja"), doel="hoelang"),
            regel("verplicht", als("inwonen", Operator.IS, "nee"), doel="straat"),
            regel("toon_veld", als("hoelang", Operator.GEVULD), doel="tot-slot"),
        ],
    )
    bron = {"bron": "persoon.naam", "bron_wijzigen": "nee"}
    form["stappen"] = [
        {
            "sleutel": "wie",
            "titel": {"nl": "Wie bent u?"},
            "velden": [
                veld("tekst", "naam", "Uw naam", instellingen=bron),
                veld("tekst", "roepnaam", "Uw voornaam", instellingen={"bron": "persoon.voornamen"}),
                veld("ja_nee", "inwonen", "Gaat u inwonen?"),
                veld("tekst", "hoelang", "Hoelang?"),
                veld("tekst", "straat", "Straat", verplicht=False),
                veld("uitleg", "tot-slot", "Tot slot", instellingen={"tekst_nl": "<p>Klaar.</p>"}),
            ],
        },
        {
            "sleutel": "bij-wie",
            "titel": {"nl": "Bij wie?"},
            "velden": [veld("tekst", "baas", "Hoofdbewoner")],
        },
    ]
    publish(**form)


def preview(mode: str) -> str:
    return get_formulier().make_preview_request(preview_mode=mode).content.decode()


def test_a_step_shows_what_is_there_before_anything_is_answered(verhuizing: None) -> None:
    page = preview("wie")
    assert "data-eloket-toon" in page  # the same rules for the same script as in the wizard
    shown = page[page.index("Gaat u inwonen?") :]
    assert shown.index("hidden>") < shown.index("Hoelang?")
    assert "Komt alleen als" not in page


def test_what_a_source_fills_in_is_told_and_what_stands_fast_is_no_box(verhuizing: None) -> None:
    page = preview("wie")
    assert 'name="v-naam"' not in page
    assert "Hier staat: Persoon: hele naam" in page
    assert 'name="v-roepnaam"' in page
    assert "Vooraf ingevuld met: Persoon: voornamen" in page


def test_all_questions_tell_by_which_rule_they_come(verhuizing: None) -> None:
    assert [mode for mode, _label in get_formulier().preview_modes] == [
        "start",
        "wie",
        "wie:alles",
        "bij-wie",
    ]
    page = preview("wie:alles")
    assert "Dit voorbeeld toont alle vragen." in page
    assert "Komt alleen als “Gaat u inwonen?” is Ja." in page
    assert "Verplicht als “Gaat u inwonen?” is Nee." in page
    assert "Tot slot (Komt alleen als “Hoelang?” is ingevuld.)" in page


def test_a_step_that_a_rule_brings_says_so(verhuizing: None) -> None:
    page = preview("bij-wie")
    assert "Deze stap komt alleen als “Gaat u inwonen?” is Ja." in page
    assert "Hoofdbewoner" in page


def test_a_rule_about_a_question_that_is_gone_does_not_stand_in_the_way(verhuizing: None) -> None:
    formulier = get_formulier()
    del formulier.stappen[0].value["velden"][2]
    assert "Hoelang?" in formulier.make_preview_request(preview_mode="wie").content.decode()
