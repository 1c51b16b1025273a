"""A small clamd: speaks INSTREAM and PING, knows one virus, and misbehaves when it is told to."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.components import EICAR


@dataclass
class Clamd:
    """`mood`: "well", "slow", "garbage", "silent" or "endless"; `limit` is its StreamMaxLength."""

    listener: socket.socket
    mood: str = "well"
    limit: int = 1024 * 1024
    virus: bytes = EICAR
    streams: list[int] = field(default_factory=list)

    @property
    def url(self) -> str:
        name = self.listener.getsockname()
        return f"unix://{name}" if isinstance(name, str) else f"tcp://127.0.0.1:{name[1]}"

    def serve(self) -> None:
        while True:
            try:
                line, _from = self.listener.accept()
            except OSError:  # closed: the test is over
                return
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with line:
            try:
                told = self._listen(line)
                if self.mood == "slow":
                    time.sleep(3)
                if self.mood == "endless":
                    while True:
                        line.sendall(b"stream: O" * 100)
                if self.mood != "silent":
                    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n" if self.mood == "garbage" else told)
            except OSError:
                return

    def _listen(self, line: socket.socket) -> bytes:
        command = read(line, len(b"zPING\0"))
        if command == b"zPING\0":
            return b"PONG\0"
        assert command + read(line, 4) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack(">I", read(line, 4))[0]:
            if len(content) + size > self.limit:
                return b"INSTREAM size limit exceeded. ERROR\0"
            content += read(line, size)
        self.streams.append(len(content))
        return b"stream: Eicar-Test FOUND\0" if self.virus in content else b"stream: OK\0"


def read(line: socket.socket, size: int) -> bytes:
    got = b""
    while len(got) < size:
        part = line.recv(size - len(got))
        if not part:
            raise ConnectionResetError
        got += part
    return got


@contextmanager
def clamd_server(*, path: str = "") -> Iterator[Clamd]:
    """On loopback, or on a socket file at `path`."""
    listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(path or ("127.0.0.1", 0))
    listener.listen()
    server = Clamd(listener)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)
