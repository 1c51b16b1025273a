"""Haal Centraal BRP, played on loopback: what it answers, and every way in which it does not."""

import copy
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.lib.partij import Bsn
from eloket.personen.backends.base import (
    Adressoort,
    BronMisconfigured,
    BronRefused,
    BronUnavailable,
    Gegeven,
    OnvolledigeDatum,
    PersonenBackend,
    PersonenbronError,
    Persoon,
    PersoonNotFound,
)
from eloket.personen.backends.web.brp import HaalCentraalBrp
from tests.bronserver import STORINGEN, Bronserver, run_bronserver
from tests.personen import brpserver
from tests.personen.contract import ALLES, NOOR, PersonenContract
from tests.producten.linkserver import make_certificate


@pytest.fixture
def server() -> Iterator[Bronserver]:
    with run_bronserver(brpserver.answer) as server:
        yield server


def make_bron(server: Bronserver, **options: Any) -> HaalCentraalBrp:
    return HaalCentraalBrp({"URL": server.url, "HEADERS": brpserver.KEY, "SECONDS": 0.5, **options})


@pytest.fixture
def bron(server: Bronserver) -> PersonenBackend:
    return make_bron(server)


class TestBrp(PersonenContract):
    def test_the_number_is_in_the_body_and_nowhere_else(
        self, bron: PersonenBackend, server: Bronserver
    ) -> None:
        bron.get_persoon(NOOR, gegevens=ALLES)
        [vraag] = server.asked
        assert vraag.method == "POST"
        assert NOOR.nummer not in vraag.raw + str(vraag.headers)
        assert vraag.json()["burgerservicenummer"] == [NOOR.nummer]

    def test_only_the_fields_that_a_form_needs_are_asked(
        self, bron: PersonenBackend, server: Bronserver
    ) -> None:
        bron.get_persoon(NOOR, gegevens=[Gegeven.GEBOORTE])
        assert server.asked[0].json()["fields"] == ["burgerservicenummer", "geboorte.datum"]

    def test_no_numbers_of_relatives_are_asked(self, bron: PersonenBackend, server: Bronserver) -> None:
        bron.get_persoon(NOOR, gegevens=ALLES)
        asked = server.asked[0].json()["fields"]
        assert [name for name in asked if "burgerservicenummer" in name] == ["burgerservicenummer"]


@pytest.mark.parametrize("storing", STORINGEN, ids=str)
def test_an_outage_says_so_and_ends_in_time(server: Bronserver, storing: str | int) -> None:
    server.storing = storing
    begin = time.monotonic()
    with pytest.raises(BronUnavailable) as caught:
        make_bron(server).get_persoon(NOOR, gegevens=ALLES)
    assert time.monotonic() - begin < 2.5
    assert NOOR.nummer not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, BronMisconfigured),
        (401, BronMisconfigured),
        (302, BronMisconfigured),
        (403, BronRefused),
        (404, PersoonNotFound),
    ],
)
def test_each_refusal_has_its_own_name(server: Bronserver, status: int, error: type[Exception]) -> None:
    server.storing = status
    with pytest.raises(error) as caught:
        make_bron(server).get_persoon(NOOR, gegevens=ALLES)
    assert type(caught.value) is error


def test_without_the_key_it_is_a_wrong_setting(server: Bronserver) -> None:
    with pytest.raises(BronMisconfigured, match="401"):
        make_bron(server, HEADERS={}).get_persoon(NOOR, gegevens=ALLES)


def test_without_an_address_too() -> None:
    with pytest.raises(BronMisconfigured):
        HaalCentraalBrp({}).get_persoon(NOOR, gegevens=ALLES)


def test_a_key_with_a_line_break_is_a_wrong_setting(server: Bronserver) -> None:
    with pytest.raises(BronMisconfigured):
        make_bron(server, HEADERS={"X-API-KEY": "een\ntwee"}).get_persoon(NOOR, gegevens=ALLES)


# --- A certificate of our own -----


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[tuple[Bronserver, Path]]:
    """A gateway that talks only to who shows this certificate."""
    certificate = make_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.load_verify_locations(certificate)
    context.verify_mode = ssl.CERT_REQUIRED
    with run_bronserver(brpserver.answer, tls=context) as server:
        yield server, certificate


def test_with_our_certificate_the_gateway_answers(closed: tuple[Bronserver, Path]) -> None:
    server, certificate = closed
    bron = make_bron(server, CA=str(certificate), CERTIFICAAT=str(certificate), SECONDS=3)
    assert str(bron.get_persoon(NOOR, gegevens=[Gegeven.NAAM]).naam) == "Noor de Wit"


def test_a_gateway_that_we_do_not_trust_gets_no_question(closed: tuple[Bronserver, Path]) -> None:
    server, certificate = closed
    with pytest.raises(BronMisconfigured, match="certificaat"):
        make_bron(server, CERTIFICAAT=str(certificate)).get_persoon(NOOR, gegevens=ALLES)
    assert not server.asked


@pytest.mark.parametrize("option", ["CERTIFICAAT", "CA"])
def test_a_certificate_that_is_not_there(closed: tuple[Bronserver, Path], option: str) -> None:
    server, certificate = closed
    options = {"CA": str(certificate), "CERTIFICAAT": str(certificate), option: "/nergens/niets.pem"}
    with pytest.raises(BronMisconfigured):
        make_bron(server, **options).get_persoon(NOOR, gegevens=ALLES)


# --- What the BRP may say of somebody -----


def get_changed(**changes: Any) -> Persoon:
    """Noor, with other data in the BRP."""
    known = copy.deepcopy(brpserver.PERSONEN[NOOR.nummer])
    persoon = {"burgerservicenummer": NOOR.nummer, **known, **changes}
    with run_bronserver(lambda vraag: (200, {"personen": [persoon]})) as server:
        return make_bron(server).get_persoon(NOOR, gegevens=ALLES)


def test_another_persons_data_is_never_taken_for_hers() -> None:
    with pytest.raises(BronUnavailable):
        get_changed(burgerservicenummer="999990020")


def test_two_persons_for_one_number_are_none() -> None:
    both = [{"burgerservicenummer": NOOR.nummer}] * 2
    with (
        run_bronserver(lambda vraag: (200, {"personen": both})) as server,
        pytest.raises(BronUnavailable),
    ):
        make_bron(server).get_persoon(NOOR, gegevens=ALLES)


def test_who_died_is_known_to_have_died() -> None:
    assert get_changed(opschortingBijhouding={"reden": {"code": "O", "omschrijving": "overlijden"}}).overleden
    assert not get_changed(opschortingBijhouding={"reden": {"code": "E"}}).overleden


@pytest.mark.parametrize("straat", [".", "", None])
def test_a_dot_for_a_street_is_no_address(straat: str | None) -> None:
    verblijf = brpserver.adres("x", 1, "1234AB")
    verblijf["verblijfadres"] |= {"officieleStraatnaam": straat, "korteStraatnaam": straat}
    assert get_changed(verblijfplaats=verblijf).adres is None


def test_a_briefadres_is_no_home() -> None:
    verblijf = {**brpserver.adres("Rietplein", 1, "1234AA"), "functieAdres": {"code": "B"}}
    adres = get_changed(verblijfplaats=verblijf).adres
    assert adres is not None
    assert adres.briefadres


def test_an_address_abroad_comes_in_lines() -> None:
    verblijf = {
        "type": "VerblijfplaatsBuitenland",
        "verblijfadres": {
            "regel1": "Kirchstrasse 4",
            "regel2": "48529 Nordhorn",
            "land": {"omschrijving": "Duitsland"},
        },
    }
    adres = get_changed(verblijfplaats=verblijf).adres
    assert adres is not None
    assert adres.soort == Adressoort.BUITENLAND
    assert adres.regels == ("Kirchstrasse 4", "48529 Nordhorn", "Duitsland")
    assert adres.postcode == ""


def test_a_place_in_words() -> None:
    verblijf = {
        "type": "Locatie",
        "verblijfadres": {"locatiebeschrijving": "Naast de derde brug", "woonplaats": "Rietwaard"},
    }
    adres = get_changed(verblijfplaats=verblijf).adres
    assert adres is not None
    assert adres.regels == ("Naast de derde brug", "Rietwaard")


def test_an_unknown_place_is_no_address() -> None:
    verblijf = {"type": "VerblijfplaatsOnbekend", "verblijfplaatsOnbekend": True}
    assert get_changed(verblijfplaats=verblijf).adres is None


@pytest.mark.parametrize(
    ("letter", "rest", "line"),
    [
        ("", "", "Rietkade 12"),
        ("A", "", "Rietkade 12A"),
        ("", "2", "Rietkade 12-2"),
        ("A", "2", "Rietkade 12A-2"),
        ("", "bis", "Rietkade 12-bis"),
    ],
)
def test_a_number_with_letter_and_toevoeging(letter: str, rest: str, line: str) -> None:
    verblijf = brpserver.adres("Rietkade", 12, "1234AB", huisletter=letter, huisnummertoevoeging=rest)
    adres = get_changed(verblijfplaats=verblijf).adres
    assert adres is not None
    assert adres.regels[0] == line


def test_an_address_where_somebody_was_found_not_to_live_is_no_fact() -> None:
    verblijf = {**brpserver.adres("Rietkade", 12, "1234AB"), "indicatieVastgesteldVerblijftNietOpAdres": True}
    persoon = get_changed(verblijfplaats=verblijf)
    assert persoon.adres is None
    assert Gegeven.ADRES in persoon.in_onderzoek


@pytest.mark.parametrize(
    ("where", "gegeven"),
    [("naam", Gegeven.NAAM), ("geboorte", Gegeven.GEBOORTE), ("adressering", Gegeven.AANSCHRIJFNAAM)],
)
def test_what_is_under_investigation_is_left_out(where: str, gegeven: Gegeven) -> None:
    data = {**brpserver.PERSONEN[NOOR.nummer][where], "inOnderzoek": {"voornamen": True}}
    persoon = get_changed(**{where: data})
    assert persoon.in_onderzoek == {gegeven}
    empty = {
        Gegeven.NAAM: str(persoon.naam),
        Gegeven.GEBOORTE: str(persoon.geboortedatum),
        Gegeven.AANSCHRIJFNAAM: persoon.aanschrijfnaam,
    }
    assert empty[gegeven] == ""


def test_a_child_under_investigation_is_not_offered() -> None:
    kinderen = copy.deepcopy(brpserver.PERSONEN[NOOR.nummer]["kinderen"])
    kinderen[0]["naam"]["inOnderzoek"] = {"geslachtsnaam": True}
    persoon = get_changed(kinderen=kinderen)
    assert [str(kind.naam) for kind in persoon.kinderen] == ["Lotte Marie Mulder"]
    assert Gegeven.KINDEREN in persoon.in_onderzoek


@pytest.mark.parametrize(
    ("datum", "expected", "words"),
    [
        ({"type": "JaarMaandDatum", "jaar": 1979, "maand": 5}, OnvolledigeDatum(1979, 5), "mei 1979"),
        ({"type": "JaarDatum", "jaar": 1979}, OnvolledigeDatum(1979), "1979"),
        ({"type": "DatumOnbekend", "onbekend": True}, OnvolledigeDatum(), ""),
        ({"type": "Datum", "datum": "1979-05-03"}, OnvolledigeDatum(1979, 5, 3), "3 mei 1979"),
    ],
)
def test_a_birthday_as_far_as_it_is_known(datum: Any, expected: OnvolledigeDatum, words: str) -> None:
    found = get_changed(geboorte={"datum": datum}).geboortedatum
    assert found == expected
    assert str(found) == words


NAMES = st.sampled_from(["type", "naam", "datum", "verblijfadres", "inOnderzoek", "code", "land"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(
    key=st.sampled_from(
        ["naam", "geboorte", "verblijfplaats", "partners", "kinderen", "nationaliteiten", "adressering",
         "opschortingBijhouding", "geheimhoudingPersoonsgegevens"]
    ),
    value=json_values,
)  # fmt: skip
def test_whatever_shape_comes_it_is_a_person_or_a_named_error(key: str, value: Any) -> None:
    bron = HaalCentraalBrp({"URL": "https://brp.example"})
    persoon = {"burgerservicenummer": NOOR.nummer, key: value}
    bron.verbinding.ask = lambda *args, **kwargs: {"personen": [persoon]}  # type: ignore[method-assign]
    try:
        found = bron.get_persoon(Bsn(NOOR.nummer), gegevens=ALLES)
    except PersonenbronError:
        return
    assert isinstance(found, Persoon)
