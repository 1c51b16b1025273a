"""Queries and CPU time of one page that is not in the response cache, in a process that is warm.

Usage: python -m bench.ongecachet /path/
"""

import json
import sys
import time
from statistics import median

import django

ROUNDS = 40


def main(path: str) -> None:
    django.setup()
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT_ENCODING="gzip, br")
    assert client.get(path).status_code == 200  # what a process loads once is loaded now
    caches["paginas"].clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
        queries = len(captured)
    times = []
    for _ in range(ROUNDS):  # apart from the counting, which costs time of its own for each query
        caches["paginas"].clear()
        began = time.process_time()
        assert client.get(path).status_code == 200
        times.append(1000 * (time.process_time() - began))
    print(json.dumps({"queries": queries, "cpu_ms": median(times)}))


if __name__ == "__main__":
    main(sys.argv[1])
