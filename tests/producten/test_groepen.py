"""Eva takes away a theme that holds many products: she reads how many, and nothing else is lost."""

import pytest
from django.test import Client
from wagtail.models import Page

from eloket.accounts.services import Rol
from eloket.producten.models import ThemaPage
from eloket.producten.services import ProductPage, publish_child, translate_page
from tests.producten.factories import Catalogus, make_complete, make_product
from tests.producten.redactiescherm import edit_url, log_in, messages_of, press


@pytest.fixture
def eva(db: None) -> Client:
    return log_in(Rol.EINDREDACTEUR, naam="Eva Smit")[0]


def confirm(client: Client, page: Page) -> str:
    return client.get(f"/beheer/pages/{page.pk}/delete/").content.decode()


def test_the_screen_names_the_number_of_products(eva: Client, catalogus: Catalogus) -> None:
    for number in range(3):
        make_complete(catalogus, f"product-{number}")
    assert "In “Verhuizen” staan 3 producten." in confirm(eva, catalogus.thema)
    assert "In “Ik ga verhuizen” staan 3 producten." in confirm(eva, catalogus.gebeurtenis)


def test_a_product_in_two_languages_is_one_product(eva: Client, catalogus: Catalogus) -> None:
    translate_page(catalogus.thema, "en", {"title": "Moving"})
    translate_page(make_complete(catalogus), "en", {"title": "Passport"})
    assert "staat 1 product." in confirm(eva, catalogus.thema)


def test_an_empty_theme_goes_without_a_word(eva: Client, catalogus: Catalogus) -> None:
    assert "product" not in confirm(eva, catalogus.thema).partition("<form action")[0].partition("<main")[2]


@pytest.mark.traag
def test_two_hundred_products_outlive_their_theme(eva: Client, catalogus: Catalogus, client: Client) -> None:
    for number in range(200):
        page = make_product(catalogus, f"product-{number:03}")
        page.themas = [catalogus.thema]
        page.save()
    assert "In “Verhuizen” staan 200 producten." in confirm(eva, catalogus.thema)
    assert eva.post(f"/beheer/pages/{catalogus.thema.pk}/delete/").status_code == 302
    assert not ThemaPage.objects.filter(slug="verhuizen").exists()
    assert ProductPage.objects.live().count() == 200
    assert client.get("/producten/product-199/").status_code == 200


def test_a_draft_that_named_the_theme_opens_and_publishes_afterwards(
    eva: Client, catalogus: Catalogus
) -> None:
    page = make_complete(catalogus)
    page.title = "Concept van Samira"
    page.save_revision()
    eva.post(f"/beheer/pages/{catalogus.thema.pk}/delete/")
    assert "Concept van Samira" in eva.get(edit_url(page)).content.decode()
    assert press(eva, page, "action-publish").status_code == 302
    page.refresh_from_db()
    assert page.title == "Concept van Samira"
    assert [event.slug for event in page.levensgebeurtenissen.all()] == ["ik-ga-verhuizen"]
    assert page.themas.count() == 0


def test_many_at_once_goes_only_for_what_is_empty(eva: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    empty = publish_child(catalogus.nl.themas, ThemaPage(title="Leeg", slug="leeg"))
    url = f"/beheer/bulk/wagtailcore/page/delete/?id={catalogus.thema.pk}&id={empty.pk}&next=/beheer/pages/"
    response = eva.post(url)
    assert "Er staan nog producten in “Verhuizen”." in messages_of(eva, response)
    assert ThemaPage.objects.filter(slug__in=["verhuizen", "leeg"]).count() == 2
    only_empty = f"/beheer/bulk/wagtailcore/page/delete/?id={empty.pk}&next=/beheer/pages/"
    assert eva.post(only_empty).status_code == 302
    assert not ThemaPage.objects.filter(slug="leeg").exists()
