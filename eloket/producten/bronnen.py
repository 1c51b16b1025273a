"""A source as an administrator names it: a file on this machine, or an address on the web."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from eloket.producten.backends import get_bron_backend
from eloket.producten.backends.base import BronOnbereikbaar


class BronOnleesbaar(Exception):
    """The source cannot be read; nothing was changed. The text says why."""


@contextmanager
def open_bron(bron: str, *, max_bytes: int) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of what stands at an address: whole, and readable twice.

    `bron` with "://" in it is an address. Errors: `BronOnleesbaar`.
    """
    if "://" in bron:
        with TemporaryFile() as copy:
            _fetch(bron, copy, max_bytes)
            yield copy
    else:
        with _open_path(Path(bron), max_bytes) as file:
            yield file


def _fetch(url: str, copy: IO[bytes], max_bytes: int) -> None:
    try:
        get_bron_backend().fetch(url, into=copy, max_bytes=max_bytes)
    except BronOnbereikbaar as error:
        raise BronOnleesbaar(f"{url}: {error}") from error
    copy.seek(0)


def _open_path(path: Path, max_bytes: int) -> IO[bytes]:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            limit = _("Het bestand is groter dan %(mb)d MB.") % {"mb": max_bytes // 1_000_000}
            raise BronOnleesbaar(f"{path}: {limit}")
        return path.open("rb")
    except OSError as error:
        raise BronOnleesbaar(f"{path} kan niet gelezen worden: {error.strerror}.") from error
