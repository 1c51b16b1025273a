"""The scanner is down: what Noor sends is held, given to nobody, and not lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from eloket.bestanden.models import Bestand
from eloket.bestanden.services import (
    BestandHeld,
    Grenzen,
    UploadRefused,
    delete_bestand,
    list_bestanden,
    read_bestand,
    receive_upload,
    serve_bestand,
)
from eloket.bestanden.services.ontvangen import CHUNK
from eloket.outbox import register
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from tests.bestanden.clamd_server import Clamd, clamd_server
from tests.bestanden.monsters import eicar_pdf, pdf, photo, upload
from tests.components import EICAR
from tests.tooling.commando import free_ports

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def point_at(settings: Settings, url: str, **options: Any) -> None:
    settings.ELOKET_SCAN = {
        "default": {
            "BACKEND": "eloket.bestanden.backends.clamd.ClamdScanner",
            "OPTIONS": {"url": url, **options},
        }
    }


@pytest.fixture
def clamd(settings: Settings) -> Iterator[Clamd]:
    """A scanner that works, and is the one of this installation."""
    with clamd_server() as server:
        point_at(settings, server.url)
        yield server


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What somebody above hears."""
    heard: list[tuple[str, str]] = []
    for event in ("bestand.vrijgegeven", "bestand.geweigerd"):
        name = f"proef.{event}"

        def hear(ids: dict[str, str], *, now: datetime, event: str = event) -> None:
            heard.append((event, ids["id"]))

        monkeypatch.setitem(register.SUBSCRIBERS, event, [name])
        monkeypatch.setitem(register.HANDLERS, name, register.Registration(name, hear))
    return heard


def receive(content: bytes) -> Any:
    return receive_upload(upload(content, "brief.pdf"), grenzen=Grenzen(), now=NOW)


def hold(settings: Settings, content: bytes) -> Any:
    """Sent while nobody answers at the scanner's address."""
    point_at(settings, f"tcp://127.0.0.1:{free_ports()}")
    return receive(content)


@pytest.mark.kern
def test_with_a_scanner_a_virus_is_refused_at_once(clamd: Clamd, map_: Path) -> None:
    with pytest.raises(UploadRefused) as refused:
        receive(eicar_pdf())
    assert "misschien een virus" in refused.value.melding
    assert not map_.exists()
    assert receive(pdf()).staat == "schoon"
    assert len(clamd.streams) == 2


def test_the_scanner_sees_what_was_sent_and_not_what_we_made_of_it(clamd: Clamd) -> None:
    with pytest.raises(UploadRefused):
        receive(photo() + b"\x00" * CHUNK + EICAR)


def test_while_the_scanner_is_down_a_file_is_held_and_given_to_nobody(settings: Settings, map_: Path) -> None:
    info = hold(settings, pdf())
    assert info.staat == "wacht"
    assert list_bestanden([info.id])[info.id].naam == "brief.pdf"
    assert any(map_.rglob("*"))
    for give in (lambda: read_bestand(info.id), lambda: serve_bestand(info.id, als="brief.pdf")):
        with pytest.raises(BestandHeld):
            give()


@pytest.mark.parametrize("mood", ["slow", "garbage", "silent"])
def test_a_scanner_that_is_slow_or_raves_holds_it_too(clamd: Clamd, settings: Settings, mood: str) -> None:
    clamd.mood = mood
    point_at(settings, clamd.url, seconds=0.3)
    assert receive(pdf()).staat == "wacht"


def test_when_the_scanner_is_back_a_held_file_is_released(
    settings: Settings, told: list[tuple[str, str]]
) -> None:
    info = hold(settings, pdf())
    run_due(now=NOW)
    assert Opdracht.objects.get(handler="bestanden.scan").status == "wacht"
    with clamd_server() as server:
        point_at(settings, server.url)
        run_due(now=LATER)
    assert read_bestand(info.id).inhoud.startswith(b"%PDF-")
    assert told == [("bestand.vrijgegeven", info.id)]


def test_a_held_file_with_a_virus_is_thrown_away_and_its_name_stays_to_be_told(
    settings: Settings, map_: Path, told: list[tuple[str, str]], django_capture_on_commit_callbacks: Any
) -> None:
    info = hold(settings, pdf())
    bestand = Bestand.objects.get(pk=info.id)
    with clamd_server() as server, django_capture_on_commit_callbacks(execute=True):
        server.virus = b"/MediaBox"  # known since yesterday
        point_at(settings, server.url)
        run_due(now=LATER)
    bestand.refresh_from_db()
    assert bestand.staat == "geweigerd"
    assert not [path for path in map_.rglob("*") if path.is_file()]
    assert told == [("bestand.geweigerd", info.id)]
    with pytest.raises(BestandHeld):
        read_bestand(info.id)


def test_a_file_that_the_scanner_will_not_take_asks_for_a_person(settings: Settings) -> None:
    with clamd_server() as server:
        server.limit = 100
        point_at(settings, server.url)
        info = receive(pdf())
        assert info.staat == "wacht"
        run_due(now=NOW)
    opdracht = Opdracht.objects.get(handler="bestanden.scan")
    assert opdracht.status == "mens_nodig"
    assert "StreamMaxLength" in opdracht.reason
    assert info.id in opdracht.ids["bestand"]


def test_a_held_file_that_was_removed_is_not_scanned_any_more(clamd: Clamd, settings: Settings) -> None:
    info = hold(settings, pdf())
    delete_bestand(info.id)
    point_at(settings, clamd.url)
    run_due(now=LATER)
    assert not clamd.streams
    assert Opdracht.objects.get(handler="bestanden.scan").status == "klaar"
