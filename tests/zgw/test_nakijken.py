"""An administrator sets the register up, and asks what is still missing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import override_settings

from eloket.demo.zgwregister.catalogus import Inrichting, add_zaaktype
from eloket.lib.omgeving import Omgeving
from eloket.zaken.backends.base import Bevinding
from eloket.zaken.instellingen import read_zaken
from tests.zaken.factories import NOW
from tests.zgw.backend import make_backend
from tests.zgw.conftest import Zgw
from tests.zgw.inrichting import KAP


def inspect(zgw: Zgw, **options: Any) -> dict[str, Bevinding]:
    backend = make_backend(zgw, ZAAKTYPE="aanvraag", **options)
    return {each.onderdeel: each for each in backend.inspect(now=NOW)}


@pytest.fixture(autouse=True)
def _same_time(monkeypatch: pytest.MonkeyPatch, zgw: Zgw) -> None:
    def now() -> datetime:
        return zgw.klok.nu

    monkeypatch.setattr("eloket.zaken.backends.zgw.nakijken.real_time", now)


def test_what_is_right_is_said_and_what_is_missed_too(zgw: Zgw) -> None:
    found = inspect(zgw)
    assert {name: each.is_goed for name, each in found.items()} == {
        "API catalogi": True,
        "API zaken": True,
        "API documenten": True,
        "API besluiten": True,
        "klok": True,
        "zoeken op nummer": True,
        "catalogus": True,
        "zaaktype aanvraag": True,
        f"zaaktype {KAP.identificatie}": None,
        "zaaktype jeugdhulp": False,
    }
    assert "versie 1.5.1" in found["API zaken"].uitleg
    assert "roltype belanghebbende" in found[f"zaaktype {KAP.identificatie}"].uitleg
    assert "inkomend informatieobjecttype" in found["zaaktype jeugdhulp"].uitleg


def test_a_wrong_secret_says_which_setting(zgw: Zgw) -> None:
    zgw.register.applicaties["eloket"].secret = "intussen-vernieuwd"
    assert "ELOKET_ZGW_SECRET" in inspect(zgw)["API zaken"].uitleg


def test_a_right_that_is_missing_is_named(zgw: Zgw) -> None:
    zgw.register.applicaties["eloket"].scopes = frozenset({"catalogi.lezen", "zaken.lezen"})
    found = inspect(zgw)
    assert (found["API zaken"].is_goed, found["API documenten"].is_goed) == (True, False)
    assert "nodig: documenten.lezen" in found["API documenten"].uitleg


def test_a_catalogus_that_is_not_there_is_named(zgw: Zgw) -> None:
    found = inspect(zgw, CATALOGUS="ANDER")
    assert "ELOKET_ZGW_CATALOGUS" in found["catalogus"].uitleg
    assert found["zaaktypen"].is_goed is False


def test_clocks_that_differ_are_seen_before_a_token_fails(zgw: Zgw) -> None:
    zgw.register.storingen.klok_verschil = timedelta(minutes=2)
    assert inspect(zgw)["klok"].is_goed is None
    zgw.register.storingen.klok_verschil = timedelta(minutes=20)
    assert "NTP" in inspect(zgw)["klok"].uitleg


def test_a_register_that_is_down_is_said_of_each_part(zgw: Zgw) -> None:
    zgw.register.storingen.add("html")
    found = inspect(zgw).values()
    assert {each.is_goed for each in found} == {False}


def test_a_new_zaaktype_without_steps_is_seen(zgw: Zgw) -> None:
    bare = Inrichting("leeg", "Leeg", statustypen=(), documenten={"Bijlage": "inkomend"})
    add_zaaktype(zgw.register, zgw.typen["catalogus"], bare)
    assert "statustypen" in inspect(zgw)["zaaktype leeg"].uitleg


# --- The command and the settings -----


def setting(zgw: Zgw) -> Any:
    options = {**zgw.options, "CLIENT_ID": "eloket"}
    return {"default": {"BACKEND": "eloket.zaken.backends.zgw.ZgwBackend", "OPTIONS": options}}


@pytest.mark.django_db
def test_the_command_prints_a_line_each_and_fails_when_something_is_wrong(
    zgw: Zgw, capsys: pytest.CaptureFixture[str]
) -> None:
    with override_settings(ELOKET_ZAKEN=setting(zgw)), pytest.raises(CommandError, match="1 onderdelen"):
        call_command("check_zgw")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("goed    API catalogi: antwoordt")
    assert [line for line in lines if line.startswith("FOUT")] == [
        "FOUT    zaaktype jeugdhulp: mist een inkomend informatieobjecttype:"
        " vul het zaaktype aan en publiceer het opnieuw"
    ]


def test_with_our_own_register_there_is_nothing_to_look_over() -> None:
    with pytest.raises(CommandError, match="eigen zaakregister"):
        call_command("check_zgw")


def test_the_register_is_chosen_in_the_environment() -> None:
    assert read_zaken(Omgeving({}))["default"]["BACKEND"].endswith("DatabaseBackend")
    root = "https://openzaak.gemeente.example/zaken/api/v1"
    chosen = read_zaken(Omgeving({"ELOKET_ZAKEN": "zgw", "ELOKET_ZGW_ZAKEN": f"{root}/"}))["default"]
    assert chosen["BACKEND"].endswith("ZgwBackend")
    assert chosen["OPTIONS"]["APIS"]["ZAKEN"] == root


def test_the_secret_may_stand_in_a_file(tmp_path: Any) -> None:
    (tmp_path / "geheim").write_text("uit-een-bestand\n")
    env = Omgeving({"ELOKET_ZAKEN": "zgw", "ELOKET_ZGW_SECRET_FILE": str(tmp_path / "geheim")})
    assert read_zaken(env)["default"]["OPTIONS"]["SECRET"] == "uit-een-bestand"


@pytest.mark.parametrize(
    ("name", "value"),
    [("ELOKET_ZAKEN", "open zaak"), ("ELOKET_ZGW_ZAKEN", "openzaak"), ("ELOKET_ZGW_SECONDEN", "0")],
)
def test_a_wrong_value_stops_the_start(name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        read_zaken(Omgeving({name: value}))
