"""The demo's login service as a process of its own, for the tests of the real walk."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import requests
from django.test import Client
from pytest_django.fixtures import Settings

from tests.accounts.wandeling import Wandelaar


@pytest.fixture(scope="session")
def provider_url() -> Iterator[str]:
    """A running login service on a free port of this machine; stopped by its own pid."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "eloket.demo.provider",
        "--port",
        str(port),
        "--loket",
        "http://testserver",
    ]
    environment = {**os.environ, "ELOKET_OMGEVING": "ontwikkeling", "ELOKET_HOST": "127.0.0.1"}
    process = subprocess.Popen(command, env=environment)
    url = f"http://127.0.0.1:{port}"
    _wait(url, process)
    yield url
    process.terminate()
    assert process.wait(5) == 0, "the login service ends cleanly on SIGTERM"


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        try:
            requests.get(url, timeout=1)
        except requests.ConnectionError:
            assert process.poll() is None, "the login service did not start"
            time.sleep(0.1)
        else:
            return
    pytest.fail("the login service does not answer within 20 seconds")


@pytest.fixture
def inlogdienst(settings: Settings, provider_url: str) -> Settings:
    """A loket whose three login services are this provider."""
    settings.ELOKET_OIDC = {
        middel: {
            **config,
            "url": provider_url,
            "client_id": f"eloket-{middel}",
            "client_secret": f"demo-{middel}",
        }
        for middel, config in settings.ELOKET_OIDC.items()
    }
    return settings


@pytest.fixture
def wandelaar(inlogdienst: Settings, client: Client) -> Wandelaar:
    """A browser that goes to and fro between the loket and the login service."""
    return Wandelaar(client)
