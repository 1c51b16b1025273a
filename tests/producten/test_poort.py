"""What a product must say before it may go on line."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eloket.producten.models import Tekstblok
from eloket.producten.models.productdelen import ProductKanaal, ProductTekstblok
from eloket.producten.redactie.poort import find_gaps
from eloket.producten.services import ProductInvoer, ProductPage, translate_page
from tests.producten.concepten import make_concept, make_upn
from tests.producten.factories import Catalogus, make_tarief

EMPTY = ["", "<p></p>", "<p>&nbsp;</p>", "<p><br/></p>", "<ul><li> </li></ul>"]


def fields(page: ProductPage) -> list[str]:
    return [gat.veld for gat in find_gaps(page)]


def parts(**values: Any) -> ProductInvoer:
    """The rows of a complete product, with these instead."""
    rows = {
        "kanalen": {"telefoon": "<p>Bel.</p>"},
        "tarieven": [make_tarief().code],
        "upns": [make_upn().uri],
    }
    return ProductInvoer(**{**rows, **values})


def test_a_product_that_says_everything_has_no_gaps(catalogus: Catalogus) -> None:
    assert fields(make_concept(catalogus)) == []


@pytest.mark.parametrize("veld", ["wat", "voor_wie"])
@pytest.mark.parametrize("leeg", EMPTY)
def test_a_question_without_a_word_is_not_answered(catalogus: Catalogus, veld: str, leeg: str) -> None:
    assert fields(make_concept(catalogus, **{veld: leeg})) == [veld]


@pytest.mark.parametrize("leeg", EMPTY)
def test_how_is_answered_by_steps_by_a_channel_or_by_another_organisation(
    catalogus: Catalogus, leeg: str
) -> None:
    mute = parts(kanalen={"telefoon": leeg})
    page = make_concept(catalogus, hoe=leeg, invoer=mute)
    assert fields(page) == ["hoe"]
    page.elders_naam, page.elders_url = "RDW", "https://rdw.example/"
    assert fields(page) == []
    page.elders_url = ""
    assert fields(page) == ["hoe"], "a name without a link helps nobody"


@pytest.mark.parametrize(
    ("values", "gap"),
    [
        ({"kosten_soort": ""}, ["kosten_soort"]),
        ({"kosten_soort": "gratis"}, []),
        ({"kosten_soort": "verschilt", "kosten_kort": "hangt af van de oppervlakte"}, []),
        ({"kosten_soort": "verschilt", "kosten_kort": " "}, ["kosten_kort"]),
        ({"kosten_soort": "elders"}, ["kosten"]),
        ({"kosten_soort": "elders", "elders_naam": "RDW", "elders_url": "https://rdw.example/"}, []),
        ({"kosten_soort": "", "elders_naam": "RDW", "elders_url": "https://rdw.example/"}, []),
        ({"kosten_soort": "", "kosten": "<p>Dat hoort u aan de balie.</p>"}, []),
        ({"kosten_soort": "tarief"}, []),
    ],
)
def test_what_it_costs_may_be_said_in_many_ways(
    catalogus: Catalogus, values: dict[str, str], gap: list[str]
) -> None:
    assert fields(make_concept(catalogus, **values)) == gap


def test_a_tarief_is_chosen_from_the_table(catalogus: Catalogus) -> None:
    assert fields(make_concept(catalogus, invoer=parts(tarieven=[]))) == ["tarieven"]


@pytest.mark.parametrize(
    ("aantal", "eenheid", "gap"),
    [
        (None, "", ["termijn_eenheid"]),
        (None, "werkdagen", ["termijn_eenheid"]),
        (5, "", ["termijn_eenheid"]),
        (5, "werkdagen", []),
        (None, "direct", []),
        (None, "geen", []),
    ],
)
def test_a_term_is_a_number_or_an_explicit_word(
    catalogus: Catalogus, aantal: int | None, eenheid: str, gap: list[str]
) -> None:
    page = make_concept(catalogus, termijn="<p>Het duurt even.</p>")
    page.termijn_aantal, page.termijn_eenheid = aantal, eenheid
    assert fields(page) == gap


def test_online_only_leaves_somebody_out(catalogus: Catalogus) -> None:
    for kanalen in ({}, {"elektronisch": "<p>Regel het hier.</p>"}):
        assert "kanalen" in fields(make_concept(catalogus, f"k{len(kanalen)}", invoer=parts(kanalen=kanalen)))


def test_the_fallback_name_is_a_name(catalogus: Catalogus) -> None:
    assert fields(make_concept(catalogus, "a", invoer=parts(upns=[]))) == ["upns"]
    fallback = make_upn("UPL-naam nog niet beschikbaar")
    assert fallback.uri == fallback.NOG_NIET_BESCHIKBAAR
    assert fields(make_concept(catalogus, "b", invoer=parts(upns=[fallback.uri]))) == []


def test_somebody_is_responsible(catalogus: Catalogus) -> None:
    assert fields(make_concept(catalogus, verantwoordelijke=None)) == ["verantwoordelijke"]


def test_a_shared_text_answers_the_question_below_which_it_stands(catalogus: Catalogus) -> None:
    page = make_concept(catalogus, wat="")
    blok = Tekstblok.objects.create(code="uitleg", naam="Uitleg", tekst="<p>Wat het is.</p>")
    page.tekstblokken = [ProductTekstblok(plek="kosten", tekstblok=blok)]
    assert fields(page) == ["wat"]
    page.tekstblokken = [ProductTekstblok(plek="wat", tekstblok=blok)]
    assert fields(page) == []


def test_a_translation_is_never_held_up(catalogus: Catalogus, client: Client) -> None:
    page = make_concept(catalogus)
    page.save_revision().publish()
    english = translate_page(page, "en", {"title": "Passport", "wat": "", "voor_wie": ""})
    assert fields(english) == []


def test_an_empty_product_hears_everything_at_once_in_the_order_of_the_screen(catalogus: Catalogus) -> None:
    page = ProductPage(title="", slug="leeg", locale=catalogus.nl.home.locale, doelgroep="")
    assert fields(page) == [
        "title",
        "samenvatting",
        "doelgroep",
        "wat",
        "voor_wie",
        "hoe",
        "kosten_soort",
        "termijn_eenheid",
        "upns",
        "kanalen",
        "verantwoordelijke",
    ]


RICH = st.sampled_from([*EMPTY, "<p>Tekst.</p>"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.fixed_dictionaries(
        {
            "wat": RICH,
            "voor_wie": RICH,
            "hoe": RICH,
            "kosten": RICH,
            "kosten_soort": st.sampled_from(["", "tarief", "gratis", "verschilt", "elders"]),
            "kosten_kort": st.sampled_from(["", "hangt ervan af"]),
            "termijn_aantal": st.none() | st.integers(1, 99),
            "termijn_eenheid": st.sampled_from(["", "direct", "geen", "weken"]),
            "elders_naam": st.sampled_from(["", "RDW"]),
            "elders_url": st.sampled_from(["", "https://rdw.example/"]),
        }
    ),
    kanaal=st.sampled_from(["elektronisch", "telefoon"]),
)
def test_filling_in_what_is_asked_closes_every_gap(
    catalogus: Catalogus, values: dict[str, Any], kanaal: str
) -> None:
    """Whatever somebody starts with, doing what the gate asks is enough; it never asks in circles."""
    page = ProductPage(
        title="Iets", samenvatting="Iets.", slug="iets", locale=catalogus.nl.home.locale, **values
    )
    page.kanalen = [ProductKanaal(kanaal=kanaal, tekst="")]
    answers: dict[str, Any] = {
        "wat": "<p>Ja.</p>",
        "voor_wie": "<p>Ja.</p>",
        "hoe": "<p>Ja.</p>",
        "kosten": "<p>Ja.</p>",
        "kosten_soort": "gratis",
        "kosten_kort": "hangt ervan af",
        "termijn_eenheid": "geen",
    }
    asked = fields(page)
    for veld in asked:
        if veld in answers:
            setattr(page, veld, answers[veld])
    if "tarieven" in asked:
        page.kosten_soort = "gratis"
    left = set(fields(page)) - {"upns", "kanalen", "verantwoordelijke"}
    assert left == set()
