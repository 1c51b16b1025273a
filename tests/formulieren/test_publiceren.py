"""The redacteur's desk: composing, previewing, publishing, changing, withdrawing."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.demo.bron import form_names, read
from eloket.demo.catalogus import load_catalogus
from eloket.demo.formulieren import load_formulieren
from eloket.formulieren.definitie import read_definitie
from eloket.formulieren.models import Aanvraag, Formulier, FormulierVersie
from eloket.formulieren.models.versie import Immutable, hash_inhoud
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.services import InvalidDefinitie, import_formulier, list_aanbod
from eloket.formulieren.services.publicatie import find_gebreken, is_same
from eloket.lib import klok
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import VELD, WANNEER, Invuller, definitie, get_formulier, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def samira(client: Client) -> User:
    """Samira de redacteur, at her desk."""
    user = make_medewerker(Rol.REDACTEUR)
    wanted = Permission.objects.filter(content_type__app_label="formulieren", content_type__model="formulier")
    user.user_permissions.set([*wanted, Permission.objects.get(codename="access_admin")])
    return login_medewerker(client, user)


def test_publishing_freezes_a_version_and_the_same_again_adds_none() -> None:
    first = publish()
    assert publish() == first
    second = publish(titel={"nl": "Andere titel"})
    assert (second.nummer, FormulierVersie.objects.count()) == (2, 2)
    assert first.inhoud["titel"]["nl"] == "Plek in de fietsenstalling"


def test_a_version_never_changes_not_even_behind_our_back() -> None:
    versie = publish()
    with pytest.raises(Immutable):
        versie.save()
    with pytest.raises(Immutable):
        versie.delete()
    with pytest.raises(DatabaseError, match="ligt vast"), transaction.atomic():
        FormulierVersie.objects.update(nummer=9)


def test_blocks_and_definition_are_the_same_form() -> None:
    versie = publish()
    assert compose_inhoud(get_formulier()) == versie.inhoud


def test_the_same_form_in_an_older_schema_adds_no_version() -> None:
    old = {**publish().inhoud, "schema": 1}
    del old["regels"]
    formulier = Formulier.objects.create(slug="oud", titel_nl="Oud", live=True)
    versie = FormulierVersie.objects.create(
        formulier=formulier, nummer=1, inhoud=old, hash=hash_inhoud(old), created_at=klok.now()
    )
    assert is_same(versie, hash_inhoud(publish().inhoud))
    assert not is_same(versie, hash_inhoud(publish(duur_minuten=9).inhoud))


def test_a_change_does_not_touch_who_is_already_filling_it_in(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    publish(stappen=[{"sleutel": "anders", "titel": {"nl": "Anders"}, "velden": [VELD]}])
    noor.post("wanneer", **WANNEER)
    noor.send()
    assert Aanvraag.objects.get().versie.nummer == 1
    assert b"Anders" in Client().get("/formulieren/fietsenstalling/").content


def test_a_withdrawn_form_is_kindly_gone_for_newcomers_and_goes_on_for_who_began(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    get_formulier().unpublish()
    gone = Client().get("/formulieren/fietsenstalling/")
    assert gone.status_code == 410
    assert "kunt u nu niet invullen" in gone.content.decode()
    assert Client().post("/formulieren/fietsenstalling/beginnen/", {}).status_code == 410
    noor.post("wanneer", **WANNEER)
    noor.send()
    assert Aanvraag.objects.count() == 1
    assert Client().get("/formulieren/nooit-gezien/").status_code == 404


def test_deleting_a_form_withdraws_it_and_keeps_what_was_sent(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    noor.send()
    get_formulier().delete()
    assert not get_formulier().live
    Formulier.objects.all().delete()
    assert Aanvraag.objects.get().versie.definitie.slug == "fietsenstalling"


def test_a_form_that_was_never_published_can_go() -> None:
    Formulier.objects.create(slug="leeg", titel_nl="Leeg", live=False)
    Formulier.objects.all().delete()
    assert Formulier.objects.count() == 0


@pytest.mark.kern
def test_purging_revisions_breaks_nothing(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    get_formulier().revisions.all().delete()
    assert noor.get("wanneer").status_code == 200
    assert client.get("/formulieren/fietsenstalling/").status_code == 200


def test_a_page_offers_published_forms_in_one_query(django_assert_num_queries: Any) -> None:
    publish()
    publish(slug="klacht", titel={"nl": "Klacht"})
    get_formulier("klacht").unpublish()
    ids = list(Formulier.objects.order_by("pk").values_list("pk", flat=True))
    with django_assert_num_queries(1):
        aanbod = list_aanbod(ids)
    assert [(form.slug, form.url) for form in aanbod] == [
        ("fietsenstalling", "/formulieren/fietsenstalling/")
    ]
    with django_assert_num_queries(0):
        assert list_aanbod([]) == []


def test_importing_refuses_a_field_it_does_not_know() -> None:
    stappen = [{"sleutel": "wie", "titel": {"nl": "Wie"}, "velden": [{**VELD, "soort": "hologram"}]}]
    with pytest.raises(InvalidDefinitie, match="hologram"):
        import_formulier(definitie(stappen=stappen), now=klok.now())


def test_the_register_s_gaps_are_told_in_sentences() -> None:
    stappen = [{"sleutel": "wie", "titel": {"nl": "Wie"}, "velden": [{**VELD, "eigenschap": "schoenmaat"}]}]
    assert "schoenmaat" in find_gebreken(publish(stappen=stappen).definitie)[0]
    assert "bestaat niet" in find_gebreken(publish(zaaktype="weg").definitie)[0]


def test_nothing_of_a_definition_is_lost_on_the_way_over_the_desk() -> None:
    load_catalogus(klok.now())
    for name in form_names():
        content = read(f"formulieren/{name}")
        import_formulier(content, now=klok.now())
        versie = FormulierVersie.objects.current(content["slug"])
        assert versie is not None
        assert versie.definitie == read_definitie(content), name
    versies = FormulierVersie.objects.order_by("formulier__slug")
    assert list(versies.values_list("formulier__slug", "nummer")) == [(name, 1) for name in form_names()]


def test_a_demo_of_before_keeps_the_forms_that_point_at_what_it_lacks() -> None:
    load_formulieren(klok.now())
    assert not FormulierVersie.objects.filter(formulier__slug="verhuizing-doorgeven").exists()
    assert FormulierVersie.objects.filter(formulier__slug="uittreksel-brp").exists()


# --- In the admin -----


def form_data(**changes: str) -> dict[str, str]:
    """What the browser posts for the smallest form."""
    stap = "stappen-0-value"
    veld = f"{stap}-velden-0-value"
    return {
        "slug": "fietsenstalling",
        "titel_nl": "Plek in de fietsenstalling",
        "duur_minuten": "5",
        "niveau": "0",
        "zaaktype": "",
        "stappen-count": "1",
        "stappen-0-deleted": "",
        "stappen-0-order": "0",
        "stappen-0-type": "stap",
        "stappen-0-id": "",
        f"{stap}-titel_nl": "Wie bent u?",
        f"{stap}-titel_en": "",
        f"{stap}-uitleg_nl": "",
        f"{stap}-uitleg_en": "",
        f"{stap}-sleutel": "",
        f"{stap}-velden-count": "1",
        f"{stap}-velden-0-deleted": "",
        f"{stap}-velden-0-order": "0",
        f"{stap}-velden-0-type": "tekst",
        f"{stap}-velden-0-id": "",
        f"{veld}-label_nl": "Wat is uw naam?",
        f"{veld}-label_en": "",
        f"{veld}-hulp_nl": "",
        f"{veld}-hulp_en": "",
        f"{veld}-verplicht": "on",
        f"{veld}-max_tekens": "",
        f"{veld}-autocomplete": "name",
        f"{veld}-eigenschap": "schoenmaat",
        f"{veld}-sleutel": "",
        "regels-count": "0",
        **changes,
    }


def add_url() -> str:
    return reverse("wagtailsnippets_formulieren_formulier:add")


def edit_url(formulier: Formulier) -> str:
    return reverse("wagtailsnippets_formulieren_formulier:edit", args=[formulier.pk])


@pytest.mark.kern
def test_samira_makes_and_publishes_a_form_and_hears_what_the_register_lacks(
    client: Client, samira: User
) -> None:
    assert "Formulieren" in client.get(add_url()).content.decode()
    response = client.post(add_url(), {**form_data(), "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    versie = FormulierVersie.objects.current("fietsenstalling")
    assert versie is not None
    veld = versie.definitie.velden[0]
    assert (veld.sleutel, versie.definitie.stappen[0].sleutel) == ("wat-is-uw-naam", "wie-bent-u")
    assert veld.instellingen == {"autocomplete": "name"}
    texts = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("schoenmaat" in text for text in texts)
    kept = get_formulier().stappen[0].value
    assert (kept["sleutel"], kept["velden"][0].value["sleutel"]) == ("wie-bent-u", "wat-is-uw-naam")


def test_a_form_without_steps_can_be_kept_but_not_published(client: Client, samira: User) -> None:
    empty = {**form_data(), "stappen-count": "0"}
    response = client.post(add_url(), {**empty, "action-publish": "1"})
    assert "Maak eerst een stap" in response.content.decode()
    assert client.post(add_url(), empty).status_code == 302
    assert not get_formulier().live


@pytest.mark.parametrize(
    ("niveau", "words"), [("5", ["E-mailadres"]), ("6", ["E-mailadres", "KvK-nummer"])], ids=["email", "club"]
)
def test_a_form_that_asks_nothing_that_proves_who_it_is(
    client: Client, samira: User, niveau: str, words: list[str]
) -> None:
    data = form_data(niveau=niveau)
    page = client.post(add_url(), {**data, "action-publish": "1"}).content.decode()
    assert all(f"Zet een vraag van de soort “{word}” erin." in page for word in words)
    assert client.post(add_url(), data).status_code == 302  # as a draft it may wait
    assert not get_formulier().live


def test_samira_chooses_with_what_people_log_in(client: Client, samira: User) -> None:
    data = {**form_data(niveau="30"), "middelen": ["digid", "eidas"], "alleen_zelf": "on"}
    response = client.post(add_url(), {**data, "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    versie = FormulierVersie.objects.current("fietsenstalling")
    assert versie is not None
    assert versie.definitie.middelen == ("digid", "eidas")
    assert versie.definitie.alleen_zelf
    assert "DigiD of een Europees inlogmiddel" in client.get("/formulieren/fietsenstalling/").content.decode()
    editor = client.get(edit_url(get_formulier())).content.decode()
    assert re.search(r'value="eidas"[^>]*checked', editor)
    assert not re.search(r'value="eherkenning"[^>]*checked', editor)


def test_the_same_key_twice_is_refused(client: Client, samira: User) -> None:
    data = {
        key.replace("stappen-0", "stappen-1"): value
        for key, value in form_data().items()
        if key.startswith("stappen-0")
    }
    twice = {**form_data(), **data, "stappen-count": "2", "stappen-1-order": "1"}
    response = client.post(add_url(), {**twice, "action-publish": "1"})
    assert "staan er meer dan een keer" in response.content.decode()
    assert FormulierVersie.objects.count() == 0


def test_an_address_that_was_published_stays(client: Client, samira: User) -> None:
    publish()
    response = client.post(edit_url(get_formulier()), form_data(slug="anders"))
    assert "ligt vast" in response.content.decode()


@pytest.mark.parametrize(
    ("mode", "shown"), [("start", "Begin met invullen"), ("wanneer", "Vanaf welke dag?")]
)
def test_the_preview_shows_the_page_as_it_will_be(
    client: Client, samira: User, mode: str, shown: str
) -> None:
    publish()
    formulier = get_formulier()
    assert [key for key, _label in formulier.preview_modes] == ["start", "wie", "wanneer"]
    response = formulier.make_preview_request(preview_mode=mode)
    assert shown in response.content.decode()


def test_samira_withdraws_a_form_by_deleting_it(client: Client, samira: User) -> None:
    publish()
    url = reverse("wagtailsnippets_formulieren_formulier:delete", args=[get_formulier().pk])
    assert "afmaken" in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    assert not get_formulier().live
