"""Queries and CPU time of one page that is not in the response cache, in a process that is warm.

Usage: python -m bench.ongecachet /path/
"""

import json
import sys
import time
from statistics import median

import django

ROUNDS = 20


def main(path: str) -> None:
    django.setup()
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    assert client.get(path).status_code == 200  # what a process loads once is loaded now
    queries, times = [], []
    for _ in range(ROUNDS):
        caches["paginas"].clear()
        with CaptureQueriesContext(connection) as captured:
            began = time.process_time()
            assert client.get(path).status_code == 200
            times.append(1000 * (time.process_time() - began))
        queries.append(len(captured))
    print(json.dumps({"queries": max(queries), "cpu_ms": median(times)}))


if __name__ == "__main__":
    main(sys.argv[1])
