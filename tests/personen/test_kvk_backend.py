"""The KvK, played on loopback: what it answers, and every way in which it does not."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from eloket.personen.backends.base import (
    Adressoort,
    Bedrijf,
    BedrijvenBackend,
    BronMisconfigured,
    BronUnavailable,
)
from eloket.personen.backends.web.kvk import KvkHandelsregister
from tests.bronserver import STORINGEN, Bronserver, run_bronserver
from tests.personen import kvkserver
from tests.personen.contract import FIETSEN, RIETKRAAG, VERHUUR, BedrijvenContract


@pytest.fixture
def server() -> Iterator[Bronserver]:
    with run_bronserver(kvkserver.answer) as server:
        yield server


def make_bron(server: Bronserver, **options: Any) -> KvkHandelsregister:
    return KvkHandelsregister(
        {"URL": server.url, "HEADERS": {"apikey": kvkserver.KEY}, "SECONDS": 0.5, **options}
    )


@pytest.fixture
def bron(server: Bronserver) -> BedrijvenBackend:
    return make_bron(server)


class TestKvk(BedrijvenContract):
    def test_a_company_is_one_question_and_a_vestiging_two(
        self, bron: BedrijvenBackend, server: Bronserver
    ) -> None:
        bron.get_bedrijf(FIETSEN)
        assert len(server.asked) == 1
        bron.get_bedrijf(VERHUUR)
        assert len(server.asked) == 3


@pytest.mark.parametrize("storing", STORINGEN, ids=str)
def test_an_outage_says_so(server: Bronserver, storing: str | int) -> None:
    server.storing = storing
    with pytest.raises(BronUnavailable):
        make_bron(server).get_bedrijf(FIETSEN)


def test_without_the_key_it_is_a_wrong_setting(server: Bronserver) -> None:
    with pytest.raises(BronMisconfigured, match="401"):
        make_bron(server, HEADERS={}).get_bedrijf(FIETSEN)


def get_changed(change: Any) -> Bedrijf:
    """The bakery, with other data in the register."""
    profiel = copy.deepcopy(kvkserver.BEDRIJVEN["90001354"])
    change(profiel)
    with run_bronserver(lambda vraag: (200, profiel)) as server:
        return make_bron(server).get_bedrijf(RIETKRAAG)


def test_a_shielded_address_is_not_given_nor_the_owners_home() -> None:
    def shield(profiel: dict[str, Any]) -> None:
        profiel["_embedded"]["hoofdvestiging"]["adressen"][1]["indAfgeschermd"] = "Ja"
        profiel["_embedded"]["eigenaar"]["adressen"] = [kvkserver.bezoekadres("Thuisstraat", 1, "1234ZZ")]

    assert get_changed(shield).adres is None


def test_the_home_of_an_owner_without_a_shop_is_not_given() -> None:
    def take_shop(profiel: dict[str, Any]) -> None:
        del profiel["_embedded"]["hoofdvestiging"]
        profiel["_embedded"]["eigenaar"]["adressen"] = [kvkserver.bezoekadres("Thuisstraat", 1, "1234ZZ")]

    assert get_changed(take_shop).adres is None


def test_only_a_postal_address_is_no_place() -> None:
    def take_visit(profiel: dict[str, Any]) -> None:
        profiel["_embedded"]["hoofdvestiging"]["adressen"].pop()

    assert get_changed(take_visit).adres is None


def test_a_company_abroad() -> None:
    def move(profiel: dict[str, Any]) -> None:
        profiel["_embedded"]["hoofdvestiging"]["adressen"] = [
            {
                "type": "bezoekadres",
                "straatHuisnummer": "Kirchstrasse 4",
                "postcodeWoonplaats": "48529 Nordhorn",
                "land": "Duitsland",
            }
        ]

    adres = get_changed(move).adres
    assert adres is not None
    assert adres.soort == Adressoort.BUITENLAND
    assert adres.regels == ("Kirchstrasse 4", "48529 Nordhorn", "Duitsland")


def test_a_company_that_ended() -> None:
    def end(profiel: dict[str, Any]) -> None:
        profiel["materieleRegistratie"]["datumEinde"] = "20251231"

    assert get_changed(end).opgeheven


@pytest.mark.parametrize(
    "rechtsvorm", ["Eenmanszaak", "eenmanszaak", "Eenmanszaak met meer dan één eigenaar"]
)
def test_every_kind_of_eenmanszaak_keeps_its_owners_number(rechtsvorm: str) -> None:
    def name(profiel: dict[str, Any]) -> None:
        profiel["_embedded"]["eigenaar"]["rechtsvorm"] = rechtsvorm

    assert get_changed(name).rsin is None


@pytest.mark.parametrize("key", ["kvkNummer", "handelsnamen", "_embedded", "materieleRegistratie"])
@pytest.mark.parametrize("value", ["x", 7, ["x"], [{"y": 1}]], ids=str)
def test_an_unknown_shape_is_an_outage(key: str, value: Any) -> None:
    with pytest.raises(BronUnavailable):
        get_changed(lambda profiel: profiel.update({key: value}))
