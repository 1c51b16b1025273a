"""What one complete aanvraag of three steps costs, in a process that is warm.

Usage: python -m bench.formulieren.een
"""

import gzip
import json
import time
from collections.abc import Callable
from functools import cache, partial
from statistics import median
from typing import Any

import brotli  # type: ignore[import-untyped]
import django

from bench.formulieren.invuller import Antwoord, Send, fill_in
from bench.formulieren.maken import DRIE, GROOT, KLEIN

Around = Callable[[Callable[[], Any]], Any]

ROUNDS = 15
PDF = "formulieren.make_kopie"
UNPACK: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


def main() -> None:
    django.setup()
    work_off()
    for slug in (DRIE, KLEIN, GROOT):
        fill_in(browser(), slug)  # what a process reads once is read now
    work_off()
    queries: list[int] = []
    asked = fill_in(browser(count_into(queries)), DRIE).requests
    sent = next(number for number, (method, path, _status) in enumerate(asked) if is_send(method, path))
    rounds = [one_aanvraag() for _ in range(ROUNDS)]
    print(
        json.dumps(
            {
                "requests": len(asked),
                "step_queries": max(queries[:sent]),
                "send_queries": queries[sent],
                **{name: median(each[name] for each in rounds) for name in rounds[0]},
                "ratio": step_cost(GROOT) / step_cost(KLEIN),
            }
        )
    )


def is_send(method: str, path: str) -> bool:
    return method == "POST" and path.endswith("/controleren/")


def one_aanvraag() -> dict[str, float]:
    """CPU milliseconds of the web process, of the worker, and of the PDF apart."""
    web = spent(lambda: fill_in(browser(), DRIE))
    worker, pdf = work_off()
    return {"web_ms": web, "worker_ms": worker, "pdf_ms": pdf}


def work_off() -> tuple[float, float]:
    """Do what the outbox holds, as a worker; the CPU milliseconds of all but the PDF, and of the PDF."""
    from eloket.lib import klok
    from eloket.outbox.models import Opdracht
    from eloket.outbox.runner import run

    cost = {True: 0.0, False: 0.0}
    while due := list(Opdracht.objects.claimable(klok.now()).values_list("pk", "handler")):
        for pk, handler in due:
            cost[handler == PDF] += spent(partial(run, pk, now=klok.now()))
    return cost[False], cost[True]


def step_cost(slug: str) -> float:
    """CPU milliseconds to show and to check the second step of this form."""
    costs = []
    for _ in range(ROUNDS):
        times: list[float] = []
        fill_in(browser(times=times), slug)
        costs.append(sum(times[4:6]))
    return median(costs)


def browser(
    around: Callable[[Callable[[], Any]], Any] | None = None, times: list[float] | None = None
) -> Send:
    """A visitor without cookies, in this process, which has its middleware loaded."""
    client = _client()
    client.cookies.clear()

    def send(method: str, path: str, data: list[tuple[str, str]]) -> Antwoord:
        def go() -> Any:
            if method == "GET":
                return client.get(path)
            fields: dict[str, list[str]] = {}
            for name, value in data:
                fields.setdefault(name, []).append(value)
            return client.post(path, fields)

        began = time.process_time()
        response = around(go) if around else go()
        if times is not None:
            times.append(1000 * (time.process_time() - began))
        unpack = UNPACK[response.get("Content-Encoding", "")]
        return Antwoord(response.status_code, response.get("Location", ""), unpack(response.content).decode())

    return send


@cache
def _client() -> Any:
    from django.test import Client

    return Client(SERVER_NAME="localhost", HTTP_ACCEPT_ENCODING="gzip, br")


def count_into(queries: list[int]) -> Around:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def around(go: Callable[[], Any]) -> Any:
        with CaptureQueriesContext(connection) as captured:
            response = go()
            queries.append(len(captured))
        return response

    return around


def spent(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
