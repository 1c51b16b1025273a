"""Noor says what she thinks of a page, without a cookie, and nobody learns that it was Noor."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connections
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from eloket.lib import klok
from eloket.producten.models import ProductPage, Waardering
from eloket.producten.models.waardering import Oordeel
from eloket.producten.services import translate_page
from eloket.producten.tasks import vergeet_waarderingen
from eloket.producten.waarderingen.bewaren import save_waardering
from eloket.producten.waarderingen.tekst import mask_personal
from tests.guards.paginas import DEMO, ORIGIN, STEPS, WITHOUT_TOKEN
from tests.producten.factories import Catalogus, make_complete

OWN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _no_turns_taken() -> None:
    cache.clear()


@pytest.fixture
def paspoort(catalogus: Catalogus) -> ProductPage:
    return make_complete(catalogus)


def send(
    client: Client, page: ProductPage | str, headers: dict[str, str] | None = None, **answer: str
) -> Any:
    key = page if isinstance(page, str) else str(page.translation_key)
    data = {"product": key, "oordeel": "nee", **answer}
    return client.post("/waardering/", data, headers=OWN if headers is None else headers)


# --- Giving an opinion -----


@pytest.mark.kern
def test_noor_says_what_she_missed_and_is_thanked(client: Client, paspoort: ProductPage) -> None:
    page = client.get("/producten/paspoort/").text
    assert 'action="/waardering/"' in page
    assert f'value="{paspoort.translation_key}"' in page
    response = send(client, paspoort, reden="onvolledig", toelichting="Moet mijn kind mee?")
    assert response.status_code == 303
    thanks = client.get(response.url).text
    assert "Dank u wel voor uw mening" in thanks
    assert 'href="/producten/paspoort/"' in thanks
    kept = Waardering.objects.get()
    assert (kept.oordeel, kept.reden, kept.toelichting) == ("nee", "onvolledig", "Moet mijn kind mee?")
    assert (kept.product, kept.pagina, kept.taal) == (paspoort.translation_key, paspoort, "nl")


def test_it_takes_no_cookie_and_leaves_the_page_kept(client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard)
    assert client.get("/producten/paspoort/").headers["Cache-Control"].startswith("public")
    client.get(send(client, page).url)
    assert not client.cookies
    assert client.get("/producten/paspoort/").headers["Cache-Control"].startswith("public")


def test_an_english_reader_is_asked_and_thanked_in_english(client: Client, paspoort: ProductPage) -> None:
    translate_page(paspoort, "en", {"title": "Passport"})
    assert 'action="/en/waardering/"' in client.get("/en/producten/paspoort/").text
    data = {"product": str(paspoort.translation_key), "oordeel": "ja"}
    response = client.post("/en/waardering/", data, headers=OWN)
    assert response.url.startswith("/en/waardering/bedankt/")
    assert 'href="/en/producten/paspoort/"' in client.get(response.url).text
    kept = Waardering.objects.get()
    assert (kept.taal, kept.product) == ("en", paspoort.translation_key)


def test_who_found_it_has_no_reason(client: Client, paspoort: ProductPage) -> None:
    """Without script the list of reasons is there for everybody."""
    send(client, paspoort, oordeel="ja", reden="onvolledig")
    assert Waardering.objects.get().reden == ""


def test_a_second_click_is_no_second_opinion(client: Client, paspoort: ProductPage) -> None:
    first, second = send(client, paspoort, reden="link"), send(client, paspoort, reden="link")
    assert first.status_code == second.status_code == 303
    assert first.url == second.url
    assert Waardering.objects.count() == 1


def test_a_second_click_across_the_border_of_ten_seconds_is_none_either(paspoort: ProductPage) -> None:
    said = {"oordeel": Oordeel.NEE, "reden": "", "toelichting": ""}
    edge = datetime(2027, 3, 1, 12, 0, 10, tzinfo=UTC)
    assert save_waardering(paspoort, **said, now=edge - timedelta(milliseconds=200))
    assert not save_waardering(paspoort, **said, now=edge + timedelta(milliseconds=200))
    assert save_waardering(paspoort, **said, now=edge + timedelta(seconds=15))


def test_another_opinion_of_the_same_moment_counts(client: Client, paspoort: ProductPage) -> None:
    for answer in ({"oordeel": "ja"}, {"oordeel": "nee"}, {"oordeel": "nee", "toelichting": "Te lang."}):
        assert send(client, paspoort, **answer).status_code == 303
    assert Waardering.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one_opinion(catalogus: Catalogus) -> None:
    page, now = make_complete(catalogus), datetime(2027, 3, 1, 12, 0, 5, tzinfo=UTC)

    def click(_number: int) -> bool:
        try:
            return save_waardering(page, oordeel=Oordeel.NEE, reden="", toelichting="", now=now)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(click, range(4)))
    assert kept.count(True) == 1
    assert Waardering.objects.count() == 1


# --- Who may send -----


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://elders.example"},
        {"origin": "null"},
        {"origin": "http://testserver.elders.example"},
        {"origin": "http://[::1"},
        {"referer": "https://elders.example/producten/paspoort/"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_from_elsewhere_is_not_taken(
    client: Client, paspoort: ProductPage, headers: dict[str, str]
) -> None:
    response = send(client, paspoort, headers)
    assert response.status_code == 403
    assert "Wij hebben uw mening niet ontvangen" in response.text
    assert not Waardering.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://testserver", "sec-fetch-site": "same-origin"},
        {"origin": "http://localhost:8000"},  # ELOKET_BASIS_URL
        {"referer": "http://testserver/producten/paspoort/"},
    ],
)
def test_our_own_page_is_believed(client: Client, paspoort: ProductPage, headers: dict[str, str]) -> None:
    assert send(client, paspoort, headers).status_code == 303


def test_every_form_said_to_look_at_the_origin_goes_to_a_view_that_does(catalogus: Catalogus) -> None:
    names = {"waardering", "demo-verder", "demo-register", "afspraken:vasthouden"}
    looking = [address for address, why in WITHOUT_TOKEN.items() if why in (ORIGIN, DEMO, STEPS)]
    assert len(looking) == 6
    for address in looking:
        refused = Client(enforce_csrf_checks=True).post(address, {"oordeel": "ja"})
        assert refused.resolver_match.view_name in names
        assert refused.status_code == 403
        assert "csrf" not in refused.text  # refused by the view, not for want of a token


def test_a_form_stands_on_no_page_for_a_few(client: Client, paspoort: ProductPage) -> None:
    PageViewRestriction.objects.create(page=paspoort, restriction_type="login")
    response = send(client, paspoort)
    assert response.status_code == 404
    assert not Waardering.objects.exists()


def test_one_address_may_say_twenty_things_in_an_hour(client: Client, paspoort: ProductPage) -> None:
    start = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        for number in range(20):
            assert send(client, paspoort, toelichting=f"Zin {number}").status_code == 303
        refused = send(client, paspoort, toelichting="Nog iets wat ik kwijt wil")
        neighbour = client.post(
            "/waardering/",
            {"product": str(paspoort.translation_key), "oordeel": "ja"},
            headers=OWN,
            REMOTE_ADDR="192.0.2.7",
        )
    assert refused.status_code == 429
    assert refused.headers["Retry-After"]
    assert "Nog iets wat ik kwijt wil" in refused.text
    assert neighbour.status_code == 303
    assert Waardering.objects.count() == 21
    with time_machine.travel(start + timedelta(hours=1), tick=False):
        assert send(client, paspoort, toelichting="Nog iets wat ik kwijt wil").status_code == 303


def test_a_robot_that_fills_in_everything_is_thanked_for_nothing(
    client: Client, paspoort: ProductPage
) -> None:
    assert send(client, paspoort, website="https://koop.example").status_code == 303
    assert not Waardering.objects.exists()


# --- Bad input -----


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"oordeel": ""}, "Kies ja, voor een deel of nee."),
        ({"oordeel": "misschien"}, "Kies ja, voor een deel of nee."),
        ({"reden": "zomaar"}, "Kies een reden uit de lijst."),
        ({"toelichting": "x" * 10_000}, "hooguit 500 tekens. Het zijn er nu 10000."),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(
    client: Client, paspoort: ProductPage, answer: dict[str, str], told: str
) -> None:
    response = send(client, paspoort, **{"toelichting": "Wat ik al typte", **answer})
    assert response.status_code == 200
    assert told in response.text
    assert answer.get("toelichting", "Wat ik al typte") in response.text
    assert not Waardering.objects.exists()


@pytest.mark.parametrize("key", ["", "paspoort", "00000000-0000-0000-0000-000000000000", "x" * 10_000, "\0"])
def test_an_unknown_product_is_said_to_be_gone(client: Client, catalogus: Catalogus, key: str) -> None:
    response = send(client, key)
    assert response.status_code == 404
    assert "Deze pagina is er niet meer" in response.text


def test_five_hundred_signs_fit_however_a_browser_sends_its_lines(
    client: Client, paspoort: ProductPage
) -> None:
    assert send(client, paspoort, toelichting="a\r\n" * 249 + "ab").status_code == 303
    assert len(Waardering.objects.get().toelichting) == 500


def test_signs_that_cannot_be_shown_become_spaces(client: Client, paspoort: ProductPage) -> None:
    assert send(client, paspoort, toelichting="nul\0teken\x1b[31m\nen verder").status_code == 303
    assert Waardering.objects.get().toelichting == "nul teken [31m\nen verder"


def test_who_comes_without_a_form_is_sent_to_the_products(client: Client, catalogus: Catalogus) -> None:
    assert client.get("/waardering/").url == "/producten/"
    assert client.get("/en/waardering/").url == "/en/producten/"
    assert client.put("/waardering/").status_code == 405
    assert client.get("/waardering/bedankt/?product=x%00").status_code == 200


# --- What is kept -----


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mijn BSN is 999990019.", "Mijn BSN is [nummer]."),
        ("Bel 06-12 34 56 78 of +31 6 12345678", "Bel [nummer] of [nummer]"),
        ("Mail noor@rietwaard.example graag", "Mail [e-mail] graag"),
        ("Rekening NL91 ABNA 0417 1643 00", "Rekening NL91 ABNA [nummer]"),
        ("Het kost € 86,85 en duurt 5 dagen in 2027", "Het kost € 86,85 en duurt 5 dagen in 2027"),
    ],
)
def test_what_could_point_at_noor_is_blacked_out(
    client: Client, paspoort: ProductPage, typed: str, kept: str
) -> None:
    send(client, paspoort, toelichting=typed)
    assert Waardering.objects.get().toelichting == kept


@given(st.text(alphabet=st.sampled_from("0123456789٣ -./()+@abc.nl\n[],")))
def test_no_long_number_is_ever_left(text: str) -> None:
    masked = mask_personal(text)
    assert not re.search(r"\d{6}", masked)
    assert mask_personal(masked) == masked


@given(st.text(), st.text())
def test_no_address_is_ever_left(before: str, after: str) -> None:
    masked = mask_personal(f"{before} noor.de-wit@rietwaard.example {after}")
    assert "noor" not in masked
    assert "rietwaard" not in masked


def test_nothing_of_the_visitor_is_in_the_row(client: Client, paspoort: ProductPage) -> None:
    data = {"product": str(paspoort.translation_key), "oordeel": "ja"}
    marks = []
    for address in ("192.0.2.7", "2001:db8::7"):
        with time_machine.travel(datetime(2027, 3, 1, 12, 0, 5, tzinfo=UTC), tick=False):
            client.post("/waardering/", data, headers=OWN, REMOTE_ADDR=address)
        marks.append(Waardering.objects.get().kenmerk)
        Waardering.objects.all().delete()
    assert marks[0] == marks[1]


def test_an_opinion_is_forgotten_after_two_years_and_outlives_its_page(paspoort: ProductPage) -> None:
    now = klok.now()
    for days in (729, 731):
        save_waardering(
            paspoort, oordeel=Oordeel.NEE, reden="", toelichting="", now=now - timedelta(days=days)
        )
    paspoort.delete()
    vergeet_waarderingen(now=now)
    kept = Waardering.objects.get()
    assert kept.op == now - timedelta(days=729)
    assert kept.pagina is None
