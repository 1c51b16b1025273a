"""Filling in a form with rules: what comes and goes, what ends early, and what is sent."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from eloket.formulieren.models import Aanvraag, Concept
from eloket.website.services import bump_version
from tests.formulieren.factories import Invuller, publish
from tests.formulieren.regels.maken import als, keuze, regel, stap, stop, veld
from tests.website.factories import make_page, make_site

pytestmark = pytest.mark.django_db

STAPPEN = [
    stap(
        "boom",
        keuze("soort", "klein", "groot", "ziek"),
        veld("ziekte", "tekst", verplicht=False),
        veld("eigen", "ja_nee"),
    ),
    stap("buren", veld("eens", "ja_nee")),
    stap("slot", veld("email", "email", verplicht=False), veld("reden", "tekst")),
]
REGELS = [
    regel("toon_veld", als("soort", "is", "ziek"), doel="ziekte"),
    regel("toon_stap", als("eigen", "is", "nee"), doel="buren"),
    regel("verplicht", als("soort", "is", "ziek"), doel="email"),
    regel("waarde", als("eens", "is", "nee"), doel="reden", waarde="Buren zijn het niet eens"),
    stop(als("soort", "is", "klein"), als("eigen", "is", "ja")),
]
GROOT = {"v-soort": "groot", "v-eigen": "ja"}
ZIEK = {"v-soort": "ziek", "v-ziekte": "Iepziekte", "v-eigen": "ja", "getoond": "ziekte"}
SLOT = {"v-email": "noor@voorbeeld.nl", "v-reden": "Hij staat scheef"}


@pytest.fixture
def noor(client: Client) -> Invuller:
    publish(schema=2, stappen=STAPPEN, regels=REGELS)
    return Invuller(client)


def page(response: Any) -> str:
    return str(response.content.decode())


def test_a_step_that_is_not_for_noor_is_neither_counted_nor_opened(noor: Invuller) -> None:
    begin = page(noor.client.get(f"{noor.start}beginnen/"))
    assert "Stap 1 van 3" in begin  # nobody knows yet whether the neighbours come in
    noor.begin(**GROOT)
    assert "Stap 2 van 3" in page(noor.get("slot"))
    assert noor.get("buren")["Location"] == f"{noor.concept}slot/"
    assert noor.post("buren", **{"v-eens": "ja"})["Location"] == f"{noor.concept}slot/"
    assert noor.get("onbekend").status_code == 404


def test_a_changed_answer_brings_a_step_and_takes_it_away_without_loss(noor: Invuller) -> None:
    noor.begin(**{**GROOT, "v-eigen": "nee"})
    assert "Stap 2 van 4" in page(noor.get("buren"))
    noor.post("buren", **{"v-eens": "ja"})
    noor.post("slot", **SLOT)
    noor.post("boom", **GROOT)
    summary = page(noor.get("controleren"))
    assert "Stap 3 van 3" in summary
    assert "Eens" not in summary
    noor.send()
    assert Aanvraag.objects.get().antwoorden == {
        "soort": "groot",
        "eigen": "ja",
        "email": "noor@voorbeeld.nl",
        "reden": "Hij staat scheef",
    }


def test_who_changes_back_finds_the_old_answers(noor: Invuller) -> None:
    noor.begin(**{**GROOT, "v-eigen": "nee"})
    noor.post("buren", **{"v-eens": "ja"})
    noor.post("boom", **GROOT)
    noor.post("boom", **{**GROOT, "v-eigen": "nee"})
    assert noor.get("slot").status_code == 200  # the neighbours were asked already
    assert "checked" in page(noor.get("buren"))


def test_without_javascript_a_question_that_comes_up_is_asked_and_nothing_is_lost(noor: Invuller) -> None:
    begin = f"{noor.start}beginnen/"
    first = page(noor.client.get(begin))
    assert 'name="getoond" value="ziekte" disabled' in first
    response = noor.client.post(begin, {"v-soort": "ziek", "v-ziekte": "", "v-eigen": "ja"})
    shown = page(response)
    assert "Er is een vraag bij gekomen" in shown
    assert 'href="#id_v-ziekte"' in shown
    assert 'name="getoond" value="ziekte">' in shown
    assert "nog moet aanpassen" not in shown
    assert 'value="ziek"' in shown
    assert Concept.objects.count() == 0
    assert noor.begin(**ZIEK).status_code == 302


def test_a_question_that_came_up_after_its_step_was_finished_is_asked_before_the_summary(
    client: Client,
) -> None:
    publish(
        schema=2,
        stappen=[
            stap("een", veld("hulp")),
            stap("twee", veld("naam", "tekst"), veld("wie", "tekst", verplicht=False)),
        ],
        regels=[regel("toon_veld", als("hulp", "is", "ja"), doel="wie")],
    )
    noor = Invuller(client)
    noor.begin(**{"v-hulp": "nee"})
    assert "v-wie" not in page(noor.get("twee"))
    noor.post("twee", **{"v-naam": "Noor"})
    change = client.post(f"{noor.concept}een/?naar=controleren", {"v-hulp": "ja"})
    assert change["Location"] == f"{noor.concept}twee/"
    shown = page(noor.get("twee"))
    assert "Er is een vraag bij gekomen" in shown
    assert "Noor" in shown
    assert noor.post("controleren", bewijs="x")["Location"] == f"{noor.concept}twee/"
    noor.post("twee", **{"v-naam": "Noor", "v-wie": "Mijn zus", "getoond": "wie"})
    assert "Mijn zus" in page(noor.get("controleren"))


def test_a_hidden_answer_stays_in_the_draft_and_nowhere_else(noor: Invuller) -> None:
    noor.begin(**ZIEK)
    noor.post("slot", **SLOT)
    noor.post("boom", **{**GROOT, "v-ziekte": "Iepziekte"})
    assert "Iepziekte" in str(Concept.objects.get().antwoorden)
    assert "Iepziekte" not in page(noor.get("controleren"))
    noor.send()
    assert "ziekte" not in Aanvraag.objects.get().antwoorden


def test_a_wrong_answer_in_a_hidden_question_stops_nobody(noor: Invuller) -> None:
    assert noor.begin(**{**GROOT, "v-ziekte": "x" * 5000}).status_code == 302
    assert noor.get("slot").status_code == 200


def test_a_rule_makes_a_question_required(noor: Invuller) -> None:
    noor.begin(**ZIEK)
    assert "(niet verplicht)" not in page(noor.get("slot"))
    response = noor.post("slot", **{**SLOT, "v-email": ""})
    assert "Vul een e-mailadres in" in page(response)


def test_a_rule_answers_a_question_whatever_is_posted(noor: Invuller) -> None:
    noor.begin(**{**GROOT, "v-eigen": "nee"})
    noor.post("buren", **{"v-eens": "nee"})
    shown = page(noor.get("slot"))
    assert "Buren zijn het niet eens" in shown
    assert 'name="v-reden"' not in shown
    noor.post("slot", **SLOT)
    noor.send()
    assert Aanvraag.objects.get().antwoorden["reden"] == "Buren zijn het niet eens"


def test_the_form_ends_early_with_a_reason_and_a_way_back(noor: Invuller) -> None:
    end = noor.client.post(f"{noor.start}beginnen/", {"v-soort": "klein", "v-eigen": "ja"}, follow=True)
    concept = end.redirect_chain[-1][0].removesuffix("einde/")
    noor.concept = concept
    assert end.redirect_chain[-1][0].endswith("/einde/")
    text = page(end)
    assert "U hoeft niets te doen" in text
    assert "Hier is geen vergunning voor nodig." in text
    assert f'href="{concept}boom/"' in text
    for step in ("slot", "controleren"):
        assert noor.get(step)["Location"] == f"{concept}einde/"
    assert noor.post("controleren", bewijs="x", verklaring="on")["Location"] == f"{concept}einde/"
    assert Aanvraag.objects.count() == 0
    noor.post("boom", **GROOT)
    assert noor.get("einde")["Location"] == f"{concept}slot/"


def test_another_product_is_one_click_away(client: Client) -> None:
    make_page(make_site(), "snoeien", title="Boom snoeien")
    product = {**stop(als("soort", "is", "klein")), "actie": "product", "product": "snoeien"}
    publish(schema=2, stappen=STAPPEN, regels=[product])
    noor = Invuller(client)
    noor.begin(**{"v-soort": "klein", "v-eigen": "ja"})
    shown = page(noor.get("einde"))
    assert "Ga naar Boom snoeien" in shown
    assert 'href="/snoeien/"' in shown
    Page.objects.filter(slug="snoeien").update(live=False)
    bump_version()
    gone = page(noor.get("einde"))
    assert "Ga naar" not in gone
    assert "Hier is geen vergunning voor nodig." in gone


def test_the_end_is_for_its_owner_alone(noor: Invuller) -> None:
    noor.begin(**{"v-soort": "klein", "v-eigen": "ja"})
    assert Client().get(f"{noor.concept}einde/").status_code == 404


@pytest.mark.parametrize("step", ["slot", "controleren"])
def test_a_step_with_rules_costs_at_most_ten_queries(
    noor: Invuller, django_assert_max_num_queries: Any, step: str
) -> None:
    noor.begin(**ZIEK)
    noor.post("slot", **SLOT)
    with django_assert_max_num_queries(10):
        assert noor.get(step).status_code == 200
    with django_assert_max_num_queries(10):
        assert noor.post("slot", **SLOT).status_code == 302


def test_the_end_costs_at_most_ten_queries(noor: Invuller, django_assert_max_num_queries: Any) -> None:
    noor.begin(**{"v-soort": "klein", "v-eigen": "ja"})
    with django_assert_max_num_queries(10):
        assert noor.get("einde").status_code == 200


def test_a_foreign_word_for_what_was_on_the_page_changes_nothing(noor: Invuller) -> None:
    assert noor.begin(**{**GROOT, "getoond": "email"}).status_code == 302
    assert "getoond" not in Concept.objects.get().antwoorden["stappen"]["boom"]
