"""What a form costs stands on its start page, as the tarieventabel has it on that day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings
from time_machine import Traveller
from wagtail.models import ReferenceIndex

from eloket.accounts.services import Rol
from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.services import InvalidDefinitie
from eloket.producten.services import ProductInvoer
from eloket.website import momenten
from eloket.website.versie import lezer
from tests.betalingen.factories import LIST, NIEUWJAAR, VORIG_JAAR, colleague, make_tarief
from tests.formulieren.factories import definitie, get_formulier, publish
from tests.producten.factories import make_catalogus, make_product

pytestmark = pytest.mark.django_db
START = "/formulieren/fietsenstalling/"
MIDDERNACHT = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
FORMS = "/beheer/snippets/formulieren/formulier/"


@pytest.fixture
def december() -> Iterator[Traveller]:
    with time_machine.travel(MIDDERNACHT - timedelta(hours=2), tick=False) as clock:
        yield clock


@pytest.fixture
def kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The response cache on; what should happen at commit happens at once."""
    settings.ELOKET_PAGINACACHE = True
    monkeypatch.setattr("django.db.transaction.on_commit", lambda func, **kwargs: func())
    monkeypatch.setattr(momenten, "lezer", momenten.MomentLezer())
    caches["paginas"].clear()
    lezer.forget()
    yield
    caches["paginas"].clear()
    lezer.forget()


def text(client: Client, url: str = START) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("amounts", "nl", "en"),
    [
        ({VORIG_JAAR: "18.30"}, "Dit kost € 18,30.", "€ 18.30"),
        ({VORIG_JAAR: "1018.30"}, "Dit kost € 1.018,30.", "€ 1,018.30"),
        ({VORIG_JAAR: "0"}, "Dit is gratis.", ""),
        ({}, "Wat dit kost, is nog niet bekend.", ""),
        (
            {VORIG_JAAR: "18.30", NIEUWJAAR: "18.85"},
            "Dit kost € 18,30. Vanaf 1 januari 2027 kost dit € 18,85.",
            "€ 18.85",
        ),
        ({VORIG_JAAR: "18.30", NIEUWJAAR: "0"}, "Vanaf 1 januari 2027 is dit gratis.", ""),
        ({NIEUWJAAR: "18.85"}, "is nog niet bekend. Vanaf 1 januari 2027 kost dit € 18,85.", "€ 18.85"),
    ],
)
def test_noor_reads_the_cost_before_she_begins(
    client: Client, december: Traveller, amounts: dict[date, str], nl: str, en: str
) -> None:
    make_tarief("stalling", amounts)
    publish(tarief="stalling")
    html = text(client)
    assert nl in html
    assert en in text(client, f"/en{START}")
    if VORIG_JAAR not in amounts:
        assert "gratis" not in html, "not known is not free"


def test_a_form_that_computes_tells_what_with(client: Client, december: Traveller) -> None:
    make_tarief("eerste", {VORIG_JAAR: "48.00"})
    make_tarief("tweede", {})
    per_answer = [{"waarde": "a", "tarief": "eerste"}, {"waarde": "b", "tarief": "tweede"}]
    leges = {
        "soort": "berekening",
        "sleutel": "leges",
        "label": {"nl": "U betaalt"},
        "instellingen": {"keuzevraag": "hoeveelste", "tarieven": per_answer, "tarief": "eerste"},
    }
    form = definitie()
    form["stappen"][1]["velden"].append(leges)
    publish(stappen=form["stappen"])
    html = text(client)
    assert html.count("€ 48,00") == 1
    assert "nog niet bekend" in html
    assert "Het formulier rekent voor u uit wat u betaalt." in html


def test_a_form_without_tarief_says_nothing_of_cost(client: Client) -> None:
    publish()
    assert "Wat kost het?" not in text(client)


def test_the_kept_start_page_turns_at_midnight(client: Client, kept: None, december: Traveller) -> None:
    make_tarief("stalling", {VORIG_JAAR: "18.30", NIEUWJAAR: "18.85"})
    publish(tarief="stalling")
    december.move_to(MIDDERNACHT - timedelta(milliseconds=100))
    for _twice in range(2):
        assert "Dit kost € 18,30." in text(client)
    december.move_to(MIDDERNACHT)
    for _twice in range(2):
        assert "Dit kost € 18,85." in text(client)


def test_another_price_or_another_tarief_shows_at_once(client: Client, kept: None) -> None:
    tarief = make_tarief("stalling")
    make_tarief("kelder", {VORIG_JAAR: "7.00"})
    publish(tarief="stalling")
    assert "Dit kost € 18,30." in text(client)
    amount = TariefBedrag.objects.get(tarief=tarief)
    amount.bedrag = 20
    amount.save()
    assert "Dit kost € 20,00." in text(client)
    publish(tarief="kelder")
    assert "Dit kost € 7,00." in text(client)
    publish()
    assert "Dit kost" not in text(client)


def test_a_draft_of_samira_changes_nothing_on_the_site(client: Client) -> None:
    make_tarief("stalling")
    other = make_tarief("kelder", {VORIG_JAAR: "7.00"})
    publish(tarief="stalling")
    formulier = get_formulier()
    formulier.tarief = other
    formulier.save_revision()
    assert "Dit kost € 18,30." in text(client)
    preview = formulier.make_preview_request(preview_mode="start").content.decode()
    assert "Dit kost € 7,00." in preview
    formulier.get_latest_revision().publish()
    assert "Dit kost € 7,00." in text(client)


def test_the_code_travels_with_the_form() -> None:
    make_tarief("stalling")
    versie = publish(tarief="stalling")
    assert versie.inhoud["tarief"] == "stalling"
    assert compose_inhoud(get_formulier()) == versie.inhoud
    assert publish(tarief="stalling") == versie, "the same again adds nothing"


def test_a_form_of_before_stays_the_same_version() -> None:
    assert "tarief" not in publish().inhoud


def test_a_tarief_that_is_not_here_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(InvalidDefinitie, match="onbekend tarief: elders"):
        publish(tarief="elders")
    assert not Formulier.objects.exists()
    assert not FormulierVersie.objects.exists()


def test_tom_sees_which_form_uses_a_tarief_and_cannot_throw_it_away() -> None:
    tom, _user = colleague(Rol.EINDREDACTEUR, "Tom Bakker")
    tarief = make_tarief("stalling")
    publish(tarief="stalling")
    assert ReferenceIndex.get_grouped_references_to(tarief).count() == 1
    assert "Plek in de fietsenstalling" in tom.get(f"{LIST}edit/{tarief.pk}/").content.decode()
    told = tom.post(f"{LIST}delete/{tarief.pk}/", follow=True).content.decode()
    assert "Het staat nog op: ‘Plek in de fietsenstalling’" in told
    assert Tarief.objects.exists()


def test_a_page_and_a_form_of_the_same_number_are_two() -> None:
    tom, _user = colleague(Rol.EINDREDACTEUR, "Tom Bakker")
    tarief = make_tarief("stalling")
    page = make_product(make_catalogus(), "stalling", invoer=ProductInvoer(tarieven=["stalling"]))
    Formulier.objects.create(pk=page.pk, slug="stalling", titel_nl="Stalling", tarief=tarief, live=False)
    assert "op 2 plekken" in tom.get(LIST).content.decode()


def test_a_draft_whose_tarief_is_gone_still_opens() -> None:
    publish()
    formulier = get_formulier()
    tarief = make_tarief("stalling")
    formulier.tarief = tarief
    formulier.save_revision()
    tarief.delete()
    draft: Any = get_formulier().get_latest_revision_as_object()
    assert draft.tarief_id is None
    assert draft.titel_nl == "Plek in de fietsenstalling"


def test_samira_chooses_the_tarief_among_the_settings() -> None:
    samira, _user = colleague(Rol.EINDREDACTEUR, "Samira Idrissi")
    publish()
    html = samira.get(f"{FORMS}edit/{get_formulier().pk}/").content.decode()
    assert 'name="tarief"' in html
    chooser = samira.get("/beheer/snippets/choose/betalingen/tarief/")
    assert chooser.status_code == 200


def test_a_form_that_a_product_offers_stays_even_when_it_was_never_published() -> None:
    boss, user = colleague(Rol.EINDREDACTEUR, "Tom Bakker")
    user.is_superuser = True
    user.save()
    formulier = Formulier.objects.create(slug="nieuw", titel_nl="Nieuw formulier", live=False)
    make_product(make_catalogus(), "stalling", invoer=ProductInvoer(formulieren=["nieuw"]))
    told = boss.post(f"{FORMS}delete/{formulier.pk}/", follow=True).content.decode()
    assert "Het staat nog op: ‘Stalling’" in told
    assert Formulier.objects.exists()
