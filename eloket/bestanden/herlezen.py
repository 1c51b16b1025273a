"""Having a strange file read and written anew, by a program apart (`herlezer.py`)."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import structlog

from eloket.bestanden import herlezer
from eloket.bestanden.weigering import Reden, UploadRefused

log = structlog.get_logger()

PROGRAM = Path(herlezer.__file__)
SECONDS = 60  # by the clock; the program itself has half of it on the processor
REDENEN: Mapping[int, Reden] = {
    herlezer.BESCHADIGD: Reden.BESCHADIGD,
    herlezer.TE_VEEL_BEELD: Reden.TE_VEEL_BEELD,
    herlezer.WACHTWOORD: Reden.WACHTWOORD,
    herlezer.MAP: Reden.MAP,
}


def reread(source: IO[bytes], *, soort: str) -> IO[bytes]:
    """A new file with what a reader of this kind saw in `source`; the caller closes it.

    `source` is a real file, flushed. Errors: `UploadRefused`, also when it takes too much time or memory.
    """
    out = TemporaryFile()  # noqa: SIM115 — the caller closes it
    try:
        status = _run(source, out, soort)
        if status != herlezer.GOED:
            raise UploadRefused(REDENEN.get(status, Reden.TE_ZWAAR))
    except BaseException:
        out.close()
        raise
    return out


def _run(source: IO[bytes], out: IO[bytes], soort: str) -> int:
    os.lseek(source.fileno(), 0, os.SEEK_SET)  # the program shares our place in the file
    command = [sys.executable, "-I", str(PROGRAM), soort]
    try:
        done = subprocess.run(  # noqa: S603 — our own program; nothing of the visitor is in the command
            command,
            stdin=source,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env={},  # no secret of ours is there to be read
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return herlezer.TE_ZWAAR
    if done.returncode != herlezer.GOED:
        log.info("bestand_niet_herlezen", soort=soort, status=done.returncode)
    return done.returncode
