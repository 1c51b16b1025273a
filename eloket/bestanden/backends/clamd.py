"""ClamAV's daemon, over TCP or a socket file, by its INSTREAM command (man clamd, "COMMANDS").

    zINSTREAM\\0 · (length in 4 bytes, big endian · chunk) … · four zero bytes   →   stream: OK\\0

The file passes through memory only. A scanner that is reached but too slow holds nobody up for longer than
`seconds` in all.
"""

import socket
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from eloket.bestanden.backends.base import Oordeel, Scanner, ScannerMisconfigured, ScannerUnavailable

CONNECT_SECONDS = 3.0
MAX_ANSWER = 4096
PIECE = 64 * 1024


class ClamdScanner(Scanner):
    """OPTIONS: `url` ("tcp://machine:3310" or "unix:///run/clamav/clamd.ctl") and `seconds` per file."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.address = urlsplit(str(options["url"]))
        self.seconds = float(options.get("seconds", 20))

    def scan(self, chunks: Iterable[bytes]) -> Oordeel:
        with self._connection() as clamd:
            try:
                clamd.send(b"zINSTREAM\0")
                for chunk in chunks:
                    clamd.send_chunk(chunk)
                clamd.send(struct.pack(">I", 0))
            except _StoppedListening:
                pass  # and said why
            return _read_verdict(clamd.answer())

    def check(self) -> None:
        with self._connection() as clamd:
            clamd.send(b"zPING\0")
            if clamd.answer() != "PONG":
                raise ScannerUnavailable("clamd antwoordt niet op PING")

    @contextmanager
    def _connection(self) -> Iterator["_Verbinding"]:
        with _no_answer():
            line = self._connect()
        with line:
            yield _Verbinding(line, deadline=time.monotonic() + self.seconds)

    def _connect(self) -> socket.socket:
        if self.address.scheme == "unix":
            return _connect_unix(self.address.path)
        place = (self.address.hostname or "127.0.0.1", self.address.port or 3310)
        return socket.create_connection(place, timeout=CONNECT_SECONDS)


class _StoppedListening(Exception):
    """clamd closed the line before it had everything: its answer says why."""


@contextmanager
def _no_answer() -> Iterator[None]:
    """Every error of the line is one."""
    try:
        yield
    except OSError as error:
        raise ScannerUnavailable(f"clamd antwoordt niet ({type(error).__name__})") from error


def _connect_unix(path: str) -> socket.socket:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.settimeout(CONNECT_SECONDS)
        line.connect(path)
    except OSError:
        line.close()
        raise
    return line


class _Verbinding:
    """One question and its answer, before the deadline."""

    def __init__(self, line: socket.socket, *, deadline: float) -> None:
        self.line, self.deadline = line, deadline

    def send(self, data: bytes) -> None:
        """Errors: `_StoppedListening`, `ScannerUnavailable`."""
        with _no_answer():
            self.line.settimeout(self._left())
            try:
                self.line.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                raise _StoppedListening from None

    def send_chunk(self, chunk: bytes) -> None:
        for start in range(0, len(chunk), PIECE):
            piece = chunk[start : start + PIECE]
            self.send(struct.pack(">I", len(piece)) + piece)

    def answer(self) -> str:
        """Up to its closing zero, or as much as any answer has. Errors: `ScannerUnavailable`."""
        told = b""
        with _no_answer():
            while not told.endswith(b"\0") and len(told) < MAX_ANSWER:
                self.line.settimeout(self._left())
                part = self.line.recv(MAX_ANSWER)
                if not part:
                    break
                told += part
        return told.rstrip(b"\0\n").decode("utf-8", "replace")

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _read_verdict(told: str) -> Oordeel:
    """Only the two answers that clamd has for a whole file are a verdict."""
    if told == "stream: OK":
        return Oordeel(schoon=True)
    if told.startswith("stream: ") and told.endswith(" FOUND"):
        return Oordeel(schoon=False, gevonden=told.removeprefix("stream: ").removesuffix(" FOUND")[:200])
    if "size limit exceeded" in told:
        raise ScannerMisconfigured(
            "clamd weigert bestanden van deze grootte: zet StreamMaxLength in clamd.conf hoger"
        )
    raise ScannerUnavailable("clamd gaf een antwoord dat wij niet kennen")
