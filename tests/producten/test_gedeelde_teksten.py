"""Samira keeps "neem uw legitimatie mee" in one place; Tom de eindredacteur may throw it away, unused."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import nested_form_data, rich_text

from eloket.accounts.services import Rol
from eloket.producten.models import ProductTekstblok
from eloket.producten.services import (
    Organisatie,
    ProductInvoer,
    ProductPage,
    Tekstblok,
    republish,
    translate_page,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus, make_product

LIST = "/beheer/snippets/producten/tekstblok/"


def colleague(rol: Rol, naam: str) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(rol, naam=naam))
    return client


@pytest.fixture
def samira(db: None) -> Client:
    return colleague(Rol.REDACTEUR, "Samira Idrissi")


@pytest.fixture
def tom(db: None) -> Client:
    return colleague(Rol.EINDREDACTEUR, "Tom Bakker")


@pytest.fixture
def legitimatie(db: None) -> Tekstblok:
    return Tekstblok.objects.create(
        code="legitimatie", naam="Legitimatie meenemen", tekst="<p>Neem uw paspoort mee.</p>"
    )


def with_text(catalogus: Catalogus, slug: str, tekstblok: Tekstblok) -> ProductPage:
    return make_product(catalogus, slug, invoer=ProductInvoer(tekstblokken=[("bewijs", tekstblok.code)]))


def take_off(page: ProductPage) -> None:
    page.tekstblokken = []
    republish(page)


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def test_a_change_shows_on_every_product_at_once(
    samira: Client, client: Client, bewaard: Catalogus, legitimatie: Tekstblok
) -> None:
    for slug in ("paspoort", "rijbewijs"):
        with_text(bewaard, slug, legitimatie)
        assert "Neem uw paspoort mee." in html(client, f"/producten/{slug}/")
    posted = nested_form_data(
        {
            "naam": legitimatie.naam,
            "code": legitimatie.code,
            "tekst": rich_text("<p>Neem uw ID-kaart mee.</p>"),
            "tekst_en": rich_text(""),
        }
    )
    assert samira.post(f"{LIST}edit/{legitimatie.pk}/", posted).status_code == 302
    for slug in ("paspoort", "rijbewijs"):
        assert "Neem uw ID-kaart mee." in html(client, f"/producten/{slug}/")
        assert "Neem uw paspoort mee." not in html(client, f"/producten/{slug}/")


def test_before_saving_samira_reads_where_it_will_show(
    samira: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    page = with_text(catalogus, "paspoort", legitimatie)
    translate_page(page, "en", {"title": "Passport"})
    with_text(catalogus, "rijbewijs", legitimatie)
    form = html(samira, f"{LIST}edit/{legitimatie.pk}/")
    assert "Dit staat op 3 plekken." in form
    assert f'href="/beheer/pages/{page.pk}/edit/"' in form
    assert "Passport (Engels)" in form


def test_a_new_text_says_nothing_and_an_unused_one_says_so(samira: Client, legitimatie: Tekstblok) -> None:
    assert "Waar staat dit?" not in html(samira, f"{LIST}add/")
    assert "Dit staat nog nergens." in html(samira, f"{LIST}edit/{legitimatie.pk}/")


def test_the_list_counts_and_leads_to_the_names(
    samira: Client,
    catalogus: Catalogus,
    legitimatie: Tekstblok,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    Tekstblok.objects.create(code="pinnen", naam="Betalen met pin", tekst="<p>U kunt pinnen.</p>")
    for slug in ("paspoort", "rijbewijs", "identiteitskaart"):
        with_text(catalogus, slug, legitimatie)
    listed = html(samira, LIST)
    assert "op 3 plekken" in listed
    assert "nergens" in listed
    names = html(samira, f"{LIST}usage/{legitimatie.pk}/")
    assert "Identiteitskaart" in names
    html(samira, LIST)
    with django_assert_max_num_queries(20) as few:
        html(samira, LIST)
    for number in range(10):
        other = Tekstblok.objects.create(code=f"t{number}", naam=f"Tekst {number}", tekst="<p>x</p>")
        with_text(catalogus, f"product-{number}", other)
    with django_assert_max_num_queries(len(few)):
        html(samira, LIST)


def test_a_text_that_was_taken_off_a_product_is_no_longer_used(
    samira: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    """Wagtail alone would go on counting it until the page is saved a second time."""
    page = with_text(catalogus, "paspoort", legitimatie)
    assert ReferenceIndex.get_grouped_references_to(legitimatie).count() == 1
    take_off(page)
    assert ReferenceIndex.get_grouped_references_to(legitimatie).count() == 0
    assert "Dit staat nog nergens." in html(samira, f"{LIST}edit/{legitimatie.pk}/")


def test_tom_cannot_throw_away_what_a_product_uses(
    tom: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    page = with_text(catalogus, "paspoort", legitimatie)
    bulk = f"/beheer/bulk/producten/tekstblok/delete/?id={legitimatie.pk}&next={LIST}"
    for url in (f"{LIST}delete/{legitimatie.pk}/", bulk):
        for answer in (tom.get(url, follow=True), tom.post(url, follow=True)):
            told = answer.content.decode()
            assert "U kunt ‘Legitimatie meenemen’ niet verwijderen. Het staat nog op: ‘Paspoort’." in told
    assert ProductTekstblok.objects.filter(page=page).exists()
    take_off(page)
    assert tom.post(f"{LIST}delete/{legitimatie.pk}/").status_code == 302
    assert not Tekstblok.objects.exists()


def test_what_a_draft_took_off_but_the_site_still_shows_is_used(
    tom: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    page = with_text(catalogus, "paspoort", legitimatie)
    page.tekstblokken = []
    page.save_revision()
    told = tom.post(f"{LIST}delete/{legitimatie.pk}/", follow=True).content.decode()
    assert "Het staat nog op: ‘Paspoort’" in told
    assert Tekstblok.objects.exists()


def test_many_products_do_not_make_an_endless_message(
    tom: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    for number in range(10):
        with_text(catalogus, f"product-{number}", legitimatie)
    told = tom.get(f"{LIST}delete/{legitimatie.pk}/", follow=True).content.decode()
    assert "en nog 2 andere" in told


def test_an_unused_text_goes_with_others_at_once(tom: Client, legitimatie: Tekstblok) -> None:
    other = Tekstblok.objects.create(code="pinnen", naam="Betalen met pin", tekst="<p>U kunt pinnen.</p>")
    url = f"/beheer/bulk/producten/tekstblok/delete/?id={legitimatie.pk}&id={other.pk}&next={LIST}"
    assert tom.post(url).status_code == 302
    assert not Tekstblok.objects.exists()


def test_an_organisation_of_a_product_stays_too(catalogus: Catalogus) -> None:
    boss = Client()
    user = make_medewerker(Rol.EINDREDACTEUR, naam="Tom Bakker", is_superuser=True)
    login_medewerker(boss, user)
    organisatie = Organisatie.objects.create(code="rdw", naam="RDW", soort="rijk")
    make_product(catalogus, "rijbewijs", verantwoordelijke=organisatie)
    url = f"/beheer/snippets/producten/organisatie/delete/{organisatie.pk}/"
    told = boss.post(url, follow=True).content.decode()
    assert "Het staat nog op: ‘Rijbewijs’" in told
    assert Organisatie.objects.filter(pk=organisatie.pk).exists()


def test_samira_changes_texts_but_throws_none_away(samira: Client, legitimatie: Tekstblok) -> None:
    samira.post(f"{LIST}delete/{legitimatie.pk}/")
    assert Tekstblok.objects.exists()


def test_a_draft_that_points_at_what_is_gone_still_opens(
    tom: Client, samira: Client, catalogus: Catalogus, legitimatie: Tekstblok
) -> None:
    """Two colleagues at once: Samira's draft uses a text that Tom throws away, for no product uses it."""
    rdw = Organisatie.objects.create(code="rdw", naam="RDW", soort="rijk")
    other = Tekstblok.objects.create(code="pinnen", naam="Betalen met pin", tekst="<p>U kunt pinnen.</p>")
    page = with_text(catalogus, "paspoort", other)
    page.tekstblokken.add(ProductTekstblok(plek="bewijs", tekstblok=legitimatie, sort_order=1))
    page.verantwoordelijke = rdw
    page.save_revision()
    assert tom.post(f"{LIST}delete/{legitimatie.pk}/").status_code == 302
    rdw.delete()
    edit = html(samira, f"/beheer/pages/{page.pk}/edit/")
    assert "Betalen met pin" in edit
    draft = ProductPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [part.tekstblok_id for part in draft.tekstblokken.all()] == [other.pk]
    assert draft.verantwoordelijke is None
