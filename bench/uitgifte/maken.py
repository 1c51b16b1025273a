"""A thousand products issued, each with its sealed document. Prints JSON.

Usage: python -m bench.uitgifte.maken [number of documents]
"""

import json
import os
import sys
import time
from typing import Any

import django

UITGEGEVEN, BEGIN = 1_000, 100


def main() -> None:
    django.setup()
    from bench.uitgifte.vullen import make_soort

    make_soort()
    print(json.dumps(issue_and_make(int(sys.argv[1]))))


def issue_and_make(documenten: int) -> dict[str, float]:
    """All are handed over first; then so many documents are made, as a worker does, one after the other."""
    from bench.geheugen import resident_mb
    from eloket.lib import klok
    from eloket.uitgifte.models import Document, UitgegevenProduct
    from eloket.uitgifte.services import make_document

    began = time.perf_counter()
    ids = [_issue(number, now=klok.now()) for number in range(UITGEGEVEN)]
    issuing = time.perf_counter() - began
    for product in ids[:BEGIN]:  # what is loaded once is loaded now
        make_document(product, now=klok.now())
    memory, cpu = resident_mb(os.getpid()), time.process_time()
    for product in ids[BEGIN:documenten]:
        make_document(product, now=klok.now())
    cpu = (time.process_time() - cpu) / (documenten - BEGIN)
    ours = UitgegevenProduct.objects.filter(verzoek__startswith="bench-maken:")
    return {
        "uitgegeven": ours.count(),
        "uitgeven_ms": 1000 * issuing / UITGEGEVEN,
        "gezegeld": Document.objects.filter(product__in=ours, status="klaar").count(),
        "document_cpu": cpu,
        "groei_mb": resident_mb(os.getpid()) - memory,
    }


def _issue(number: int, *, now: Any) -> str:
    from bench.uitgifte.vullen import SOORT
    from tests.uitgifte.factories import issue

    claims = {"kenteken": f"M{number:05d}", "zone": "B", "naam": f"Bewoner {number}"}
    return issue(soort=SOORT, claims=claims, verzoek=f"bench-maken:{number}", geldig_vanaf=now, now=now).id


if __name__ == "__main__":
    main()
