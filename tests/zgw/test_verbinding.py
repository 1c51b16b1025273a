"""The client of ZGW: what goes out, what may come back, and what each way of failing means."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from eloket.lib import klok
from eloket.zaken.backends.base import (
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    ZaakRejected,
)
from eloket.zaken.backends.zgw.fouten import Afgekeurd, Onbekend
from eloket.zaken.backends.zgw.instellingen import read_instellingen
from eloket.zaken.backends.zgw.toegang import JwtHs256
from eloket.zaken.backends.zgw.verbinding import Verbinding
from tests.bronserver import STORINGEN, Bronserver, run_bronserver
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant

NOOR = "999990019"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"


def make_verbinding(zgw: Zgw, **changes: Any) -> Verbinding:
    instellingen = read_instellingen({**zgw.options, **changes})
    toegang = JwtHs256(instellingen.client_id, instellingen.secret, now=lambda: zgw.klok.nu)
    return Verbinding(instellingen, toegang)


@pytest.fixture
def verbinding(zgw: Zgw) -> Verbinding:
    return make_verbinding(zgw)


def zaken_of(verbinding: Verbinding) -> str:
    return verbinding.url("zaken", "zaken")


# --- What goes out -----


def test_every_call_has_a_fresh_token_and_the_crs(zgw: Zgw, verbinding: Verbinding) -> None:
    verbinding.get(zaken_of(verbinding))
    zgw.klok.nu += timedelta(hours=5)  # a token that was made once would be too old by now
    verbinding.post(f"{zaken_of(verbinding)}/_zoek", {BSN: NOOR})
    first, second = zgw.register.gevraagd
    assert first.headers["accept-crs"] == second.headers["content-crs"] == "EPSG:4326"
    assert first.headers["authorization"] != second.headers["authorization"]


@pytest.mark.parametrize("minuten", [-2, 2])
def test_a_server_whose_clock_is_off_takes_the_token(zgw: Zgw, verbinding: Verbinding, minuten: int) -> None:
    zgw.register.streng_op_iat = True
    zgw.register.storingen.klok_verschil = timedelta(minutes=minuten)
    assert verbinding.get(zaken_of(verbinding))["count"] == 0


def test_the_token_follows_the_real_clock_and_not_that_of_a_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    before = JwtHs256("eloket", "geheim")._now()
    monkeypatch.setattr(klok, "_shifts", [lambda: timedelta(days=40)])
    assert JwtHs256("eloket", "geheim")._now() - before < timedelta(days=1)


def test_a_token_goes_to_no_address_outside_the_roots(zgw: Zgw, verbinding: Verbinding) -> None:
    root = zgw.register.root("zaken")
    for url in ("https://kwaad.example/zaken/api/v1/zaken", f"{root}x/zaken", f"{root}/../../admin", ""):
        with pytest.raises(RegisterMisconfigured, match="buiten de ingestelde"):
            verbinding.get(url)
    assert zgw.register.gevraagd == []


def test_another_name_for_the_same_server_is_told_as_it_is(zgw: Zgw) -> None:
    elsewhere = {name: url.replace("127.0.0.1", "localhost") for name, url in zgw.options["APIS"].items()}
    verbinding = make_verbinding(zgw, APIS=elsewhere)
    [zaaktype] = verbinding.get(verbinding.url("catalogi", "zaaktypen"), identificatie="aanvraag")["results"]
    with pytest.raises(RegisterMisconfigured, match=r"127\.0\.0\.1.*precies zo geschreven"):
        verbinding.get(zaaktype["url"])


def test_no_bsn_is_in_an_address_a_header_or_a_log_line(zgw: Zgw, verbinding: Verbinding) -> None:
    zgw.register.storingen.add("500", bij="_zoek")
    with capture_logs() as lines, pytest.raises(RegisterUnavailable) as told:
        verbinding.post(f"{zaken_of(verbinding)}/_zoek", {BSN: NOOR})
    [vraag] = zgw.register.gevraagd
    assert NOOR in vraag.body.decode()
    assert NOOR not in f"{vraag.raw} {vraag.headers} {lines} {told.value}"


# --- What comes back -----


def test_a_list_is_bare_or_in_pages(zgw: Zgw, verbinding: Verbinding) -> None:
    klant = Klant(zgw)
    for _each in range(3):
        zaak = klant.make_zaak()
    klant.link(zaak, klant.make_document("Bijlage").json)
    assert len(verbinding.list_all(zaken_of(verbinding), pageSize=2)) == 3
    links = verbinding.list_all(verbinding.url("zaken", "zaakinformatieobjecten"), zaak=zaak["url"])
    assert [link["zaak"] for link in links] == [zaak["url"]]


@pytest.mark.parametrize(
    "code",
    [
        "permission_denied",
        "invalid-client-identifier",
        "invalid-jwt-signature",
        "jwt-expired",
        "jwt-missing-iat-claim",
        "jwt-expiredsignatureerror",
        "een-code-die-niemand-kent",
    ],
)
def test_every_refusal_to_let_us_in_is_for_the_beheerder(zgw: Zgw, verbinding: Verbinding, code: str) -> None:
    zgw.register.storingen.add(f"403 {code}")
    with pytest.raises(RegisterMisconfigured, match=f"403 {code}"):
        verbinding.get(zaken_of(verbinding))


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("412", RegisterMisconfigured),
        ("406", RegisterMisconfigured),
        ("404", Onbekend),
        ("429", RegisterUnavailable),
        ("500", RegisterUnavailable),
        ("503", RegisterUnavailable),
        ("302", RegisterMisconfigured),
        ("400", ZaakRejected),
        ("html", RegisterUnavailable),
        ("dicht_voor", RegisterUnavailable),
        ("dicht_na", RegisterUnavailable),
    ],
)
def test_each_way_of_saying_no_is_one_of_the_four(
    zgw: Zgw, verbinding: Verbinding, status: str, error: type[RegisterError]
) -> None:
    zgw.register.storingen.add(status)
    with pytest.raises(error):
        verbinding.get(zaken_of(verbinding))
    zgw.gezien.wrong.clear()  # a broken server need not keep to its description


def test_a_wrong_field_is_told_by_name_and_never_by_value(verbinding: Verbinding, zgw: Zgw) -> None:
    body = {"bronorganisatie": "123456789", "omschrijving": "Noor verhuist", "zaaktype": "x"}
    with pytest.raises(Afgekeurd) as told:
        verbinding.post(zaken_of(verbinding), body)
    assert told.value.reasons == ("bronorganisatie: invalid",)
    assert told.value.has("invalid")


def test_a_server_that_is_too_slow_is_down(zgw: Zgw) -> None:
    zgw.register.storingen.traag = 0.4
    with pytest.raises(RegisterUnavailable):
        make_verbinding(zgw, SECONDS=0.1).get(zgw.register.root("zaken") + "/zaken")


def test_nobody_at_home_is_down(zgw: Zgw) -> None:
    nowhere = {"zaken": "http://127.0.0.1:9/zaken/api/v1"}
    with pytest.raises(RegisterUnavailable):
        make_verbinding(zgw, APIS=nowhere).get(nowhere["zaken"] + "/zaken")


@pytest.fixture(scope="module")
def kapot() -> Iterator[Bronserver]:
    """What any other system can do to a client."""
    with run_bronserver(lambda vraag: (200, {})) as kapot:
        yield kapot


LASTIG = [each for each in STORINGEN if each not in ("geen object", "te groot")]


@pytest.mark.parametrize("storing", LASTIG)
def test_whatever_breaks_the_register_is_down_and_nothing_else(
    zgw: Zgw, kapot: Bronserver, storing: str | int
) -> None:
    kapot.storing = storing
    verbinding = make_verbinding(zgw, APIS={"zaken": f"{kapot.url}/api"}, SECONDS=0.2)
    with pytest.raises(RegisterUnavailable):
        verbinding.list_all(f"{kapot.url}/api/zaken")


def test_an_answer_of_another_shape_is_no_empty_list(zgw: Zgw, kapot: Bronserver) -> None:
    kapot.storing = ""
    with pytest.raises(RegisterUnavailable, match="onbekende vorm"):
        make_verbinding(zgw, APIS={"zaken": f"{kapot.url}/api"}).list_all(f"{kapot.url}/api/zaken")


def test_an_answer_without_end_is_not_read_to_the_end(
    zgw: Zgw, kapot: Bronserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    kapot.storing = "te groot"
    monkeypatch.setattr("eloket.zaken.backends.zgw.verbinding.MAX_BYTES", 100_000)
    with pytest.raises(RegisterUnavailable, match="groter dan"):
        make_verbinding(zgw, APIS={"zaken": f"{kapot.url}/api"}).list_all(f"{kapot.url}/api/zaken")


def test_a_file_comes_in_pieces_and_an_error_comes_first(zgw: Zgw, verbinding: Verbinding) -> None:
    klant = Klant(zgw)
    document = klant.make_document("Bijlage", b"x" * 200_000).json
    assert b"".join(verbinding.stream(document["inhoud"])) == b"x" * 200_000
    zgw.register.storingen.add("500", bij="download")
    with pytest.raises(RegisterUnavailable):
        verbinding.stream(document["inhoud"])
    zgw.gezien.wrong.clear()


# --- Settings -----


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"SECRET": ""}, "ELOKET_ZGW_SECRET"),
        ({"CLIENT_ID": " "}, "ELOKET_ZGW_CLIENT_ID"),
        ({"BRONORGANISATIE": "123456789"}, "ELOKET_ZGW_BRONORGANISATIE"),
        ({"CATALOGUS": ""}, "ELOKET_ZGW_CATALOGUS"),
        ({"APIS": {"zaken": "zaken.gemeente.example"}}, "ELOKET_ZGW_ZAKEN"),
        ({"APIS": {"zaken": "https://wie:geheim@zaken.example/"}}, "ELOKET_ZGW_ZAKEN"),
        ({"MAX_VERTROUWELIJKHEID": "stil"}, "MAX_VERTROUWELIJKHEID"),
        ({"KVK_VELD": "kvk"}, "ELOKET_ZGW_KVK_VELD"),
    ],
)
def test_a_wrong_setting_is_named(zgw: Zgw, changes: dict[str, Any], named: str) -> None:
    with pytest.raises(RegisterMisconfigured, match=named):
        read_instellingen({**zgw.options, **changes})


def test_the_secret_is_in_no_traceback(zgw: Zgw) -> None:
    instellingen = read_instellingen(zgw.options)
    assert "geheim-van-de-gemeente" not in repr(instellingen)
    with pytest.raises(RegisterMisconfigured, match="ELOKET_ZGW_BESLUITEN is niet ingesteld"):
        read_instellingen({**zgw.options, "APIS": {}}).root("besluiten")
