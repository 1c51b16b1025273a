"""Hand one large file to a ZGW register; when the line breaks, again. Prints how much memory that took.

Usage: python -m bench.zgw.groot <OPTIONS of the backend as JSON> <file>
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

NUMMER, NAAM, MEDIA = "ELK-2026-0000001", "groot.bin", "application/octet-stream"
KLEIN, GROOT = (f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
NOOR = "999990019"
STUK = 64 * 1024
POGINGEN = 5


def main() -> None:
    django.setup()
    print(json.dumps(hand_over(json.loads(sys.argv[1]), Path(sys.argv[2]))))


def hand_over(options: dict[str, Any], file: Path) -> dict[str, float]:
    """`broken`: how often the line broke. `grown`: MB of memory more than for a small file."""
    from eloket.lib import klok
    from eloket.lib.partij import Bsn
    from eloket.zaken.backends.base import NieuwDocument, NieuweZaak, RegisterUnavailable
    from eloket.zaken.backends.zgw import ZgwBackend

    register = ZgwBackend(options)
    nieuw = NieuweZaak(NUMMER, "Een groot bestand", klok.today(), belanghebbende=Bsn(NOOR))
    register.create_zaak(nieuw, now=klok.now())
    small = NieuwDocument(KLEIN, "klein.bin", MEDIA, "", lambda: iter([b"klein"]))
    register.add_document(NUMMER, small, now=klok.now())
    large = NieuwDocument(GROOT, NAAM, MEDIA, "", lambda: read(file))
    before, broken = peak_mb(), 0
    for _attempt in range(POGINGEN):
        try:
            register.add_document(NUMMER, large, now=klok.now())
            break
        except RegisterUnavailable:
            broken += 1
    return {"broken": broken, "grown": peak_mb() - before}


def read(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while piece := stream.read(STUK):
            yield piece


def peak_mb() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
