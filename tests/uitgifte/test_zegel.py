"""Where the key of the seal is, and what happens when it or the time-stamp is not there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from eloket.lib.omgeving import Omgeving
from eloket.uitgifte.backends import get_zegel
from eloket.uitgifte.backends.base import Zegel, ZegelMisconfigured, ZegelUnavailable
from eloket.uitgifte.backends.pades.bestand import BestandZegel
from eloket.uitgifte.backends.pades.pkcs11 import Pkcs11Zegel
from eloket.uitgifte.backends.pades.proef import ProefZegel, make_proefzegel
from eloket.uitgifte.checks import check_zegel
from eloket.uitgifte.instellingen import read_zegel
from tests.uitgifte.contract import ZegelContract, blank_pdf
from tests.uitgifte.controleurs import is_sealed_whole, read_status
from tests.uitgifte.factories import NOW
from tests.uitgifte.tsa import Tsa, run_tsa

WORDS = {"naam": "Rietwaard", "veld": "Zegel van de gemeente"}


class TestProefZegel(ZegelContract):
    @pytest.fixture
    def zegel(self, tmp_path: Path) -> Zegel:
        return ProefZegel({"BESTAND": str(tmp_path / "proefzegel.p12")})


class TestBestandZegel(ZegelContract):
    @pytest.fixture
    def zegel(self, tmp_path: Path) -> Zegel:
        path = tmp_path / "zegel.p12"
        path.write_bytes(make_proefzegel(wachtwoord="geheim"))
        return BestandZegel({"BESTAND": str(path), "WACHTWOORD": "geheim"})


@pytest.fixture(scope="module")
def dienst() -> Iterator[Tsa]:
    with run_tsa(NOW) as tsa:
        yield tsa


@pytest.fixture
def tsa(dienst: Tsa, monkeypatch: pytest.MonkeyPatch) -> Tsa:
    monkeypatch.setattr("eloket.uitgifte.backends.pades.tijdstempel.PAUZE", 0.0)
    dienst.storing, dienst.gevraagd = "", 0
    return dienst


def with_tsa(folder: Path, url: str) -> Zegel:
    return ProefZegel({"BESTAND": str(folder / "proefzegel.p12"), "TIJDSTEMPEL": url})


def test_a_time_stamp_of_others_says_when(tmp_path: Path, tsa: Tsa) -> None:
    sealed = with_tsa(tmp_path, tsa.url).seal(blank_pdf(), **WORDS, now=NOW)
    assert sealed.tijdstempel
    assert is_sealed_whole(sealed.pdf)
    status = read_status(sealed.pdf)
    assert status is not None
    assert status.timestamp_validity is not None
    assert status.timestamp_validity.intact
    assert status.timestamp_validity.timestamp == NOW


@pytest.mark.parametrize("storing", [500, 429, "html", "half"])
def test_without_the_time_stamp_there_is_no_seal_yet(tmp_path: Path, tsa: Tsa, storing: str | int) -> None:
    zegel = with_tsa(tmp_path, tsa.url)
    tsa.storing = storing
    with pytest.raises(ZegelUnavailable, match="tijdstempeldienst") as fout:
        zegel.seal(blank_pdf(), **WORDS, now=NOW)
    assert tsa.url not in str(fout.value)
    assert tsa.gevraagd == 3 or storing == "half"
    tsa.storing = ""
    assert zegel.seal(blank_pdf(), **WORDS, now=NOW).tijdstempel


def test_a_time_stamp_service_that_is_not_there(tmp_path: Path, tsa: Tsa) -> None:
    zegel = with_tsa(tmp_path, "http://127.0.0.1:9/tsa")
    with pytest.raises(ZegelUnavailable):
        zegel.seal(blank_pdf(), **WORDS, now=NOW)


def test_a_device_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)  # as on a machine that does not have it
    zegel = Pkcs11Zegel({"MODULE": "/usr/lib/softhsm.so", "TOKEN": "x", "SLEUTEL": "x", "PIN": "1"})
    with pytest.raises(ZegelMisconfigured, match="pip install"):
        zegel.check(now=NOW)


class Apparaat:
    """The libraries of a device that is not on this machine, as far as we ask them."""

    def __init__(self, algorithm: str) -> None:
        self.algorithm, self.raw, self.fault = algorithm, [False], ""

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class PKCS11Error(Exception):
            pass

        @contextmanager
        def open_session(module: str, **criteria: Any) -> Iterator[str]:
            if self.fault:
                raise PKCS11Error if self.fault == "PKCS11Error" else type(self.fault, (PKCS11Error,), {})
            yield "session"

        def signer(session: str, *, use_raw_mechanism: bool = False, **labels: str) -> Any:
            self.raw.append(use_raw_mechanism)
            key = SimpleNamespace(algorithm=self.algorithm)
            return SimpleNamespace(
                signing_cert=SimpleNamespace(
                    public_key=key,
                    not_valid_before=NOW - timedelta(days=1),
                    not_valid_after=NOW + timedelta(days=1),
                )
            )

        named = {"PKCS11Signer": signer, "open_pkcs11_session": open_session}
        for name, parts in (
            ("pkcs11", {"PKCS11Error": PKCS11Error}),
            ("pyhanko.sign.pkcs11", named),
            ("pyhanko.config.pkcs11", {"TokenCriteria": dict}),
        ):
            monkeypatch.setitem(sys.modules, name, SimpleNamespace(**parts))

    def check(self) -> None:
        Pkcs11Zegel({"MODULE": "x.so", "TOKEN": "x", "SLEUTEL": "x", "PIN": "1"}).check(now=NOW)


@pytest.mark.parametrize(("algorithm", "raw"), [("ec", True), ("rsa", False)])
def test_a_device_with_an_elliptic_key_gets_the_fingerprint(
    monkeypatch: pytest.MonkeyPatch, algorithm: str, raw: bool
) -> None:
    """As SoftHSM asks: it makes no fingerprint itself for such a key, and does for RSA."""
    apparaat = Apparaat(algorithm)
    apparaat.install(monkeypatch)
    apparaat.check()
    assert apparaat.raw[-1] == raw


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        ("PinIncorrect", ZegelMisconfigured, "weigert"),
        ("PinLocked", ZegelMisconfigured, "weigert"),
        ("PKCS11Error", ZegelUnavailable, "zit het erin"),
        ("DeviceRemoved", ZegelUnavailable, "antwoordt niet"),
    ],
)
def test_a_device_that_refuses_or_is_not_there_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, fault: str, kind: type[Exception], words: str
) -> None:
    apparaat = Apparaat("rsa")
    apparaat.install(monkeypatch)
    apparaat.fault = fault
    with pytest.raises(kind, match=words):
        apparaat.check()


def test_the_command_makes_another_key_and_only_for_a_trial(settings: Any, tmp_path: Path) -> None:
    path = tmp_path / "proefzegel.p12"
    config = settings.ELOKET_ZEGEL["default"]
    settings.ELOKET_ZEGEL = {"default": {**config, "OPTIONS": {"BESTAND": str(path)}}}
    call_command("maak_proefzegel")
    first = path.read_bytes()
    call_command("maak_proefzegel")
    assert path.read_bytes() != first
    own = "eloket.uitgifte.backends.pades.bestand.BestandZegel"
    settings.ELOKET_ZEGEL = {"default": {"BACKEND": own, "OPTIONS": {"BESTAND": str(path)}}}
    with pytest.raises(CommandError, match="certificaatdienst"):
        call_command("maak_proefzegel")


def test_a_seal_that_is_none_is_refused(settings: Any) -> None:
    settings.ELOKET_ZEGEL = {"default": {"BACKEND": "eloket.uitgifte.backends.bestaat.Niet"}}
    with pytest.raises(ImproperlyConfigured, match="ELOKET_ZEGEL"):
        get_zegel()


def test_production_hears_what_is_missing(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(**values: str) -> set[str | None]:
        for name, value in values.items():
            monkeypatch.setenv(f"ELOKET_{name}", value)
        settings.ELOKET_ZEGEL = read_zegel(Omgeving(), data_dir=Path("var"))
        return {each.id for each in check_zegel(None)}

    settings.PRODUCTIE = True
    assert told() == {"uitgifte.I001"}
    assert told(ZEGEL="bestand") == {"uitgifte.E001"}
    assert told(ZEGEL_BESTAND="/etc/eloket/zegel.p12") == set()
    assert told(TIJDSTEMPEL_URL="http://tijdstempel.example") == {"uitgifte.W002"}
    assert told(ZEGEL="pkcs11") == {"uitgifte.E001", "uitgifte.W002"}
