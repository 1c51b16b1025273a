"""Mijn zaken on a ZGW register that takes 20 ms for each call: how many calls, and how long it takes.

The register is a process of its own on loopback, so that it does not take our time.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from statistics import median
from typing import Any

import django
import requests

from tooling.postgres import free_port

TRAAG = 0.02
ZAKEN, TIMES = 100, 5
NOOR = "999990019"


def main() -> None:
    django.setup()
    with running() as base:
        print(json.dumps(measure(base)))


@contextmanager
def running() -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "eloket.demo.zgwregister", "--port", str(port), "--traag", str(TRAAG)]
    child = subprocess.Popen(command, env=os.environ)
    try:
        base = f"http://127.0.0.1:{port}"
        while not answers(base):
            time.sleep(0.05)
        yield base
    finally:
        child.terminate()
        child.wait(10)


def answers(base: str) -> bool:
    try:
        return requests.get(f"{base}/zaken/api/v1/zaken", timeout=1).status_code == 403
    except requests.RequestException:
        return False


def measure(base: str) -> dict[str, float]:
    from eloket.lib import klok
    from eloket.lib.partij import Bsn
    from eloket.zaken.backends.base import NieuweZaak

    now, noor = klok.now(), Bsn(NOOR)
    writer = make_backend(base)
    kinds = [each.identificatie for each in writer.list_zaaktypen(op=klok.today())]
    for number in range(ZAKEN):
        day = klok.today() - timedelta(days=number % 50)
        kind = kinds[number % len(kinds)]
        nieuw = NieuweZaak(f"ELK-{number}", "Zaak van Noor", day, zaaktype=kind, belanghebbende=noor)
        writer.create_zaak(nieuw, now=now)

    def page(backend: Any, number: int = 1) -> None:
        assert backend.list_zaken(voor=noor, page=number, page_size=20).total == ZAKEN

    def pages(backend: Any) -> None:
        for number in range(1, 6):
            page(backend, number)

    def detail(backend: Any) -> None:
        backend.get_inzage("ELK-1", voor=noor, op=klok.today())

    warm = make_backend(base)
    found = {"lijst_koud": timed(lambda: page(make_backend(base)))}
    page(warm)
    found |= {"lijst_warm": timed(lambda: page(warm)), "lijst_vragen": counted(warm, lambda: page(warm))}
    pages(warm)  # other zaaktypen
    every = counted(warm, lambda: pages(warm))
    detail(warm)
    return {
        **found,
        "lijsten_vragen": every / 5,
        "zaak": timed(lambda: detail(warm)),
        "zaak_vragen": counted(warm, lambda: detail(warm)),
    }


def make_backend(base: str) -> Any:
    from eloket.demo.zgwregister.__main__ import CLIENT, GEHEIM
    from eloket.demo.zgwregister.catalogus import RSIN
    from eloket.zaken.backends.zgw import ZgwBackend

    apis = {name: f"{base}/{name}/api/v1" for name in ("zaken", "catalogi", "documenten", "besluiten")}
    options = {"CLIENT_ID": CLIENT, "SECRET": GEHEIM, "BRONORGANISATIE": RSIN, "CATALOGUS": "ELOKT"}
    return ZgwBackend({"APIS": apis, **options})


def timed(do: Callable[[], object]) -> float:
    """Seconds, the median of some."""
    taken = []
    for _time in range(TIMES):
        began = time.perf_counter()
        do()
        taken.append(time.perf_counter() - began)
    return median(taken)


def counted(backend: Any, do: Callable[[], object]) -> float:
    """How many calls went to the register."""
    calls: list[str] = []
    send = backend.verbinding._open

    def watch(method: str, url: str, **more: Any) -> Any:
        calls.append(method)
        return send(method, url, **more)

    backend.verbinding._open = watch
    try:
        do()
    finally:
        del backend.verbinding._open
    return len(calls)


if __name__ == "__main__":
    main()
