"""What others publish comes in whole from an address, or not at all and with a plain reason."""

import gzip
from http.server import BaseHTTPRequestHandler
from io import BytesIO

import pytest
from django.core.management import CommandError, call_command

from eloket.producten.backends import web
from eloket.producten.backends.base import BronOnbereikbaar
from eloket.producten.backends.web import WebBron
from eloket.producten.services import UniformeProductnaam
from tests.producten.factories import UPL_KOP
from tests.producten.webserver import file, hang, redirect, serve, status
from tests.tooling.commando import free_ports

LIJST = (UPL_KOP + "paspoort,http://standaarden.overheid.nl/owms/terms/paspoort,X,X\n").encode()


def fetch(url: str, *, max_bytes: int = 1000) -> bytes:
    into = BytesIO()
    WebBron({}).fetch(url, into=into, max_bytes=max_bytes)
    return into.getvalue()


def test_a_file_comes_in_whole_also_by_way_of_another_address() -> None:
    with serve({"/nieuw.csv": file(LIJST), "/upl.csv": redirect("/nieuw.csv")}) as url:
        assert fetch(f"{url}/upl.csv") == LIJST


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/weg.csv", "foutcode 404"),
        ("/kapot.csv", "foutcode 500"),
        ("/half.csv", "brak af"),
        ("/groot.csv", "groter dan"),
        ("/bom.csv", "groter dan"),
        ("/rond.csv", "stuurt te vaak door"),
        ("/open.csv", "niet beveiligd"),
        ("/bestand.csv", "geen webadres"),
        ("/stil.csv", "niet op tijd"),
    ],
)
def test_what_does_not_come_in_whole_is_told_plainly(
    path: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SILENT_SECONDS", 0.3)
    answers = {
        "/kapot.csv": status(500),
        "/half.csv": file(LIJST, claimed=5000),
        "/groot.csv": file(b"x" * 1001),
        "/bom.csv": bomb,
        "/rond.csv": redirect("/rond.csv"),
        "/open.csv": redirect("http://elders.example/upl.csv"),
        "/bestand.csv": redirect("file:///etc/passwd"),
        "/stil.csv": hang(1),
    }
    with serve(answers) as url, pytest.raises(BronOnbereikbaar, match=told):
        fetch(url + path)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """Small on the line, large once unpacked."""
    packed = gzip.compress(b"0" * 5_000_000)
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(packed)))
    handler.end_headers()
    handler.wfile.write(packed)


@pytest.mark.parametrize("address", ["ftp://elders.example/upl.csv", "https://", "http://[::1/upl.csv"])
def test_what_is_no_address_is_told_plainly(address: str) -> None:
    with pytest.raises(BronOnbereikbaar, match="geen webadres"):
        fetch(address)


def test_nobody_at_the_address_is_told_plainly() -> None:
    with pytest.raises(BronOnbereikbaar, match="niet te bereiken"):
        fetch(f"http://127.0.0.1:{free_ports()}/upl.csv")


@pytest.mark.django_db
def test_the_list_comes_in_from_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    with serve({"/upl.csv": file(b"\xef\xbb\xbf" + LIJST)}) as url:
        call_command("import_upl", f"{url}/upl.csv")
    assert "1 namen nieuw" in capsys.readouterr().out
    assert UniformeProductnaam.objects.get().naam == "paspoort"


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [status(503), file(LIJST, claimed=9999), file(b"<html>Onderhoud</html>")])
def test_a_list_that_does_not_come_in_changes_nothing(answer: object) -> None:
    UniformeProductnaam.objects.create(uri="http://upl.example/paspoort", naam="reisdocument")
    with serve({"/upl.csv": answer}) as url, pytest.raises(CommandError):  # type: ignore[dict-item]
        call_command("import_upl", f"{url}/upl.csv")
    kept = UniformeProductnaam.objects.get()
    assert (kept.naam, kept.is_verwijderd) == ("reisdocument", False)
