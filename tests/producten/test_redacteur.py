"""Samira de redacteur keeps a product up to date in the Wagtail admin."""

from datetime import timedelta

import pytest
from django.test import Client
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.producten.services import ProductPage, UniformeProductnaam, republish, translate_page
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus, make_complete


@pytest.fixture
def samira(db: None) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    return client


RICH = [field.name for field in ProductPage._meta.get_fields() if isinstance(field, RichTextField)]


def form_data(page: ProductPage, **changes: object) -> dict[str, object]:
    """What the edit screen posts for this product."""
    kanalen = [
        {
            "kanaal": part.kanaal,
            "tekst": rich_text(part.tekst),
            "te_regelen": "on",
            "id": part.pk,
            "ORDER": nr,
        }
        for nr, part in enumerate(page.kanalen.all(), 1)
    ]
    tarieven = [
        {"tarief": part.tarief_id, "id": part.pk, "ORDER": nr}
        for nr, part in enumerate(page.tarieven.all(), 1)
    ]
    rich = {name: rich_text(getattr(page, name)) for name in RICH}
    data: dict[str, object] = {
        "title": page.title,
        "slug": page.slug,
        "samenvatting": page.samenvatting,
        **rich,
        "kosten_soort": page.kosten_soort,
        "kosten_kort": page.kosten_kort,
        "termijn_aantal": page.termijn_aantal or "",
        "termijn_eenheid": page.termijn_eenheid,
        "termijn_soort": page.termijn_soort,
        "termijn_grondslag": page.termijn_grondslag,
        "doelgroep": page.doelgroep,
        "synoniemen": page.synoniemen,
        "gecontroleerd_op": "",
        "kanalen": inline_formset(kanalen, initial=len(kanalen)),
        "formulieren": inline_formset([]),
        "upns": inline_formset([]),
        "afspraaksoorten": inline_formset([]),
        "tekstblokken": inline_formset([]),
        "verwante_producten": inline_formset([]),
        "tarieven": inline_formset(tarieven, initial=len(tarieven)),
        "vragen": streamfield([]),
        "checks": streamfield([]),
        "identificatie": page.identificatie,
        "herzien_op": "",
        "comments": inline_formset([]),
        **changes,
    }
    groups = {
        "themas": [thema.pk for thema in page.themas.all()],
        "levensgebeurtenissen": [event.pk for event in page.levensgebeurtenissen.all()],
    }
    return {**nested_form_data(data), **groups}


@pytest.mark.kern
def test_a_change_is_on_the_public_page_at_once(samira: Client, client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard)
    assert "Uw nieuwe paspoort" not in client.get("/producten/paspoort/").content.decode()
    posted = form_data(page, title="Uw nieuwe paspoort", kosten_soort="verschilt", kosten_kort="€ 90") | {
        "action-publish": "1"
    }
    response = samira.post(f"/beheer/pages/{page.pk}/edit/", posted)
    assert response.status_code == 302, response.context["form"].errors
    html = client.get("/producten/paspoort/").content.decode()
    assert "Uw nieuwe paspoort" in html
    assert "€ 90" in html
    assert "Uw nieuwe paspoort" in client.get("/zoeken/?q=paspoort").content.decode()


@pytest.mark.kern
def test_a_draft_stays_inside_and_can_be_previewed(
    samira: Client, client: Client, bewaard: Catalogus
) -> None:
    page = make_complete(bewaard)
    posted = form_data(page, title="Concept van Samira")
    assert samira.post(f"/beheer/pages/{page.pk}/edit/", posted).status_code == 302
    assert "Concept van Samira" not in client.get("/producten/paspoort/").content.decode()
    preview = samira.get(f"/beheer/pages/{page.pk}/view_draft/")
    assert "Concept van Samira" in preview.content.decode()
    assert "Concept van Samira" not in client.get("/producten/paspoort/").content.decode()


def test_a_preview_shows_channels_and_themes_that_are_not_saved(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    posted = form_data(page, wat=rich_text("<p>Nog niet bewaard.</p>"))
    address = f"/beheer/pages/{page.pk}/edit/preview/"
    assert samira.post(address, posted).json()["is_valid"]
    html = samira.get(address).content.decode()
    assert "Nog niet bewaard." in html
    assert "Kom langs met uw oude paspoort." in html
    assert "/themas/verhuizen/" in html


def test_a_number_without_a_unit_is_refused_in_plain_words(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    posted = form_data(page, termijn_eenheid="direct") | {"action-publish": "1"}
    response = samira.post(f"/beheer/pages/{page.pk}/edit/", posted)
    assert "Kies bij dit aantal" in response.content.decode()
    posted = form_data(page, termijn_aantal="") | {"action-publish": "1"}
    assert "Vul een aantal in" in samira.post(f"/beheer/pages/{page.pk}/edit/", posted).content.decode()


def test_a_summary_is_three_hundred_characters_at_most(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    posted = form_data(page, samenvatting="x" * 301) | {"action-publish": "1"}
    assert samira.post(f"/beheer/pages/{page.pk}/edit/", posted).status_code == 200
    page.refresh_from_db()
    assert page.samenvatting == "Alles over paspoort."


def test_the_edit_screen_asks_in_the_words_of_the_resident(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    html = samira.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    for question in (
        "Wat is het?",
        "Voor wie is het?",
        "Hoe regelt u het?",
        "Wat kost het?",
        "Hoe lang duurt het?",
    ):
        assert question.lower() in html.lower()


def test_samira_chooses_a_national_name_and_cannot_change_the_list(
    samira: Client, catalogus: Catalogus
) -> None:
    upn = UniformeProductnaam.objects.create(uri="http://upl.example/paspoort", naam="paspoort")
    assert "paspoort" in samira.get("/beheer/snippets/producten/uniformeproductnaam/").content.decode()
    for action in ("add/", f"edit/{upn.pk}/", f"delete/{upn.pk}/"):
        response = samira.post(f"/beheer/snippets/producten/uniformeproductnaam/{action}", {"naam": "anders"})
        assert response.status_code in (302, 403, 404), action
    upn.refresh_from_db()
    assert upn.naam == "paspoort"
    chosen = samira.get("/beheer/snippets/choose/producten/uniformeproductnaam/results/?q=pasp")
    assert "paspoort" in chosen.content.decode()


def test_kees_the_behandelaar_edits_no_products(catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    kees = Client()
    login_medewerker(kees, make_medewerker(Rol.BEHANDELAAR, naam="Kees de Boer"))
    assert kees.get(f"/beheer/pages/{page.pk}/edit/").status_code in (302, 403)


# --- Addresses live for ever -----


def rename(page: ProductPage, slug: str) -> None:
    page.slug = slug
    republish(page)


@pytest.mark.kern
def test_an_old_address_leads_to_the_product_for_ever(client: Client, bewaard: Catalogus) -> None:
    page = make_complete(bewaard, "paspoort")
    assert client.get("/producten/paspoort/").status_code == 200
    rename(page, "paspoort-aanvragen")
    rename(page, "reisdocument")
    for old in ("paspoort", "paspoort-aanvragen"):
        response = client.get(f"/producten/{old}/")
        assert response.status_code == 301
        assert response["Location"] == "/producten/reisdocument/"
    assert client.get("/producten/reisdocument/").status_code == 200


def test_an_old_english_address_leads_to_the_english_page(client: Client, bewaard: Catalogus) -> None:
    english = translate_page(make_complete(bewaard), "en", {"title": "Passport"})
    rename(english, "passport")
    response = client.get("/en/producten/paspoort/")
    assert (response.status_code, response["Location"]) == (301, "/en/producten/passport/")
    assert client.get("/producten/paspoort/").status_code == 200, "the Dutch page did not move"


def test_a_name_that_is_used_again_belongs_to_the_new_product(client: Client, bewaard: Catalogus) -> None:
    old = make_complete(bewaard, "paspoort")
    rename(old, "reisdocument")
    make_complete(bewaard, "paspoort", title="Een ander product")
    assert "Een ander product" in client.get("/producten/paspoort/").content.decode()


def test_a_scheduled_product_waits_for_its_moment(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.title = "Volgend jaar"
    page.go_live_at = klok.now() + timedelta(days=1)
    page.save_revision().publish()
    assert "Volgend jaar" not in client.get("/producten/").content.decode()
    assert Page.objects.get(pk=page.pk).title == "Paspoort"
