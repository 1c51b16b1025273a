"""Filling in a form: steps, back, mistakes, two tabs."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag, Concept
from tests.accounts.helpers import login_burger
from tests.formulieren.factories import WANNEER, WIE, Invuller, publish

pytestmark = pytest.mark.django_db


@pytest.mark.kern
def test_noor_fills_in_a_form_and_has_a_receipt_with_a_number(client: Client) -> None:
    publish()
    noor = Invuller(client)

    assert b"Plek in de fietsenstalling" in client.get(noor.start).content
    assert b"Wie bent u?" in client.get(f"{noor.start}beginnen/").content
    assert Concept.objects.count() == 0  # looking makes nothing
    noor.fill()
    summary = noor.get("controleren").content.decode()
    assert "Noor de Wit" in summary
    assert "1 februari 2027" in summary
    receipt = client.get(noor.send()["Location"])

    aanvraag = Aanvraag.objects.get()
    assert aanvraag.identificatie in receipt.content.decode()
    assert aanvraag.antwoorden == {"naam": "Noor de Wit", "vanaf": "2027-02-01", "email": None}
    assert Concept.objects.count() == 0


def test_the_start_page_is_for_everybody_and_sets_no_cookie(client: Client) -> None:
    publish()
    response = client.get("/formulieren/fietsenstalling/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_form_speaks_english_under_its_own_address(client: Client) -> None:
    publish()
    assert b"Place in the bicycle shed" in client.get("/en/formulieren/fietsenstalling/").content
    response = client.post("/en/formulieren/fietsenstalling/beginnen/", WIE)
    assert response["Location"].startswith("/en/formulieren/fietsenstalling/")
    assert b"When?" in client.get(response["Location"], follow=True).content


def test_a_wrong_first_step_makes_no_draft_and_says_what_to_do(client: Client) -> None:
    publish()
    response = Invuller(client).begin(**{"v-naam": ""})
    assert response.status_code == 200
    assert "Vul dit in." in response.content.decode()
    assert Concept.objects.count() == 0


def test_a_later_step_opens_only_when_those_before_it_are_filled_in(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    response = noor.get("controleren")
    assert response["Location"] == f"{noor.concept}wanneer/"
    assert noor.post("controleren", bewijs="x", verklaring="on")["Location"] == f"{noor.concept}wanneer/"
    assert Aanvraag.objects.count() == 0


def test_a_step_posted_too_early_is_not_kept(client: Client) -> None:
    versie = publish()
    noor = Invuller(client)
    noor.begin()
    Concept.objects.update(antwoorden={"stappen": {}, "half": {}})
    assert noor.post("wanneer", **WANNEER)["Location"] == f"{noor.concept}wie/"
    assert Concept.objects.get().antwoorden["stappen"] == {}
    assert versie.concepten.count() == 1


def test_back_keeps_what_was_typed_right_or_wrong(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    back = noor.post("wanneer", **{**WANNEER, "v-vanaf_maand": "dertien", "terug": "1"})
    assert back["Location"] == f"{noor.concept}wie/"
    page = noor.get("wanneer")
    assert "dertien" in page.content.decode()
    assert "nog moet aanpassen" not in page.content.decode()  # nobody said that it was finished
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"


def test_what_was_typed_is_kept_just_before_the_session_ends(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    assert noor.post("wanneer", **{"v-vanaf_dag": "3", "bewaar": "1"}).status_code == 204
    assert 'value="3"' in noor.get("wanneer").content.decode()
    assert noor.get("controleren")["Location"] == f"{noor.concept}wanneer/"


def test_the_first_step_too_is_kept_just_before_the_session_ends(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    begin = "/formulieren/fietsenstalling/beginnen/"
    for name in ("", "N", "Noo"):
        assert client.post(begin, {"v-naam": name, "bewaar": "1"}).status_code == 204
    assert Concept.objects.count() == 1
    page = client.get(begin, follow=True).content.decode()
    assert 'value="Noo"' in page
    assert "nog moet aanpassen" not in page
    noor = Invuller(client)
    assert noor.begin().status_code == 302
    assert Concept.objects.count() == 1
    assert client.get(noor.concept)["Location"] == f"{noor.concept}wanneer/"


def test_who_is_logged_in_stands_above_the_form(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    noor = Invuller(client)
    noor.begin()
    assert "Noor de Wit" in noor.get("wanneer").content.decode()
    assert "data-eloket-sessie=" in noor.get("wanneer").content.decode()


def test_the_browsers_back_to_the_first_step_finds_the_answers(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    page = client.get(f"{noor.start}beginnen/", follow=True)
    assert "Noor de Wit" in page.content.decode()
    assert "Noor de Wit" not in client.get(f"{noor.start}beginnen/?opnieuw=1").content.decode()


def test_a_change_from_the_summary_returns_to_it(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    assert f"{noor.concept}wie/?naar=controleren" in noor.get("controleren").content.decode()
    response = client.post(f"{noor.concept}wie/?naar=controleren", {"v-naam": "Noor Jansen"})
    assert response["Location"] == f"{noor.concept}controleren/"
    assert "Noor Jansen" in noor.get("controleren").content.decode()


def test_two_tabs_at_two_steps_lose_nothing(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    noor.get("wie"), noor.get("wanneer")
    noor.post("wanneer", **{**WANNEER, "v-vanaf_dag": "9"})
    noor.post("wie", **{"v-naam": "Noor Jansen"})
    summary = noor.get("controleren").content.decode()
    assert "9 februari 2027" in summary
    assert "Noor Jansen" in summary


def test_a_summary_that_is_out_of_date_is_shown_again_and_not_sent(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    old = noor.bewijs()
    noor.post("wie", **{"v-naam": "Noor Jansen"})
    response = noor.post("controleren", bewijs=old, verklaring="on")
    assert "gewijzigd" in response["Location"]
    assert "Uw antwoorden zijn veranderd" in client.get(response["Location"]).content.decode()
    assert Aanvraag.objects.count() == 0


def test_the_statement_must_be_agreed_with(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    response = noor.post("controleren", bewijs=noor.bewijs())
    assert "Zet een vinkje" in response.content.decode()
    assert Aanvraag.objects.count() == 0


def test_a_million_characters_in_a_short_field_are_refused_kindly(client: Client) -> None:
    publish()
    response = Invuller(client).begin(**{"v-naam": "x" * 1_000_000})
    assert "Gebruik niet meer dan 200 tekens." in response.content.decode()
    assert len(response.content) < 50_000
    assert Concept.objects.count() == 0


def test_an_unknown_step_or_draft_is_not_found(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    assert noor.get("betalen").status_code == 404
    unknown = "/formulieren/fietsenstalling/00000000-0000-4000-8000-000000000000/wie/"
    assert client.get(unknown).status_code == 404
    assert client.get(noor.concept.replace("fietsenstalling", "klacht")).status_code == 404


def test_a_post_without_csrf_token_is_refused_in_house_style() -> None:
    publish()
    response = Client(enforce_csrf_checks=True).post("/formulieren/fietsenstalling/beginnen/", WIE)
    assert response.status_code == 403
    assert b"eloket.css" in response.content
    assert Concept.objects.count() == 0


def test_answers_are_not_readable_in_the_database(client: Client) -> None:
    from django.db import connection

    publish()
    Invuller(client).begin()
    with connection.cursor() as cursor:
        cursor.execute("SELECT antwoorden FROM formulieren_concept")
        assert "Noor" not in cursor.fetchone()[0]


@pytest.mark.parametrize("step", ["wanneer", "controleren"])
def test_a_step_costs_at_most_ten_queries(client: Client, django_assert_max_num_queries, step: str) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    with django_assert_max_num_queries(10):
        assert noor.get(step).status_code == 200


def test_posting_a_step_costs_at_most_ten_queries(client: Client, django_assert_max_num_queries) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    with django_assert_max_num_queries(10):
        assert noor.post("wanneer", **WANNEER).status_code == 302
