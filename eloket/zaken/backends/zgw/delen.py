"""The bytes of a document on their way, never all of them in memory."""

import secrets
from collections.abc import Callable, Iterable, Iterator


def read_up_to(chunks: Iterable[bytes], maximum: int) -> bytes | None:
    """All of it, or None when there is more than that."""
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > maximum:
            return None
    return bytes(found)


def count(chunks: Iterable[bytes]) -> int:
    return sum(len(chunk) for chunk in chunks)


def take(chunks: Iterable[bytes], start: int, size: int) -> Iterator[bytes]:
    """The bytes from `start` on, so many of them."""
    seen = 0
    for chunk in chunks:
        piece = chunk[max(0, start - seen) : max(0, start + size - seen)]
        seen += len(chunk)
        if piece:
            yield piece
        if seen >= start + size:
            return


class Deelbestand:
    """multipart/form-data with a lock and one part of a file; has a length, and is walked through once."""

    def __init__(self, open: Callable[[], Iterator[bytes]], *, start: int, size: int, lock: str) -> None:
        self._open, self._start, self._size = open, start, size
        grens = secrets.token_hex(16)
        self.media = f"multipart/form-data; boundary={grens}"
        kop = f'--{grens}\r\nContent-Disposition: form-data; name="lock"\r\n\r\n{lock}\r\n'
        kop += f'--{grens}\r\nContent-Disposition: form-data; name="inhoud"; filename="deel"\r\n'
        self._begin = f"{kop}Content-Type: application/octet-stream\r\n\r\n".encode()
        self._end = f"\r\n--{grens}--\r\n".encode()

    def __len__(self) -> int:
        return len(self._begin) + self._size + len(self._end)

    def __iter__(self) -> Iterator[bytes]:
        yield self._begin
        yield from take(self._open(), self._start, self._size)
        yield self._end
