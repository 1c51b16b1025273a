"""Another system on loopback: answers as a test says, or breaks as systems do."""

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Vraag:
    """One request as it came in."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes
    raw: str  # the address as it stands in logs: path and query

    def json(self) -> Any:
        return json.loads(self.body)


Answer = Callable[[Vraag], tuple[int, Any]]


@dataclass
class Bronserver:
    """`storing`: how it breaks, one of `STORINGEN`, a status, or "" when all is well."""

    url: str = ""
    storing: str | int = ""
    asked: list[Vraag] = field(default_factory=list)


# What every client must survive, in this order of trouble: the wire, the answer, the server's opinion.
STORINGEN: tuple[str | int, ...] = (
    "dicht", "traag", "druppelt", "html", "half", "geen object", "te groot", "diep", 500, 502, 503, 429,
)  # fmt: skip


@contextmanager
def run_bronserver(answer: Answer, *, tls: ssl.SSLContext | None = None) -> Iterator[Bronserver]:
    """A server that gives `answer(vraag)` as JSON: its status and its content."""
    state = Bronserver()

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            vraag = Vraag(
                self.command, parts.path, parse_qs(parts.query), dict(self.headers), body, self.path
            )
            state.asked.append(vraag)
            if state.storing:
                _break(self, state.storing)
                return
            status, content = answer(vraag)
            _send(self, json.dumps(content).encode(), status=status)

        do_GET = do_POST = reply  # noqa: N815

        def log_message(self, *args: Any) -> None:
            """Not on the screen."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that gave up is what some of these tests want."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    state.url = f"{'https' if tls else 'http'}://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, content: bytes, *, status: int = 200, kind: str = "json") -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "text/html" if kind == "html" else "application/json")
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def _break(handler: BaseHTTPRequestHandler, how: str | int) -> None:
    if isinstance(how, int):
        _send(handler, b'{"title": "fout"}', status=how)
    elif how == "dicht":
        handler.connection.shutdown(socket.SHUT_RDWR)
    elif how == "traag":
        time.sleep(3)
    elif how == "druppelt":
        _drip(handler)
    else:
        contents = {
            "html": b"<!doctype html><title>Onderhoud</title>",
            "half": b'{"response": {"docs": [',
            "geen object": b'[1, "twee", null]',
            "te groot": b" " * 1_100_000,
            "diep": b"[" * 200_000,
        }
        _send(handler, contents[how], kind="html" if how == "html" else "json")


def _drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte at a time, so that no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _piece in range(30):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)
