"""Noor has many zaken: she searches, chooses, sorts and turns pages, without JavaScript."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client, override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.services import AanvraagInfo
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.mijnzaken.zoekvraag import read_zoekvraag
from eloket.zaken.services import set_status
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.zaken import faulty
from tests.zaken.factories import VREEMDE, open_zaak

pytestmark = pytest.mark.django_db
LIJST = "/mijn-zaken/"


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


def close(zaak: Any) -> None:
    set_status(
        zaak.identificatie,
        statustype_volgnummer=3,
        toelichting="",
        resultaat="Verwerkt",
        door="kees",
        now=klok.now(),
    )


def names(client: Client, **query: str) -> list[str]:
    """The titles of the zaken on the page, in their order."""
    html = client.get(LIJST, query).text
    return [unescape(name) for name in re.findall(r'kaart__titel"><a href="[^"]*">([^<]*)</a>', html)]


@pytest.fixture
def drie(noor: Client) -> Client:
    open_zaak(omschrijving="Boom kappen", startdatum=date(2026, 3, 1))
    close(open_zaak(omschrijving="Paspoort", startdatum=date(2026, 5, 1)))
    open_zaak(omschrijving="Boomgaard splitsen", startdatum=date(2026, 1, 1))
    open_zaak(omschrijving="Boom van een vreemde", belanghebbende=VREEMDE)
    return noor


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Boom kappen", "Boomgaard splitsen", "Paspoort"]),
        ({"zoek": "BOOM"}, ["Boom kappen", "Boomgaard splitsen"]),
        ({"zoek": "  boom \x00 kap "}, ["Boom kappen"]),
        ({"zoek": "%"}, []),
        ({"toon": "open"}, ["Boom kappen", "Boomgaard splitsen"]),
        ({"toon": "afgerond"}, ["Paspoort"]),
        ({"volgorde": "nieuwste"}, ["Paspoort", "Boom kappen", "Boomgaard splitsen"]),
        ({"volgorde": "oudste", "toon": "open"}, ["Boomgaard splitsen", "Boom kappen"]),
        ({"volgorde": "x", "toon": "'; DROP"}, ["Boom kappen", "Boomgaard splitsen", "Paspoort"]),
    ],
)
def test_noor_finds_what_she_asks_for(drie: Client, query: dict[str, str], expected: list[str]) -> None:
    assert names(drie, **query) == expected


def test_noor_finds_a_zaak_by_part_of_its_number(noor: Client) -> None:
    zaak = open_zaak(omschrijving="Boom kappen")
    open_zaak(omschrijving="Paspoort")
    assert names(noor, zoek=zaak.identificatie[-7:]) == ["Boom kappen"]


def test_nothing_found_is_not_having_no_zaken(drie: Client) -> None:
    page = drie.get(LIJST, {"zoek": "zwembad"}).text
    assert "Geen van uw zaken past bij wat u zoekt" in page
    assert "U heeft nu geen zaken" not in page
    assert f'href="{LIJST}"' in page
    assert 'value="zwembad"' in page


def test_who_has_no_zaken_and_searches_is_not_told_that_they_have_some(noor: Client) -> None:
    assert "Geen van uw zaken past" in noor.get(LIJST, {"toon": "afgerond"}).text
    assert "U heeft nu geen zaken" in noor.get(LIJST).text


def test_the_choices_are_kept_in_the_links_to_other_pages(noor: Client) -> None:
    for _ in range(21):
        open_zaak(omschrijving='Boom & "struik"')
    html = noor.get(LIJST, {"zoek": 'm & "s', "toon": "open", "volgorde": "oudste"}).text
    link = re.search(r'href="(\?zoek=[^"]*pagina=2)"', html)
    assert link
    second = noor.get(LIJST + unescape(link[1])).text
    assert second.count("eloket-kaart__titel") == 1
    assert '<option value="oudste" selected>' in second
    assert 'value="m &amp; &quot;s"' in second


@pytest.mark.parametrize(("many", "shown"), [(5, False), (6, True)])
def test_who_has_few_zaken_is_not_asked_to_search(noor: Client, many: int, shown: bool) -> None:
    for _ in range(many):
        open_zaak()
    assert ("Zoek in uw zaken" in noor.get(LIJST).text) is shown


# --- What the register has not taken yet -----


@pytest.fixture
def received(noor: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    info = AanvraagInfo("ELK-2026-0000077", "Tuinhuis bouwen", klok.now(), False, "")
    monkeypatch.setattr("eloket.mijnzaken.services.overzicht.list_aanvragen", lambda **kwargs: [info])
    return noor


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"zoek": "tuinhuis"}, True),
        ({"zoek": "0000077"}, True),
        ({"zoek": "boom"}, False),
        ({"toon": "open"}, True),
        ({"toon": "afgerond"}, False),
    ],
)
def test_what_was_received_is_found_too(received: Client, query: dict[str, str], found: bool) -> None:
    page = received.get(LIJST, query).text
    assert ("Tuinhuis bouwen" in page) is found
    assert ("Geen van uw zaken past" in page) is not found


def test_searching_in_a_register_that_is_down_says_so_and_nothing_else(received: Client) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        page = received.get(LIJST, {"zoek": "zwembad"})
    assert page.status_code == 503
    assert "Wij kunnen uw zaken nu niet laten zien" in page.text
    assert "Geen van uw zaken past" not in page.text


def test_a_gemachtigde_who_searches_in_vain_reads_that(client: Client) -> None:
    login_burger(client, Bsn(NOOR_BSN), handelende=VREEMDE)
    page = client.get(LIJST, {"zoek": "zwembad"}).text
    assert "Geen van uw zaken past" in page
    assert "Dat is nog niets" not in page


# --- Whatever stands in the address -----


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(["zoek", "toon", "volgorde", "pagina"]), st.text()))
def test_whatever_the_address_says_there_is_a_question(query: dict[str, str]) -> None:
    vraag = read_zoekvraag(query)
    assert len(vraag.zoek) <= 100
    assert "\x00" not in vraag.zoek
    assert vraag.pagina >= 0
    again = read_zoekvraag({"zoek": vraag.zoek, "toon": vraag.toon, "volgorde": vraag.volgorde})
    assert again.filter == vraag.filter
