"""What Noor de burger sees of a product."""

from datetime import timedelta

from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from eloket.lib import klok
from eloket.producten.services import ProductInvoer, republish
from tests.producten.factories import Catalogus, make_complete, make_product


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def test_noor_sees_cost_term_and_channel_at_a_glance(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    html = text(client, "/producten/paspoort/")
    glance = html[html.index("eloket-gegevens") : html.index("Wat is het?")]
    assert "€ 86,85" in glance
    assert "Binnen 5 werkdagen" in glance
    assert "Aan de balie" in glance
    assert "elefonisch" not in glance, "by telephone one only gets an explanation"


def test_every_channel_is_shown_in_the_order_of_the_redacteur(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    html = text(client, "/producten/paspoort/")
    assert html.index("Kom langs met uw oude paspoort") < html.index("Bel voor een afspraak")


def test_a_product_with_only_a_summary_says_whom_to_call(client: Client, catalogus: Catalogus) -> None:
    make_product(catalogus, "grofvuil")
    html = text(client, "/producten/grofvuil/")
    assert "Alles over grofvuil." in html
    assert 'href="tel:140999"' in html
    for question in ("Wat is het?", "Voor wie is het?", "Wat kost het?", "Hoe lang duurt het?"):
        assert question not in html


def test_the_theme_of_a_product_is_one_click_away(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    assert 'href="/themas/verhuizen/"' in text(client, "/producten/paspoort/")
    assert 'href="/producten/paspoort/"' in text(client, "/themas/verhuizen/")
    assert 'href="/producten/paspoort/"' in text(client, "/levensgebeurtenissen/ik-ga-verhuizen/")


def test_a_first_visit_takes_ten_queries_at_most_and_no_cookie(
    client: Client, bewaard: Catalogus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_complete(bewaard)
    make_complete(bewaard, "rijbewijs")
    client.get("/producten/rijbewijs/")  # the process has started: site settings and site roots are known
    with django_assert_max_num_queries(10):
        response = client.get("/producten/paspoort/")
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    with django_assert_max_num_queries(0):
        assert client.get("/producten/paspoort/").content == response.content


def test_no_page_of_the_catalogue_sets_a_cookie(client: Client, catalogus: Catalogus) -> None:
    for url in ("/", "/producten/", "/themas/", "/themas/verhuizen/", "/levensgebeurtenissen/"):
        response = client.get(url)
        assert response.status_code == 200, url
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_a_draft_and_an_unpublished_product_are_not_there(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.title = "Nog niet klaar"
    page.save_revision()
    assert "Nog niet klaar" not in text(client, "/producten/paspoort/")
    page.unpublish()
    assert client.get("/producten/paspoort/").status_code == 404


def test_an_expired_product_is_gone_at_the_moment_itself(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.expire_at = klok.now() + timedelta(hours=1)
    page.save()
    assert client.get("/producten/paspoort/").status_code == 200
    page.expire_at = klok.now() - timedelta(seconds=1)
    page.save()
    assert client.get("/producten/paspoort/").status_code == 404


def test_a_closed_off_page_is_never_kept_for_others(client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard)
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="geheim"
    )
    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "geheim", "return_url": "/producten/paspoort/"},
    )
    insider = client.get("/producten/paspoort/")
    stranger = Client().get("/producten/paspoort/")
    assert "Een reisdocument" not in stranger.content.decode()
    assert insider.status_code == stranger.status_code == 200


def test_closing_a_page_off_is_seen_at_once(client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard)
    assert "Een reisdocument" in text(client, "/producten/paspoort/")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="geheim")
    assert "Een reisdocument" not in text(client, "/producten/paspoort/")
    assert "paspoort" not in text(client, "/producten/").split('id="inhoud"')[1].split("<footer")[0].lower()


def test_the_words_of_a_redacteur_cannot_carry_a_script(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus, title="Paspoort <script>alert(1)</script>")
    assert "<script>alert" not in text(client, "/producten/paspoort/")


def test_a_term_of_one_week_reads_well(client: Client, catalogus: Catalogus) -> None:
    make_product(catalogus, "paspoort", termijn_aantal=1, termijn_eenheid="weken")
    assert "Binnen 1 week" in text(client, "/producten/paspoort/")


def test_three_channels_are_joined_as_people_write_them(client: Client, catalogus: Catalogus) -> None:
    invoer = ProductInvoer(
        kanalen={"elektronisch": "<p>a</p>", "telefoon": "<p>b</p>", "schriftelijk": "<p>c</p>"}
    )
    page = make_product(catalogus, "klacht", invoer=invoer)
    assert "Online, telefonisch of per post" in text(client, page.url)
    republish(page)
    assert "Online, telefonisch of per post" in text(client, page.url)
