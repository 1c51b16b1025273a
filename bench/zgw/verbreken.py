"""A large document in parts to a register of which the line breaks halfway the second part."""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.zgw.groot import NAAM
from bench.zgw.register import make_options, running
from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Antwoord, Vraag
from tooling.paths import ROOT

PARTS = 4
MB = 1_000_000


@dataclass(frozen=True)
class Uitkomst:
    """`whole`: it came over byte by byte, once. `broken`: how often the line broke. `received`: parts that
    came in. `grown`: MB of memory that it took.
    """

    whole: bool
    broken: float
    received: int
    grown: float
    seconds: float


def hand_over(environment: Mapping[str, str], file: Path) -> Uitkomst:
    """`environment`: of an eloket, which needs no database for this."""
    received: list[str] = []
    with running() as (register, getuigen):
        register.deelgrootte = -(-file.stat().st_size // PARTS)
        getuigen.append(partial(break_second_part, register, received))
        command = [sys.executable, "-m", "bench.zgw.groot", json.dumps(make_options(register)), str(file)]
        began = time.monotonic()
        done = subprocess.run(
            command, cwd=ROOT, env=dict(environment), check=True, stdout=subprocess.PIPE, text=True
        )
        seconds = time.monotonic() - began
        whole = is_whole(register, file)
    found = json.loads(done.stdout.splitlines()[-1])
    return Uitkomst(whole, found["broken"], len(received), found["grown"], seconds)


def break_second_part(register: Register, received: list[str], vraag: Vraag, _antwoord: Antwoord) -> None:
    """After the first part has come the next one breaks off."""
    if vraag.method == "PUT":
        received.append(vraag.path)
        if len(received) == 1:
            register.storingen.add("dicht_half", bij="PUT", keer=1)


def is_whole(register: Register, file: Path) -> bool:
    rows = register.list("enkelvoudiginformatieobjecten")
    rows = [row for row in rows if row["bestandsnaam"] == NAAM]
    if len(rows) != 1 or rows[0]["locked"]:
        return False
    with file.open("rb") as stream:
        ours = hashlib.file_digest(stream, "sha256").hexdigest()
    return hashlib.sha256(register.bestanden[rows[0]["url"]]).hexdigest() == ours


def make_file(path: Path, size: int) -> Path:
    """So many bytes that are not alike."""
    with path.open("wb") as stream:
        for start in range(0, size, MB):
            stream.write(os.urandom(min(MB, size - start)))
    return path
