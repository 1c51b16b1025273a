"""The server on its port: from bytes to a call, and what goes wrong on the way."""

import hashlib
import json
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.storingen import Storing
from eloket.demo.zgwregister.toegang import authenticate
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Vraag
from eloket.demo.zgwregister.wegen import VERSIES, check_headers, find_weg

HTML = b"<!doctype html><title>Onderhoud</title><h1>Even geduld</h1>"
STUK = 256 * 1024
#: Sees each call with its answer; a test checks them against the official descriptions.
Getuige = Callable[[Vraag, Antwoord], None]
#: Answers what is no part of the APIs: the screens of who works in the register.
Schermen = Callable[[Register, Vraag], Antwoord]
API = "/api/v1"


class Verbroken(Exception):
    """The line goes dead."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    register: Register
    getuigen: list[Getuige]
    schermen: Schermen | None

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def answer_call(self) -> None:
        try:
            self._answer()
        except (Verbroken, ConnectionError, BrokenPipeError):
            self.close_connection = True
            _hang_up(self.connection)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = answer_call  # noqa: N815

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The Date of an answer, by the clock of this server."""
        return format_datetime(self.register.wall_time(), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a query may hold who somebody is."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        if self.schermen is not None and API not in parts.path:
            vraag = self._read(parts.path, parts.query, half=False)
            self._send(vraag, self.schermen(self.register, vraag))
            return
        call = f"{self.command} {parts.path}"
        fault = self.register.storingen.find(call)
        vraag = self._read(parts.path, parts.query, half=fault == "dicht_half")
        with self.register.slot:
            self.register.geteld[call] += 1
            self.register.gevraagd.append(vraag)
        if self.register.storingen.traag:
            time.sleep(self.register.storingen.traag)
        self._send(vraag, _work(self.register, vraag, fault))

    def _read(self, path: str, query: str, *, half: bool) -> Vraag:
        length = int(self.headers.get("Content-Length") or 0)
        if half:
            self.rfile.read(length // 2)
            raise Verbroken
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = dict(parse_qsl(query, keep_blank_values=True))
        return Vraag(self.command, path, asked, headers, self.rfile.read(length), self.path)

    def _send(self, vraag: Vraag, antwoord: Antwoord) -> None:
        data = antwoord.to_bytes()
        for getuige in self.getuigen:
            getuige(vraag, antwoord)
        self.send_response(antwoord.status)
        for name, value in antwoord.headers.items():
            self.send_header(name, value)
        if antwoord.status not in (204, 304):
            self.send_header("Content-Type", antwoord.media)
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD" and antwoord.status not in (204, 304):
            for start in range(0, len(data), STUK):
                self.wfile.write(data[start : start + STUK])


def _work(register: Register, vraag: Vraag, fault: str) -> Antwoord:
    """The answer to a call, or what a broken server says instead."""
    if fault == "dicht_voor":
        raise Verbroken
    if fault == "html":
        return Antwoord(status=502, data=HTML, media="text/html")
    if fault[:3].isdigit():
        status, _, code = fault.partition(" ")
        return _refusal(register, Fout(int(status), code or "error"))
    antwoord = handle(register, vraag)
    if fault == "dicht_na":
        raise Verbroken
    return antwoord


def handle(register: Register, vraag: Vraag) -> Antwoord:
    """One call under the rules of ZGW."""
    with register.slot:
        try:
            weg = find_weg(vraag)
            applicatie = authenticate(register, vraag)
            check_headers(vraag)
            antwoord = weg.handler(register, applicatie, vraag, *weg.arguments)
        except Fout as fout:
            return _refusal(register, fout)
        except Exception:
            register.kapot.append(traceback.format_exc())
            return _refusal(register, Fout(500, "error"))
        # Text now, so that what another call changes meanwhile is not half in it.
        if antwoord.data is None and antwoord.content is not None:
            antwoord.data = json.dumps(antwoord.content).encode()
        antwoord.headers["API-version"] = VERSIES[vraag.path.split("/")[1]]
        return _with_etag(register, vraag, antwoord) if weg.is_detail or antwoord.status == 201 else antwoord


def _with_etag(register: Register, vraag: Vraag, antwoord: Antwoord) -> Antwoord:
    """Of the resource itself, whatever was expanded; of the first answer, when it is told to be stale."""
    if antwoord.media != "application/json" or not isinstance(antwoord.content, dict):
        return antwoord
    bare = {key: value for key, value in antwoord.content.items() if key != "_expand"}
    etag = hashlib.md5(json.dumps(bare).encode(), usedforsecurity=False).hexdigest()
    first = register.eerste_etag.setdefault(str(antwoord.content.get("url")), etag)
    etag = f'"{first if register.storingen.oude_etag else etag}"'
    if vraag.method == "GET" and vraag.headers.get("if-none-match") == etag:
        return Antwoord(status=304, headers={**antwoord.headers, "ETag": etag})
    antwoord.headers["ETag"] = etag
    return antwoord


def _refusal(register: Register, fout: Fout) -> Antwoord:
    """application/json, not problem+json."""
    return Antwoord(fout.to_json(register.base), status=fout.status)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no news."""


@contextmanager
def run(
    register: Register, *, host: str = "127.0.0.1", port: int = 0, schermen: Schermen | None = None
) -> Iterator[list[Getuige]]:
    """Answer on this port as long as it lasts; gives the list of witnesses. Sets `register.base`.

    `schermen` answers what is no call of an API, whatever is out of order there.
    """
    getuigen: list[Getuige] = []
    # In a class a bare function would become a method.
    screens = staticmethod(schermen) if schermen else None
    bound = {"register": register, "getuigen": getuigen, "schermen": screens}
    handler = type("BoundHandler", (Handler,), bound)
    server = _Server((host, port), handler)
    register.base = f"http://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield getuigen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


__all__ = ["Getuige", "Storing", "handle", "run"]
