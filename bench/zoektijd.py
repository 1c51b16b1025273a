"""CPU time of search pages over a thousand products, each question once, in a process that is warm.

Usage: python -m bench.zoektijd
"""

import csv
import gc
import json
import time
from statistics import median, quantiles

import django

from tooling.paths import ROOT

VRAGEN = ROOT / "tests" / "producten" / "zoekvragen.csv"


def main() -> None:
    django.setup()
    from django.test import Client

    from bench import duizend
    from eloket.producten.models import ProductPage
    from eloket.website.services import bump_version

    if ProductPage.objects.filter(locale__language_code="nl").count() < duizend.AANTAL:
        duizend.fill()
        gc.collect()
    client = Client(SERVER_NAME="localhost")
    with VRAGEN.open(encoding="utf-8", newline="") as lines:
        questions = [row["vraag"] for row in csv.DictReader(lines) if row["taal"] == "nl"]
    for question in questions[:5]:
        _cpu(client, "/zoeken/", question)
    pages = [_cpu(client, "/zoeken/", question) for question in questions]
    typed = [_cpu(client, "/zoeken/suggesties/", question[:6]) for question in questions]
    bump_version()
    first = _cpu(client, "/zoeken/", questions[0])  # makes the index anew
    figures = {
        "first": first,
        "median": median(pages),
        "slow": quantiles(pages, n=20)[-1],
        "typed": median(typed),
    }
    print(json.dumps(figures))


def _cpu(client, path: str, question: str) -> float:  # type: ignore[no-untyped-def]
    began = time.process_time()
    assert client.get(path, {"q": question}).status_code == 200, question
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
