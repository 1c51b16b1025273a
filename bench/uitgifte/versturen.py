"""From "versturen" to the vergunning on the screen, decided by rule, and then to its document. Prints JSON.

Usage: python -m bench.uitgifte.versturen
"""

import json
import time
from statistics import median
from typing import Any

import django

TIMES = 15


def main() -> None:
    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.accounts.helpers import login_burger
    from tests.uitgifte.parkeren import Aanvrager, make_parkeersoort

    setup_test_environment()  # the page tells what it holds
    make_parkeersoort()
    client = Client(headers={"host": "localhost"})
    client.defaults["wsgi.url_scheme"] = "https"
    login_burger(client)
    taken = [_ask(Aanvrager(client)) for _time in range(TIMES)]
    print(
        json.dumps({"wachten": median(each[0] for each in taken), "document": max(e[1] for e in taken[1:])})
    )


def _ask(noor: Any) -> tuple[float, float]:
    """Seconds of waiting, and the seconds after that until the document is there."""
    from eloket.lib import klok
    from eloket.outbox.services import run_due
    from eloket.uitgifte.models import UitgegevenProduct

    noor.fill_auto()
    began = time.perf_counter()
    page = noor.client.get(noor.send()["Location"])
    waited = time.perf_counter() - began
    product = UitgegevenProduct.objects.get(status="uitgegeven")
    assert f"/controleer/{product.code}/" in page.text
    began = time.perf_counter()
    run_due(now=klok.now())
    made = time.perf_counter() - began
    product.document.refresh_from_db()
    assert product.document.status == "klaar"
    # The next one is not the second at this address.
    UitgegevenProduct.objects.filter(pk=product.pk).update(status="ingetrokken")
    return waited, made


if __name__ == "__main__":
    main()
