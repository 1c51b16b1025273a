"""Every way on line passes the gate: Samira is stopped, Eva the eindredacteur may go on with a reason."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import rich_text

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.producten.redactie.poort import LOG_ACTIE, PoortDicht
from eloket.producten.services import ProductInvoer, ProductPage
from eloket.website.services import publish_scheduled
from tests.producten.concepten import make_concept, make_upn
from tests.producten.factories import Catalogus, make_complete, make_tarief
from tests.producten.redactiescherm import edit_url, log_in, messages_of, press, read_form

GEEN_WAT = "Schrijf wat het is."
GEEN_NAAM = "Kies een uniforme productnaam."


@pytest.fixture
def samira(db: None) -> Client:
    return log_in()[0]


@pytest.fixture
def eva(db: None) -> Client:
    return log_in(Rol.EINDREDACTEUR, naam="Eva Smit")[0]


@pytest.fixture
def half(catalogus: Catalogus) -> ProductPage:
    """A draft that does not say what it is and has no national name."""
    parts = ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}, tarieven=[make_tarief().code])
    return make_concept(catalogus, wat="", invoer=parts)


def is_live(page: ProductPage) -> bool:
    return Page.objects.get(pk=page.pk).live


# --- The form -----


@pytest.mark.parametrize("button", ["action-publish", "action-submit"])
def test_the_form_says_what_is_missing_and_keeps_what_was_typed(
    samira: Client, half: ProductPage, button: str
) -> None:
    response = press(samira, half, button, samenvatting="Net getypt door Samira.")
    html = response.content.decode()
    assert response.status_code == 200
    assert GEEN_WAT in html
    assert GEEN_NAAM in html
    assert "er ontbreken 2 antwoorden" in html
    assert "Net getypt door Samira." in html
    assert not is_live(half)
    assert half.current_workflow_state is None


def test_every_message_of_the_form_leads_to_its_field(samira: Client, half: ProductPage) -> None:
    html = press(samira, half, "action-publish").content.decode()
    targets = re.findall(r'<a href="#(panel-[^"]+)"[^>]*>([^<]+)</a>', html)
    assert {text.partition(".")[0] for _target, text in targets} >= {"Schrijf wat het is"}
    assert all(f'id="{target}"' in html for target, _text in targets)


def test_one_more_answer_and_it_goes_live(samira: Client, client: Client, catalogus: Catalogus) -> None:
    page = make_concept(catalogus, wat="")
    assert press(samira, page, "action-publish").status_code == 200
    assert client.get("/producten/paspoort/").status_code == 404
    response = press(samira, page, "action-publish", wat=rich_text("<p>Een reisdocument.</p>"))
    assert response.status_code == 302
    assert client.get("/producten/paspoort/").status_code == 200


def test_rows_that_are_not_saved_yet_count_and_rows_taken_away_do_not(
    samira: Client, catalogus: Catalogus
) -> None:
    page = make_concept(catalogus, invoer=ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}))
    page.kosten_soort = "gratis"
    page.save_revision()
    new_row = {
        "upns-TOTAL_FORMS": "1",
        "upns-0-upn": make_upn().pk,
        "upns-0-ORDER": "1",
        "upns-0-id": "",
        "upns-0-DELETE": "",
    }
    without = press(samira, page, "action-publish", **new_row, **{"kanalen-0-DELETE": "1"})
    assert "voor wie niet online kan" in without.content.decode()
    assert GEEN_NAAM not in without.content.decode()
    assert press(samira, page, "action-publish", **new_row).status_code == 302
    assert is_live(page)


def test_a_draft_is_always_kept(samira: Client, half: ProductPage) -> None:
    assert press(samira, half, "", title="Nog niet af").status_code == 302
    draft = ProductPage.objects.get(pk=half.pk).get_latest_revision_as_object()
    assert draft.title == "Nog niet af"


def test_planning_is_publishing_too(samira: Client, half: ProductPage, catalogus: Catalogus) -> None:
    tomorrow = (klok.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    assert press(samira, half, "action-publish", go_live_at=tomorrow).status_code == 200
    assert half.scheduled_revision is None
    ready = make_concept(catalogus, "rijbewijs")
    assert press(samira, ready, "action-publish", go_live_at=tomorrow).status_code == 302
    assert ready.scheduled_revision is not None
    with time_machine.travel(klok.now() + timedelta(days=2), tick=False):
        publish_scheduled(now=klok.now())
    assert is_live(ready)
    assert not is_live(half)


def test_a_product_from_nothing_passes_the_same_gate(samira: Client, catalogus: Catalogus) -> None:
    url = f"/beheer/pages/add/producten/productpage/{catalogus.nl.producten.pk}/"
    posted = {**read_form(samira, url), "title": "Nieuw", "slug": "nieuw", "samenvatting": "Iets nieuws."}
    response = samira.post(url, {**posted, "action-publish": "1"})
    assert response.status_code == 200
    assert GEEN_WAT in response.content.decode()
    assert not ProductPage.objects.filter(slug="nieuw").exists()
    assert samira.post(url, posted).status_code == 302
    assert ProductPage.objects.filter(slug="nieuw", live=False).exists()


def test_the_responsible_redacteur_is_chosen_by_name(samira: Client, catalogus: Catalogus) -> None:
    log_in(Rol.KCC, naam="Ilse Bakker")
    gone = log_in(naam="Vertrokken Collega")[1]
    gone.groups.clear()
    html = samira.get(edit_url(make_concept(catalogus, redacteur=gone))).content.decode()
    choices = html.partition('name="redacteur"')[2].partition("</select>")[0]
    assert "Samira Idrissi" in choices
    assert "Ilse Bakker" not in choices
    assert "Vertrokken Collega" in choices, "as long as it is still theirs"


def test_a_wrong_answer_and_a_missing_one_are_told_together(samira: Client, catalogus: Catalogus) -> None:
    page = make_concept(catalogus, wat="")
    html = press(samira, page, "action-publish", termijn_aantal="").content.decode()
    assert GEEN_WAT in html
    assert "Vul een aantal in, of kies een eenheid zonder aantal." in html
    assert not is_live(page)


# --- With a reason -----


def test_samira_has_no_field_for_a_reason(samira: Client, half: ProductPage) -> None:
    assert 'name="publicatie_reden"' not in samira.get(edit_url(half)).content.decode()
    response = press(samira, half, "action-publish", publicatie_reden="Omdat ik het zeg.")
    assert response.status_code == 200
    assert not is_live(half)


def test_eva_publishes_with_a_reason_that_stays_to_be_read(eva: Client, half: ProductPage) -> None:
    refused = press(eva, half, "action-publish").content.decode()
    assert "waarom het toch kan" in refused
    reason = "De wet gaat morgen in."
    assert press(eva, half, "action-publish", publicatie_reden=reason).status_code == 302
    assert is_live(half)
    entry = PageLogEntry.objects.get(page=half.pk, action=LOG_ACTIE)
    assert entry.user.get_full_name() == "Eva Smit"
    history = eva.get(f"/beheer/pages/{half.pk}/history/").content.decode()
    assert reason in history
    assert GEEN_WAT in history


def test_a_reason_of_eva_is_no_pass_for_samira(samira: Client, eva: Client, half: ProductPage) -> None:
    press(eva, half, "", publicatie_reden="Als het moet.")
    assert press(samira, half, "action-publish").status_code == 200
    assert not is_live(half)


def test_a_complete_product_needs_no_reason_and_leaves_none(eva: Client, catalogus: Catalogus) -> None:
    page = make_concept(catalogus)
    assert press(eva, page, "action-publish", publicatie_reden="Voor de zekerheid.").status_code == 302
    assert not PageLogEntry.objects.filter(page=page.pk, action=LOG_ACTIE).exists()


# --- What is on line -----


def test_a_product_on_line_is_warned_about_and_not_stopped(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    response = press(samira, page, "action-publish", title="Uw paspoort")
    assert response.status_code == 302
    assert Page.objects.get(pk=page.pk).title == "Uw paspoort"
    html = messages_of(samira, response)
    assert "staat op de site, maar dit ontbreekt nog" in html
    assert GEEN_NAAM in html
    assert f"{edit_url(page)}#panel-" in html


def test_what_was_taken_off_line_passes_the_gate_again(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.unpublish()
    assert press(samira, page, "action-publish").status_code == 200
    assert not is_live(page)


def test_a_complete_product_gets_no_warning(samira: Client, catalogus: Catalogus) -> None:
    response = press(samira, make_concept(catalogus), "action-publish")
    assert "maar dit ontbreekt nog" not in messages_of(samira, response)


# --- Around the form -----


def bulk(client: Client, action: str, *pages: Page, **data: str) -> Any:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/beheer/bulk/wagtailcore/page/{action}/?{ids}&next=/beheer/pages/", data)


def test_publishing_many_at_once_names_what_is_not_ready(
    samira: Client, half: ProductPage, catalogus: Catalogus
) -> None:
    ready = make_concept(catalogus, "rijbewijs")
    response = bulk(samira, "publish", half, ready)
    html = messages_of(samira, response)
    assert "“Paspoort” kan nog niet op de site" in html
    assert f"{edit_url(half)}#panel-" in html
    assert not is_live(half)
    assert not is_live(ready), "all or nothing"
    assert bulk(samira, "publish", ready).status_code == 302
    assert is_live(ready)


def test_publishing_all_that_is_below_the_overview_asks_too(
    samira: Client, half: ProductPage, catalogus: Catalogus
) -> None:
    overview = Page.objects.get(pk=catalogus.nl.producten.pk)
    response = bulk(samira, "publish", overview, include_descendants="on")
    assert "kan nog niet op de site" in messages_of(samira, response)
    assert not is_live(half)


def test_eva_publishes_many_when_each_has_its_reason(eva: Client, half: ProductPage) -> None:
    press(eva, half, "", publicatie_reden="Afgesproken met het team.")
    assert bulk(eva, "publish", half).status_code == 302
    assert is_live(half)
    assert PageLogEntry.objects.filter(page=half.pk, action=LOG_ACTIE).count() == 1


@pytest.mark.parametrize("how", ["publish_copies", "alias"])
def test_a_copy_of_an_old_product_does_not_slip_in(samira: Client, catalogus: Catalogus, how: str) -> None:
    page = make_complete(catalogus)
    data = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": catalogus.nl.producten.pk,
        how: "on",
    }
    response = samira.post(f"/beheer/pages/{page.pk}/copy/", data)
    assert "kan nog niet op de site" in messages_of(samira, response)
    assert not ProductPage.objects.filter(slug="kopie").exists()
    del data[how]
    assert samira.post(f"/beheer/pages/{page.pk}/copy/", data).status_code == 302
    assert ProductPage.objects.filter(slug="kopie", live=False).exists()


def test_the_api_of_the_admin_publishes_nothing(samira: Client, half: ProductPage) -> None:
    url = f"/beheer/api/main/pages/{half.pk}/"
    assert samira.get(url).status_code == 200
    for action in ("publish", "copy", "create_alias"):
        assert samira.post(f"{url}action/{action}/").status_code == 404, action
    assert not is_live(half)


def test_an_old_version_is_published_through_the_form(samira: Client, half: ProductPage) -> None:
    old = half.get_latest_revision()
    half.wat = "<p>Nu wel.</p>"
    half.save_revision()
    url = f"/beheer/pages/{half.pk}/revisions/{old.pk}/revert/"
    response = samira.post(edit_url(half), {**read_form(samira, url), "action-publish": "1"})
    assert response.status_code == 200
    assert GEEN_WAT in response.content.decode()


def test_beneath_it_all_stands_a_guard(half: ProductPage) -> None:
    """Whatever another package does with a user in hand; code without one is trusted (imports, the demo)."""
    user = log_in()[1]
    with pytest.raises(PoortDicht) as stopped:
        half.get_latest_revision().publish(user=user)
    assert [gat.veld for gat in stopped.value.gaten] == ["wat", "upns"]
    assert not is_live(half)
    half.get_latest_revision().publish()
    assert is_live(half)
