"""PDOK Locatieserver, played on loopback: what it answers, and every way in which it does not."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from eloket.adressen.backends.base import AdresBackend, AdresBronMisconfigured, AdresBronUnavailable
from eloket.adressen.backends.pdok import PdokLocatieserver
from tests.adressen import pdokserver
from tests.adressen.contract import AdresContract
from tests.bronserver import STORINGEN, Bronserver, run_bronserver


@pytest.fixture
def server() -> Iterator[Bronserver]:
    with pdokserver.run_pdok() as server:
        yield server


@pytest.fixture
def bron(server: Bronserver) -> AdresBackend:
    return PdokLocatieserver({"URL": server.url, "SECONDS": 0.5})


class TestPdok(AdresContract):
    def test_it_asks_once_with_known_parameters_only(self, bron: AdresBackend, server: Bronserver) -> None:
        bron.list_adressen(postcode="1234AC", huisnummer=3)
        [vraag] = server.asked
        assert set(vraag.query) == {"fq", "fl", "rows"}
        assert set(vraag.query["fq"]) == {"postcode:1234AC", "huisnummer:3", "type:adres"}

    def test_the_identificatie_of_the_bag_comes_along(self, bron: AdresBackend) -> None:
        [adres] = bron.list_adressen(postcode="1234AC", huisnummer=3)
        assert adres.nummeraanduiding == "9999200000000003"


@pytest.mark.parametrize("storing", STORINGEN, ids=str)
def test_an_outage_is_never_an_empty_list(bron: AdresBackend, server: Bronserver, storing: str | int) -> None:
    server.storing = storing
    begin = time.monotonic()
    with pytest.raises(AdresBronUnavailable) as caught:
        bron.list_adressen(postcode="1234AC", huisnummer=3)
    assert not isinstance(caught.value, AdresBronMisconfigured)
    assert time.monotonic() - begin < 2.5


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404])
def test_what_a_person_must_set_right_says_so(bron: AdresBackend, server: Bronserver, status: int) -> None:
    server.storing = status
    with pytest.raises(AdresBronMisconfigured, match="ELOKET_ADRESSEN_URL"):
        bron.list_adressen(postcode="1234AC", huisnummer=3)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        bron = PdokLocatieserver({"URL": f"http://127.0.0.1:{free.getsockname()[1]}"})
        with pytest.raises(AdresBronUnavailable):
            bron.list_adressen(postcode="1234AC", huisnummer=3)


GOOD = {"postcode": "1234AC", "huisnummer": 3, "straatnaam": "Lisdoddestraat", "woonplaatsnaam": "Rietwaard"}


@pytest.mark.parametrize(
    "docs",
    [
        [{**GOOD, "huisnummer": "drie"}],
        [{"postcode": "1234AC"}],
        [None],
        ["Lisdoddestraat 3"],
        {"0": GOOD},
    ],
    ids=str,
)
def test_an_unknown_shape_is_an_outage(docs: Any) -> None:
    found = {"response": {"numFound": 1, "docs": docs}}
    with run_bronserver(lambda vraag: (200, found)) as server:
        bron = PdokLocatieserver({"URL": server.url})
        with pytest.raises(AdresBronUnavailable):
            bron.list_adressen(postcode="1234AC", huisnummer=3)


def test_half_a_list_is_no_list() -> None:
    """A flat with more doors than one answer holds: rather typed than wrong."""
    found = {"response": {"numFound": 240, "docs": [GOOD]}}
    with run_bronserver(lambda vraag: (200, found)) as server:
        bron = PdokLocatieserver({"URL": server.url})
        with pytest.raises(AdresBronUnavailable, match="niet volledig"):
            bron.list_adressen(postcode="1234AC", huisnummer=3)


def test_what_only_looks_like_it_is_left_out() -> None:
    """A search engine finds more than was asked."""
    docs = [GOOD, {**GOOD, "huisnummer": 33}, {**GOOD, "postcode": "1234AD"}]
    with run_bronserver(lambda vraag: (200, {"response": {"numFound": 3, "docs": docs}})) as server:
        found = PdokLocatieserver({"URL": server.url}).list_adressen(postcode="1234AC", huisnummer=3)
    assert [(adres.postcode, adres.huisnummer) for adres in found] == [("1234AC", 3)]
