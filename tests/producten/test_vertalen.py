"""What Samira changes in Dutch is right in English at once; its words wait for a translator."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale

from eloket.accounts.services import Rol
from eloket.producten.models import ProductKanaal, ProductPage, ProductTarief
from eloket.producten.services import republish, translate_page
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus, make_complete, make_tarief

FORM = "application/x-www-form-urlencoded"
WORDS = {"persoonlijk": "<p>Visit us.</p>", "telefoon": "<p>Call us.</p>"}


def translated(catalogus: Catalogus) -> tuple[ProductPage, ProductPage]:
    page = make_complete(catalogus)
    english = translate_page(page, "en", {"title": "Passport", "wat": "<p>To travel.</p>"}, kanalen=WORDS)
    return ProductPage.objects.get(pk=page.pk), english


def html_of(client: Client) -> str:
    return str(client.get("/en/producten/paspoort/").content.decode())


def test_a_term_and_a_price_are_right_in_english_at_once(client: Client, catalogus: Catalogus) -> None:
    page, _english = translated(catalogus)
    make_tarief("spoed", bedrag="59.25", naam_en="Urgent")
    tarief = ProductTarief._meta.get_field("tarief").related_model.objects.get(code="spoed")
    page.termijn_aantal = 8
    page.tarieven = [*page.tarieven.all(), ProductTarief(tarief=tarief, sort_order=1)]
    republish(page)
    html = html_of(client)
    assert "Within 8 working days" in html
    assert "Urgent" in html
    assert "€ 59.25" in html
    assert "To travel." in html


def test_a_publish_that_changes_only_words_leaves_the_english_page_alone(catalogus: Catalogus) -> None:
    page, english = translated(catalogus)
    revisions = english.revisions.count()
    page.wat = "<p>Andere woorden.</p>"
    republish(page)
    assert english.revisions.count() == revisions


def test_words_that_are_being_translated_stay_a_draft(client: Client, catalogus: Catalogus) -> None:
    page, english = translated(catalogus)
    english.wat = "<p>Half a sentence</p>"
    english.save_revision()
    page.termijn_aantal = 8
    republish(page)
    html = html_of(client)
    assert "Within 8 working days" in html
    assert "Half a sentence" not in html
    draft = ProductPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    assert "Half a sentence" in draft.wat
    assert draft.termijn_aantal == 8


def test_a_channel_that_is_new_is_not_hidden_in_english(client: Client, catalogus: Catalogus) -> None:
    page, _english = translated(catalogus)
    new = ProductKanaal(kanaal="schriftelijk", tekst="<p>Schrijf ons.</p>", sort_order=9, locale=page.locale)
    page.kanalen = [*page.kanalen.all(), new]
    republish(page)
    html = html_of(client)
    assert "By post" in html
    assert "Schrijf ons" not in html
    assert "Visit us." in html


def test_an_unpublished_translation_stays_unpublished(client: Client, catalogus: Catalogus) -> None:
    page, english = translated(catalogus)
    english.unpublish()
    page.termijn_aantal = 8
    republish(ProductPage.objects.get(pk=page.pk))
    assert client.get("/en/producten/paspoort/").status_code == 404


@pytest.mark.kern
def test_samira_translates_a_product_in_the_admin(
    client: Client,
    catalogus: Catalogus,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """Wagtail-localize from the first click to the published page."""
    page = ProductPage.objects.get(pk=make_complete(catalogus, desk_memo="<p>Vraag door.</p>").pk)
    samira = Client()
    login_medewerker(samira, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    english = Locale.objects.get(language_code="en")
    address = f"/beheer/localize/submit/page/{page.pk}/"
    response = samira.post(address, {"locales": [english.pk]})
    assert response.status_code == 302, response.content.decode()[:2000]
    copy = ProductPage.objects.get(translation_key=page.translation_key, locale=english)
    screen = samira.get(f"/beheer/pages/{copy.pk}/edit/").content.decode()
    assert "Een reisdocument." in screen
    assert "Vraag door." not in re.sub(r"\s+", " ", screen), "the memo is for colleagues, in Dutch"
    translate_strings(samira, copy, {"Paspoort": "Passport", "Een reisdocument.": "A travel document."})
    with django_capture_on_commit_callbacks(execute=True):
        published = samira.post(f"/beheer/pages/{copy.pk}/edit/", {"action": "publish"})
    assert published.status_code == 302
    html = html_of(client)
    assert "A travel document." in html
    assert "€ 86.85" in html


def translate_strings(samira: Client, copy: ProductPage, words: dict[str, str]) -> None:
    """Type the English of each of these texts, as the translation editor posts them."""
    from wagtail_localize.models import StringSegment, Translation

    translation = Translation.objects.get(
        source__object_id=copy.translation_key, target_locale__language_code="en"
    )
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        if segment.string.data in words:
            address = f"/beheer/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
            response = samira.put(
                address,
                f"value={words[segment.string.data]}",
                content_type="application/x-www-form-urlencoded",
            )
            assert response.status_code in (200, 201), response.content
