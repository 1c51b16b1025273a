"""Noor searches with her own words."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import quote

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from eloket.lib import klok
from eloket.producten.services import ProductInvoer, publish_child, republish, translate_page
from eloket.website.models import ContentPage, Locatie
from eloket.website.services import save_instellingen
from tests.formulieren.factories import publish
from tests.producten.factories import Catalogus, make_complete, make_product


@pytest.fixture
def gevuld(catalogus: Catalogus) -> Catalogus:
    return fill(catalogus)


def fill(catalogus: Catalogus) -> Catalogus:
    make_complete(catalogus, "paspoort")
    make_product(
        catalogus,
        "verhuizing-doorgeven",
        samenvatting="Geef uw nieuwe adres door.",
        synoniemen="adreswijziging\nnieuw adres",
        hoe="<p>Neem uw paspoort mee.</p>",
    )
    make_product(catalogus, "afvalcontainer", samenvatting="Een andere bak aanvragen.")
    return catalogus


def find(client: Client, question: str, *, prefix: str = "", **choices: str) -> list[str]:
    """The slugs in the order of the page."""
    response = client.get(f"{prefix}/zoeken/", {"q": question, **choices})
    assert response.status_code == 200
    return re.findall(r'eloket-links__link" href="[^"]*/producten/([^"/]*)/"', response.content.decode())


@pytest.mark.kern
def test_the_product_comes_first(client: Client, gevuld: Catalogus) -> None:
    wanted = {
        "paspoort": "paspoort",
        "PASPOORT": "paspoort",
        "reisdocument": "paspoort",
        "paspoorten": "paspoort",
        "pasp": "paspoort",
        "ik wil mijn nieuwe adres doorgeven": "verhuizing-doorgeven",
        "verhuizen": "verhuizing-doorgeven",
        "adreswijziging": "verhuizing-doorgeven",
        "container": "afvalcontainer",
    }
    assert {question: find(client, question)[0] for question in wanted} == wanted


def test_a_word_in_the_title_counts_more_than_one_in_the_text(client: Client, gevuld: Catalogus) -> None:
    assert find(client, "paspoort") == ["paspoort", "verhuizing-doorgeven"]


@pytest.mark.kern
@pytest.mark.parametrize(
    "question", ["paspoort", "pasport", "nieuw adres doorgeven", "zwembad", "verhuisd huis"]
)
def test_a_search_takes_ten_queries_at_most(
    client: Client,
    bewaard: Catalogus,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    question: str,
) -> None:
    fill(bewaard)
    client.get("/zoeken/?q=niets")
    with django_assert_max_num_queries(10):
        client.get("/zoeken/", {"q": question})


def test_the_index_is_made_again_only_when_the_site_changed(client: Client, bewaard: Catalogus) -> None:
    fill(bewaard)
    assert find(client, "rijbewijs") == []
    with CaptureQueriesContext(connection) as captured:
        assert find(client, "paspoort")
    assert not [query for query in captured if "synoniemen" in query["sql"]]
    make_complete(bewaard, "rijbewijs")
    assert find(client, "rijbewijs") == ["rijbewijs"]


def test_the_search_page_is_kept_and_what_noor_typed_is_not(
    client: Client, bewaard: Catalogus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_complete(bewaard)
    client.get("/zoeken/")
    with django_assert_max_num_queries(0):
        client.get("/zoeken/")
    assert not client.get("/zoeken/?q=paspoort+van+Noor").cookies
    with CaptureQueriesContext(connection) as captured:
        client.get("/zoeken/?q=paspoort+van+Noor")
    assert len(captured) > 0


def test_without_a_hit_noor_can_still_go_on(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=zwembad").content.decode()
    assert "Wij vonden niets voor “zwembad”" in html
    assert 'href="tel:140999"' in html
    assert 'href="/themas/verhuizen/"' in html


def test_without_a_question_the_themes_are_there(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/").content.decode()
    assert 'href="/themas/verhuizen/"' in html
    assert "Wij vonden niets" not in html


ODD = [
    "x" * 10_000,
    "'; DROP TABLE producten_productpage; --",
    '"',
    '" OR "1"="1',
    "🎉",
    "%",
    "_",
    "\\",
    "NEAR(a b)",
    "-",
]


def test_odd_questions_get_a_page(client: Client, gevuld: Catalogus) -> None:
    for question in ODD:
        assert find(client, question) == [], question
    assert find(client, "paspoort"), "and nothing was broken"


def test_null_bytes_and_broken_utf8_get_a_page(client: Client, gevuld: Catalogus) -> None:
    for query in (
        "q=%00",
        "q=%ff%fe",
        "q=pas%00poort",
        "q=a&pagina=-1",
        "q=paspoort&pagina=99999999999999999999",
    ):
        assert client.get(f"/zoeken/?{query}").status_code == 200


def test_what_was_asked_is_shown_as_text(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=" + quote("<script>alert(1)</script>")).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_very_long_question_is_cut_and_says_so(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=" + "paspoort%20" * 500).content.decode()
    assert "erg lang" in html
    assert "/producten/paspoort/" in html


def test_eleven_hits_take_two_pages(client: Client, catalogus: Catalogus) -> None:
    for number in range(11):
        make_product(catalogus, f"vergunning-{number:02}")
    assert len(find(client, "vergunning")) == 10
    second = client.get("/zoeken/?q=vergunning&pagina=2").content.decode()
    assert "/producten/vergunning-10/" in second


def test_english_search_finds_english_pages_only(client: Client, gevuld: Catalogus) -> None:
    page = make_complete(gevuld, "rijbewijs")
    translate_page(
        page, "en", {"title": "Driving licence", "samenvatting": "Apply for a licence.", "synoniemen": ""}
    )
    assert find(client, "licence", prefix="/en") == ["rijbewijs"]
    elsewhere = client.get("/en/zoeken/?q=rijbewijs").content.decode()
    assert '<div lang="nl">' in elsewhere, "what is found is Dutch, and says so"
    assert "/en/producten/rijbewijs/" not in elsewhere
    assert find(client, "rijbewijs") == ["rijbewijs"]


def test_a_question_in_another_language_leads_to_that_language(client: Client, gevuld: Catalogus) -> None:
    page = make_complete(gevuld, "rijbewijs")
    english = {"title": "Driving licence", "samenvatting": "Apply for a licence.", "synoniemen": ""}
    translate_page(page, "en", english)
    html = client.get("/zoeken/?q=lost+driving+licences").content.decode()
    assert "Wij vonden niets" in html
    html = client.get("/zoeken/?q=my+driving+licences").content.decode()
    assert "Wel gevonden in het Engels" in html
    assert 'href="/en/producten/rijbewijs/"' in html
    assert "data-eloket-niets" not in html, "Noor was helped"
    html = client.get("/en/zoeken/?q=rijbewijs").content.decode()
    assert 'href="/producten/rijbewijs/"' in html


def test_drafts_are_not_found(client: Client, gevuld: Catalogus) -> None:
    make_complete(gevuld, "rijbewijs").unpublish()
    assert find(client, "rijbewijs") == []


# --- Spelling -----


def test_a_mistake_is_mended_and_noor_hears_of_it(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=mijn+pasport").content.decode()
    assert "/producten/paspoort/" in html
    assert "Wij zochten op “mijn paspoort”." in html
    literal = re.search(r'href="([^"]*)">Zoek toch op “mijn pasport”', html)
    assert literal is not None
    assert find(client, "mijn pasport", letterlijk="1") == []
    assert "Wij zochten op" not in client.get(f"/zoeken/{unescape(literal.group(1))}").content.decode()


def test_a_word_that_only_running_text_holds_is_no_mistake(client: Client, catalogus: Catalogus) -> None:
    make_product(catalogus, "kaart", wat="<p>Met een vingerafdruk.</p>")
    make_product(catalogus, "vingerafdrup")
    html = client.get("/zoeken/?q=vingerafdrukken").content.decode()
    assert "/producten/kaart/" in html
    assert "Wij zochten op" not in html


# --- Fewer hits -----


def publiceer(slug: str, titel: str) -> str:
    """A form on the site; gives its slug."""
    publish(slug=slug, titel={"nl": titel, "en": ""})
    return slug


@pytest.fixture
def veel(catalogus: Catalogus) -> Catalogus:
    """Three permits: for residents with a theme, for businesses, and one with a form."""
    formulier = publiceer("vergunning-online", "Vergunning")
    met_thema, met_formulier = ProductInvoer(themas=[catalogus.thema]), ProductInvoer(formulieren=[formulier])
    make_product(catalogus, "vergunning-bewoner", invoer=met_thema, doelgroep="burger")
    make_product(catalogus, "vergunning-kraam", doelgroep="ondernemer")
    make_product(catalogus, "vergunning-feest", invoer=met_formulier, doelgroep="beide")
    return catalogus


def test_joris_sees_what_is_for_businesses(client: Client, veel: Catalogus) -> None:
    html = client.get("/zoeken/?q=vergunning").content.decode()
    link = re.search(r'href="([^"]*doelgroep=ondernemer[^"]*)"[^>]*>Ondernemers \(2\)', html)
    assert link is not None
    assert find(client, "vergunning", doelgroep="ondernemer") == ["vergunning-feest", "vergunning-kraam"]
    assert (
        'aria-current="true">Ondernemers (2)'
        in client.get(f"/zoeken/{unescape(link.group(1))}").content.decode()
    )


def test_choices_go_together_and_keep_the_question(client: Client, veel: Catalogus) -> None:
    assert find(client, "vergunning", thema="verhuizen") == ["vergunning-bewoner"]
    assert find(client, "vergunning", online="1") == ["vergunning-feest"]
    html = client.get("/zoeken/?q=vergunning&online=1&doelgroep=burger").content.decode()
    assert 'href="?q=vergunning&amp;doelgroep=burger"' in html
    assert 'href="?q=vergunning"' in html, "and all of it again"


def test_without_a_hit_left_noor_can_take_a_choice_away(client: Client, veel: Catalogus) -> None:
    html = client.get("/zoeken/?q=vergunning&online=1&thema=verhuizen").content.decode()
    assert "Geen resultaten voor “vergunning” met deze keuzes" in html
    assert 'href="?q=vergunning&amp;thema=verhuizen"' in html


def test_a_choice_that_nobody_offers_is_left_out(client: Client, veel: Catalogus) -> None:
    assert len(find(client, "vergunning", doelgroep="marsman")) == 3
    assert find(client, "vergunning", thema="\0'; DROP TABLE") == []
    assert find(client, "vergunning", thema="x" * 5000) == []


# --- Other things than products -----


def test_a_form_is_found_by_its_title(client: Client, catalogus: Catalogus) -> None:
    publiceer("fietsvlonder", "Fietsvlonder")
    html = client.get("/zoeken/?q=fietsvlonder").content.decode()
    assert 'href="/formulieren/fietsvlonder/"' in html
    assert "Formulier</span>" in html


def test_a_form_is_not_shown_beside_the_product_that_offers_it(client: Client, catalogus: Catalogus) -> None:
    formulier = publiceer("fietsvlonder", "Fietsvlonder")
    make_product(catalogus, "fietsvlonder", invoer=ProductInvoer(formulieren=[formulier]))
    html = client.get("/zoeken/?q=fietsvlonder").content.decode()
    assert "/producten/fietsvlonder/" in html
    assert "/formulieren/fietsvlonder/" not in html


def test_a_plain_page_is_found(client: Client, catalogus: Catalogus) -> None:
    publish_child(catalogus.nl.home, ContentPage(title="Openingstijden", slug="openingstijden"))
    html = client.get("/zoeken/?q=openingstijd").content.decode()
    assert 'href="/openingstijden/"' in html
    assert "Informatie</span>" in html


def test_a_question_with_an_answer_is_found_at_its_place(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus, "paspoort")
    questions = ["Moet ik zelf langskomen?", "Mag mijn zus mijn paspoort ophalen?"]
    page.vragen = [("vraag", {"vraag": question, "antwoord": "<p>Nee.</p>"}) for question in questions]
    republish(page)
    html = client.get("/zoeken/?q=kan+mijn+zus+het+paspoort+ophalen").content.decode()
    assert 'href="/producten/paspoort/#vraag-2"' in html
    assert "Vraag en antwoord</span>" in html
    assert "#vraag-" not in client.get("/zoeken/?q=paspoort").content.decode(), (
        "one word: the product is enough"
    )
    assert find(client, "zus") == ["paspoort"], "a product is found by its questions"


def test_an_address_is_found_on_the_contact_page(client: Client, catalogus: Catalogus) -> None:
    contact = publish_child(catalogus.nl.home, ContentPage(title="Contact", slug="contact"))
    save_instellingen(Site.objects.get(is_default_site=True), pagina_contact=contact)
    place = Locatie.objects.create(
        naam="Stadskantoor", straat="Rietplein", huisnummer="1", plaats="Rietwaard"
    )
    html = client.get("/zoeken/?q=stadskantoor").content.decode()
    assert f'href="/contact/#locatie-{place.pk}"' in html
    assert "Rietplein 1, Rietwaard" in html


# --- Who sees it -----


def test_an_expired_product_is_gone_at_the_moment_itself(client: Client, bewaard: Catalogus) -> None:
    fill(bewaard)
    soon = klok.now() + timedelta(hours=1)
    make_product(bewaard, "kerstbomen", expire_at=soon)
    assert find(client, "kerstboom") == ["kerstbomen"]
    with time_machine.travel(soon, tick=False):
        assert find(client, "kerstboom") == []
