"""The virus scanner behind the port: what every scanner does, and how clamd may fail us."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from eloket.bestanden.backends import get_scanner
from eloket.bestanden.backends.base import Scanner, ScannerMisconfigured, ScannerUnavailable
from eloket.bestanden.backends.clamd import ClamdScanner
from eloket.bestanden.backends.geen import GeenScanner
from tests.bestanden.clamd_server import Clamd, clamd_server
from tests.components import EICAR
from tests.tooling.commando import free_ports


class ScannerContract:
    """What every scanner behind the port must do. Subclass it, and give a `scanner` fixture."""

    def test_a_harmless_file_is_clean(self, scanner: Scanner) -> None:
        assert scanner.scan([b"%PDF-1.7 ", b"een brief"]).schoon

    def test_an_empty_file_and_one_of_many_pieces_are_clean(self, scanner: Scanner) -> None:
        assert scanner.scan([]).schoon
        assert scanner.scan(b"x" * 100 for _ in range(1000)).schoon

    def test_it_says_that_it_is_there(self, scanner: Scanner) -> None:
        scanner.check()

    def test_an_error_of_the_file_is_no_error_of_the_scanner(self, scanner: Scanner) -> None:
        def broken() -> Iterator[bytes]:
            yield b"een stuk"
            raise FileNotFoundError

        if isinstance(scanner, GeenScanner):
            return  # it does not look at the file
        with pytest.raises(FileNotFoundError):
            scanner.scan(broken())


class VirusContract(ScannerContract):
    """And what one that looks must do."""

    def test_eicar_is_found_wherever_it_stands(self, scanner: Scanner) -> None:
        for chunks in ([EICAR], [b"%PDF-1.7 ", EICAR], [EICAR[:30], EICAR[30:]]):
            oordeel = scanner.scan(chunks)
            assert not oordeel.schoon
            assert "Eicar" in oordeel.gevonden

    def test_a_file_that_it_does_not_take_asks_for_a_person(self, scanner: Scanner) -> None:
        with pytest.raises(ScannerMisconfigured, match="StreamMaxLength"):
            scanner.scan(b"x" * 100_000 for _ in range(300))


class TestGeen(ScannerContract):
    @pytest.fixture
    def scanner(self) -> Scanner:
        return GeenScanner({})


class TestClamdOverTcp(VirusContract):
    @pytest.fixture
    def scanner(self) -> Iterator[Scanner]:
        with clamd_server() as server:
            yield ClamdScanner({"url": server.url})


class TestClamdOverASocketFile(VirusContract):
    @pytest.fixture
    def scanner(self) -> Iterator[Scanner]:
        with (
            tempfile.TemporaryDirectory() as folder,
            clamd_server(path=str(Path(folder) / "clamd.ctl")) as server,
        ):
            yield ClamdScanner({"url": server.url})


class TestTheRealClamd(VirusContract):
    @pytest.fixture
    def scanner(self, clamd_url: str) -> Scanner:
        return ClamdScanner({"url": clamd_url})


@pytest.fixture
def clamd() -> Iterator[Clamd]:
    with clamd_server() as server:
        yield server


@pytest.mark.parametrize("mood", ["garbage", "silent", "endless"])
def test_what_is_no_verdict_is_never_taken_for_one(clamd: Clamd, mood: str) -> None:
    clamd.mood = mood
    with pytest.raises(ScannerUnavailable):
        ClamdScanner({"url": clamd.url}).scan([b"een brief"])
    with pytest.raises(ScannerUnavailable):
        ClamdScanner({"url": clamd.url}).check()


def test_a_slow_scanner_holds_nobody_up(clamd: Clamd) -> None:
    clamd.mood = "slow"
    with pytest.raises(ScannerUnavailable, match="TimeoutError"):
        ClamdScanner({"url": clamd.url, "seconds": 0.2}).scan([b"een brief"])


@pytest.mark.parametrize("url", ["unix:///nergens/clamd.ctl", "tcp://127.0.0.1:{port}"])
def test_a_scanner_that_is_not_there_is_told(url: str) -> None:
    with pytest.raises(ScannerUnavailable):
        ClamdScanner({"url": url.format(port=free_ports())}).scan([b"een brief"])


def test_settings_that_make_no_sense_are_told(settings: Settings) -> None:
    for config in ({}, {"BACKEND": "os.path.join"}, {"BACKEND": "bestaat.niet"}):
        settings.ELOKET_SCAN = {"default": config}
        with pytest.raises(ScannerMisconfigured):
            get_scanner()
