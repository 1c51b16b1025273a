"""The link checker visits other sites, politely, and cannot be sent inside."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eloket.producten.backends import links
from eloket.producten.backends.base import Linkuitslag
from eloket.producten.backends.links import HttpLinkBackend
from tests.producten.linkserver import Linkserver, run_linkserver


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Linkserver]:
    with run_linkserver(tmp_path_factory.mktemp("links")) as running:
        yield running


@pytest.fixture
def backend(server: Linkserver) -> HttpLinkBackend:
    server.asked.clear()
    return HttpLinkBackend({"PRIVATE": True, "CA": str(server.ca)})


@pytest.mark.parametrize(
    ("path", "uitslag"),
    [
        ("/200", Linkuitslag.LEEFT),
        ("/door/200", Linkuitslag.LEEFT),
        ("/geen-head/200", Linkuitslag.LEEFT),
        ("/404", Linkuitslag.DOOD),
        ("/410", Linkuitslag.DOOD),
        ("/door/404", Linkuitslag.DOOD),
        ("/geen-head/404", Linkuitslag.DOOD),
        ("/401", Linkuitslag.ONBEKEND),
        ("/403", Linkuitslag.ONBEKEND),
        ("/429", Linkuitslag.ONBEKEND),
        ("/500", Linkuitslag.ONBEKEND),
        ("/door/door/door/door/door/door/door/200", Linkuitslag.ONBEKEND),
    ],
)
def test_only_a_clear_answer_calls_a_link_dead(
    backend: HttpLinkBackend, server: Linkserver, path: str, uitslag: Linkuitslag
) -> None:
    assert backend.check(server.url + path) is uitslag


def test_a_page_that_lives_is_asked_for_once_and_not_read(
    backend: HttpLinkBackend, server: Linkserver
) -> None:
    backend.check(f"{server.url}/200")
    assert server.asked == [("HEAD", "/200")]


def test_a_site_that_does_not_answer_is_unknown(backend: HttpLinkBackend) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert backend.check(f"https://localhost:{taken.getsockname()[1]}/") is Linkuitslag.ONBEKEND


def test_a_slow_site_is_unknown(backend: HttpLinkBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert backend.check(f"https://localhost:{silent.getsockname()[1]}/") is Linkuitslag.ONBEKEND


@pytest.mark.parametrize(
    ("code", "uitslag"), [(socket.EAI_NONAME, Linkuitslag.DOOD), (socket.EAI_AGAIN, Linkuitslag.ONBEKEND)]
)
def test_a_name_that_nobody_knows_is_dead_but_a_resolver_that_is_down_says_nothing(
    backend: HttpLinkBackend, monkeypatch: pytest.MonkeyPatch, code: int, uitslag: Linkuitslag
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise socket.gaierror(code, "…")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    assert backend.check("https://gemeente.example/") is uitslag


def test_a_certificate_that_is_not_right_is_unknown(server: Linkserver) -> None:
    assert HttpLinkBackend({"PRIVATE": True}).check(f"{server.url}/404") is Linkuitslag.ONBEKEND


# --- Not inside our own network -----


def answer_with(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Every name leads to these addresses; the list fills with those that were connected to."""
    connected: list[str] = []

    def connect(address: tuple[str, int], timeout: float) -> None:
        connected.append(address[0])
        raise OSError

    monkeypatch.setattr(
        "socket.getaddrinfo", lambda *args, **kwargs: [(2, 1, 6, "", (address, 443)) for address in addresses]
    )
    monkeypatch.setattr("socket.create_connection", connect)
    return connected


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
    ],
)
def test_a_name_that_leads_inside_is_not_visited(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    connected = answer_with(monkeypatch, address)
    assert HttpLinkBackend({}).check("https://onschuldig.example/") is Linkuitslag.ONBEKEND
    assert connected == []


def test_a_public_address_is_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = answer_with(monkeypatch, "192.168.1.1", "9.9.9.9", "2606:4700::1111", "8.8.8.8")
    HttpLinkBackend({}).check("https://onschuldig.example/")
    assert connected == ["9.9.9.9", "2606:4700::1111"], "and no more than two of one site"


def test_our_own_server_hears_nothing_without_leave(server: Linkserver) -> None:
    server.asked.clear()
    assert HttpLinkBackend({"CA": str(server.ca)}).check(f"{server.url}/404") is Linkuitslag.ONBEKEND
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "ftp://localhost/",
        "file:///etc/passwd",
        "https://",
        "https://[",
        "https:// /",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_https_address_is_not_visited(
    backend: HttpLinkBackend, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    connected = answer_with(monkeypatch, "9.9.9.9")
    assert backend.check(url) is Linkuitslag.ONBEKEND
    assert connected == []


def test_a_name_that_cannot_be_one_is_unknown(
    backend: HttpLinkBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        "a".encode("idna")
        ("a" * 64).encode("idna")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    assert backend.check(f"https://{'a' * 64}.example/") is Linkuitslag.ONBEKEND


def test_a_redirect_to_http_is_not_followed(
    backend: HttpLinkBackend, server: Linkserver, tmp_path: Path
) -> None:
    assert backend.check(f"{server.url}/door/http://localhost:1/200") is Linkuitslag.ONBEKEND
