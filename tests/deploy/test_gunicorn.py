"""Running for real: gunicorn on a socket, PostgreSQL, two web and two worker processes, nginx in front."""

import http.client
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.databank import database
from tests.components import need
from tests.deploy.opstelling import NAME, Opstelling
from tooling.shell import which

# One installation for all of them: to make it takes longer than to look at it.
pytestmark = [pytest.mark.traag, pytest.mark.los, pytest.mark.xdist_group("deploy")]


@dataclass(frozen=True)
class Loket:
    opstelling: Opstelling
    web: subprocess.Popen[bytes]

    def get(self, path: str, *, encrypted: bool = True) -> http.client.HTTPResponse:
        """What a visitor gets through nginx; the host name is the one of the certificate."""
        port = self.opstelling.https if encrypted else self.opstelling.http
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self._line(port) if encrypted else socket.create_connection(("127.0.0.1", port), 30)
        with closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer

    def _line(self, port: int) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", port), timeout=30)
        try:
            return self._tls().wrap_socket(plain, server_hostname=NAME)
        except OSError:
            plain.close()
            raise

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.opstelling.folder / "fullchain.pem"))


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    folder = tmp_path_factory.mktemp("loket")
    with ExitStack() as stack:
        url = need(stack.enter_context(database()), "PostgreSQL")
        program = need(which("nginx", "/usr/sbin/nginx"), "nginx")
        opstelling = Opstelling(folder, url)
        opstelling.manage("migrate", "--verbosity", "0")
        opstelling.manage("collectstatic", "--noinput", "--verbosity", "0")
        web = stack.enter_context(opstelling.unit("eloket-web.service"))
        for _ in range(2):
            stack.enter_context(opstelling.unit("eloket-worker@.service"))
        stack.enter_context(opstelling.nginx(program))
        running = Loket(opstelling, web)
        wait_for(lambda: _status(running) == 200, "the website behind nginx")
        yield running


def _status(loket: Loket) -> int:
    try:
        return loket.get("/healthz").status
    except OSError:
        return 0


def wait_for(holds: Callable[[], bool], what: str, *, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"{what} took more than {seconds:.0f} s"
        time.sleep(0.2)


def test_the_home_page_comes_through_nginx_and_the_socket(loket: Loket) -> None:
    answer = loket.get("/")
    assert answer.status == 200
    assert answer.getheader("Strict-Transport-Security")
    assert answer.getheader("Set-Cookie") is None


def test_plain_http_is_sent_to_https(loket: Loket) -> None:
    answer = loket.get("/producten/", encrypted=False)
    assert answer.status == 301
    assert answer.getheader("Location") == f"https://{NAME}/producten/"


def test_a_style_sheet_is_served_by_nginx_for_ever(loket: Loket) -> None:
    static = loket.opstelling.folder / "data" / "static"
    sheet = next(static.glob("dist/eloket.*.css"))
    answer = loket.get(f"/static/dist/{sheet.name}")
    assert answer.status == 200
    assert "immutable" in (answer.getheader("Cache-Control") or "")


def test_documents_of_the_redactie_are_not_open_files(loket: Loket) -> None:
    documents = loket.opstelling.folder / "data" / "media" / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    (documents / "intern.txt").write_text("alleen voor wie het mag zien")
    assert loket.get("/media/documents/intern.txt").status == 404


def test_two_web_processes_answer(loket: Loket) -> None:
    children = Path(f"/proc/{loket.web.pid}/task/{loket.web.pid}/children").read_text().split()
    assert len(children) == 2


def test_the_demo_is_not_there(loket: Loket) -> None:
    assert loket.get("/demo/").status == 404


SEND_MAIL = """
from eloket.berichten.services import send_bericht
from eloket.lib import klok
facts = {"reference": "ELK-2026-0000001", "product": "Verhuizing doorgeven", "link": "/mijn-zaken/"}
for number in range(6):
    send_bericht(sjabloon="aanvraag_ontvangen", email="noor@voorbeeld.example", gegevens=facts, taal="nl",
                 key=f"proef-{number}", now=klok.now())
"""


def test_two_workers_do_each_piece_of_work_once(loket: Loket) -> None:
    loket.opstelling.manage("shell", "--command", SEND_MAIL)
    wait_for(lambda: sent(loket) >= 6, "sending six mails")
    time.sleep(3)  # a second worker that sent one again would show by now
    assert sent(loket) == 6


def sent(loket: Loket) -> int:
    """Mails in the folder that stands in for a mail server; a file may hold more than one."""
    files = (loket.opstelling.folder / "data" / "mail").glob("*")
    return sum(file.read_text().count("\nMessage-ID: ") for file in files)
