"""Noor types where she will live; the counter knows the street, or lets her type it."""

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.core.cache import cache
from django.core.checks import run_checks
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from eloket.adressen.checks import check_adressen
from eloket.adressen.instellingen import DEMO, PDOK, PDOK_URL, read_adressen
from eloket.adressen.services import (
    Adres,
    AdresBronMisconfigured,
    AdresBronUnavailable,
    MeerAdressen,
    find_adres,
    list_adressen,
    zekering,
)
from eloket.lib.omgeving import Omgeving
from tests.adressen import pdokserver
from tests.bronserver import Bronserver


@pytest.fixture
def server(settings: Any) -> Iterator[Bronserver]:
    with pdokserver.run_pdok() as server:
        settings.ELOKET_ADRESSEN = {
            "default": {"BACKEND": PDOK, "OPTIONS": {"URL": server.url, "SECONDS": 0.3}}
        }
        yield server


def test_noor_finds_her_new_house() -> None:
    adres = find_adres(postcode="1234 ac", huisnummer=3)
    assert adres is not None
    assert str(adres) == "Lisdoddestraat 3, 1234 AC Rietwaard"


@pytest.mark.parametrize("typed", ["A", "a", " a ", "-A"])
def test_a_letter_however_typed(typed: str) -> None:
    adres = find_adres(postcode="1234AB", huisnummer=12, toevoeging=typed)
    assert adres is not None
    assert adres.regel1 == "Rietkade 12A"


@pytest.mark.parametrize("typed", ["A2", "a-2", "A 2", "A/2"])
def test_letter_and_toevoeging_however_typed(typed: str) -> None:
    adres = find_adres(postcode="1234AE", huisnummer=21, toevoeging=typed)
    assert adres is not None
    assert adres.regel1 == "Molendijk 21A-2"


def test_a_house_without_letter_is_itself_also_when_there_are_letters() -> None:
    adres = find_adres(postcode="1234AB", huisnummer=12)
    assert adres is not None
    assert adres.toevoeging == ""


def test_a_house_of_which_the_letter_is_needed_says_which_there_are() -> None:
    with pytest.raises(MeerAdressen) as caught:
        find_adres(postcode="1234AB", huisnummer=14)
    assert [adres.toevoeging for adres in caught.value.adressen] == ["A", "B", "C"]


def test_a_letter_that_does_not_exist_is_no_address() -> None:
    assert find_adres(postcode="1234AB", huisnummer=14, toevoeging="Z") is None


@pytest.mark.parametrize(
    ("postcode", "huisnummer"), [("", 1), ("1234", 1), ("0234AB", 1), ("1234AB", 0), ("1234AB", 10**9)]
)
def test_what_cannot_be_an_address_asks_nobody(server: Bronserver, postcode: str, huisnummer: int) -> None:
    assert find_adres(postcode=postcode, huisnummer=huisnummer) is None
    assert not server.asked


@given(postcode=st.text(max_size=20), huisnummer=st.integers(), toevoeging=st.text(max_size=20))
def test_whatever_is_typed_has_an_answer(postcode: str, huisnummer: int, toevoeging: str) -> None:
    with suppress(MeerAdressen):
        found = find_adres(postcode=postcode, huisnummer=huisnummer, toevoeging=toevoeging)
        assert found is None or isinstance(found, Adres)


def test_the_same_house_twice_is_one_call(server: Bronserver) -> None:
    assert find_adres(postcode="1234AC", huisnummer=3) == find_adres(postcode="1234AC", huisnummer=3)
    assert len(server.asked) == 1


def test_what_does_not_exist_is_remembered_too(server: Bronserver) -> None:
    assert find_adres(postcode="1234AC", huisnummer=999) is None
    assert find_adres(postcode="1234AC", huisnummer=999) is None
    assert len(server.asked) == 1


def test_in_an_outage_one_waits_and_the_others_do_not(server: Bronserver) -> None:
    server.storing = "traag"
    with pytest.raises(AdresBronUnavailable):
        find_adres(postcode="1234AC", huisnummer=3)
    begin = time.monotonic()
    for huisnummer in range(5, 15):
        with pytest.raises(AdresBronUnavailable):
            find_adres(postcode="1234AC", huisnummer=huisnummer)
    assert len(server.asked) == 1
    assert time.monotonic() - begin < 0.3


def test_after_a_rest_one_tries_and_all_go_on(server: Bronserver) -> None:
    server.storing = 503
    with pytest.raises(AdresBronUnavailable):
        find_adres(postcode="1234AC", huisnummer=3)
    server.storing = ""
    cache.delete("zekering:adressen:rust")  # twenty seconds later
    assert find_adres(postcode="1234AC", huisnummer=3) is not None
    assert find_adres(postcode="1234AB", huisnummer=12) is not None
    assert len(server.asked) == 3


def test_while_one_tries_again_the_others_still_do_not_wait(server: Bronserver) -> None:
    zekering.trip()
    cache.delete("zekering:adressen:rust")
    assert zekering.allows()
    assert not zekering.allows()
    zekering.reset()
    assert zekering.allows()


def test_a_known_house_is_answered_during_an_outage(server: Bronserver) -> None:
    assert find_adres(postcode="1234AC", huisnummer=3) is not None
    server.storing = 503
    with pytest.raises(AdresBronUnavailable):
        find_adres(postcode="1234AB", huisnummer=12)
    assert find_adres(postcode="1234AC", huisnummer=3) is not None


class BrokenCache:
    def __getattr__(self, name: str) -> Any:
        raise ConnectionError("geen cache")


def test_without_a_cache_it_still_answers(server: Bronserver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.adressen.services.cache", BrokenCache())
    monkeypatch.setattr("eloket.lib.zekering.cache", BrokenCache())
    assert find_adres(postcode="1234AC", huisnummer=3) is not None
    server.storing = 503
    with pytest.raises(AdresBronUnavailable):
        find_adres(postcode="1234AC", huisnummer=3)


@pytest.mark.parametrize(
    "config", [{}, {"default": {"BACKEND": "eloket.bestaat.niet"}}, {"default": {"BACKEND": "datetime.date"}}]
)
def test_a_wrong_setting_is_an_outage_for_who_waits(config: Any) -> None:
    with override_settings(ELOKET_ADRESSEN=config), pytest.raises(AdresBronMisconfigured):
        list_adressen(postcode="1234AC", huisnummer=3)


@pytest.mark.parametrize(
    ("toevoeging", "shown"),
    [("", "12"), ("A", "12A"), ("A-2", "12A-2"), ("2", "12-2"), ("bis", "12 bis"), ("H", "12H")],
)
def test_a_number_reads_as_on_the_door(toevoeging: str, shown: str) -> None:
    assert Adres("1234AB", 12, toevoeging, "Rietkade", "Rietwaard").huisnummer_tekst == shown


def test_a_demo_has_its_own_streets_and_a_gemeente_those_of_pdok() -> None:
    assert read_adressen(Omgeving({}), demo=True)["default"]["BACKEND"] == DEMO
    real = read_adressen(Omgeving({}), demo=False)["default"]
    assert real == {"BACKEND": PDOK, "OPTIONS": {"URL": PDOK_URL}}


def test_production_refuses_made_up_streets(settings: Any) -> None:
    settings.ELOKET_ADRESSEN = read_adressen(Omgeving({}), demo=True)
    assert check_adressen(None) == []
    settings.PRODUCTIE = True
    assert [found.id for found in check_adressen(None)] == ["adressen.E001"]
    assert "adressen.E001" in [found.id for found in run_checks()]
    settings.ELOKET_ADRESSEN = read_adressen(Omgeving({}), demo=False)
    assert check_adressen(None) == []
