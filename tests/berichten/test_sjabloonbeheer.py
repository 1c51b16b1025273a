"""Samira writes the words of a message in the admin, looks at it as a mail, and puts the old words back."""

from typing import Any

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.berichten.beheer.sjablonen import default_words, ensure_sjablonen
from eloket.berichten.models import Berichtsjabloon
from eloket.berichten.soorten import SOORTEN
from tests.accounts.helpers import login_medewerker, make_medewerker

pytestmark = pytest.mark.django_db

LIJST = "/beheer/snippets/berichten/berichtsjabloon/"


@pytest.fixture
def samira(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    return client


@pytest.fixture
def sjabloon() -> Berichtsjabloon:
    return Berichtsjabloon.objects.get(soort="zaak_status")


def fields(**changes: str) -> dict[str, str]:
    """What the form holds when somebody opens it."""
    shown = {
        f"{deel}_{taal}": default_words("zaak_status", deel, taal).replace("\n", "\r\n")
        for deel in ("onderwerp", "tekst", "knop")
        for taal in ("nl", "en")
    }
    return shown | changes


def save(client: Client, sjabloon: Berichtsjabloon, *, publish: bool = True, **changes: str) -> Any:
    data = fields(**changes) | ({"action-publish": "1"} if publish else {})
    answer = client.post(f"{LIJST}edit/{sjabloon.pk}/", data, follow=True)
    sjabloon.refresh_from_db()
    return answer


def test_every_kind_of_message_has_a_row_and_only_one(samira: Client) -> None:
    ensure_sjablonen()
    assert sorted(Berichtsjabloon.objects.values_list("soort", flat=True)) == sorted(SOORTEN)
    assert "Besluit bekendgemaakt" in samira.get(LIJST).text


@pytest.mark.kern
def test_samira_sees_the_words_that_go_out_changes_them_and_puts_them_back(
    samira: Client, sjabloon: Berichtsjabloon
) -> None:
    page = samira.get(f"{LIJST}edit/{sjabloon.pk}/").text
    assert "Er is nieuws over uw zaak ({nummer})" in page
    assert "U kunt hier gebruiken: {gemeente}, {knop}, {nummer}, {telefoon}" in page
    save(samira, sjabloon, onderwerp_nl="Nieuws: {nummer}")
    assert (sjabloon.onderwerp_nl, sjabloon.tekst_nl) == ("Nieuws: {nummer}", "")  # the rest is the default
    assert "eigen tekst" in samira.get(LIJST).text
    save(samira, sjabloon, onderwerp_nl="")
    assert sjabloon.onderwerp_nl == ""


def test_a_draft_goes_to_nobody(samira: Client, sjabloon: Berichtsjabloon) -> None:
    save(samira, sjabloon, publish=False, onderwerp_nl="Nog niet af")
    assert sjabloon.onderwerp_nl == ""
    assert sjabloon.has_unpublished_changes


def test_an_unknown_variable_is_named_and_nothing_is_lost(samira: Client, sjabloon: Berichtsjabloon) -> None:
    answer = save(samira, sjabloon, tekst_nl="Uw BSN is {bsn}")
    assert "{bsn} bestaat niet in dit bericht" in answer.text
    assert "Uw BSN is {bsn}" in answer.text
    assert sjabloon.tekst_nl == ""


@pytest.mark.parametrize(
    ("mode", "holds"),
    [
        ("nl-html", "<h1"),
        ("nl-tekst", "Log in en bekijk uw zaak:"),
        ("en-html", '<html lang="en">'),
        ("en-tekst", "https://"),
    ],
)
def test_samira_sees_it_as_a_mail(samira: Client, sjabloon: Berichtsjabloon, mode: str, holds: str) -> None:
    url = f"{LIJST}preview/{sjabloon.pk}/"
    assert samira.post(url, fields(onderwerp_nl="<b>Hoi</b> {nummer}")).json()["is_valid"]
    page = samira.get(url, {"mode": mode}).text
    assert holds.replace("https://", "http") in page
    if mode.startswith("nl"):
        assert "&lt;b&gt;Hoi&lt;/b&gt; ELK-2026-0000001" in page


@pytest.mark.parametrize("rol", [Rol.BEHANDELAAR, Rol.KCC])
def test_only_a_redacteur_changes_words(client: Client, sjabloon: Berichtsjabloon, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    save(client, sjabloon, onderwerp_nl="Gekaapt")
    assert sjabloon.onderwerp_nl == ""
