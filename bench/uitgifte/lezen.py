"""What a look costs once very many were issued: by anybody, by handhaving, in the back office. Prints JSON.

Usage: python -m bench.uitgifte.lezen
"""

import json
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

import django

NUMBER = 100_000
TIMES = 40
MS = 1000


def main() -> None:
    django.setup()
    from bench.afspraken.lezen import settle
    from bench.uitgifte.vullen import fill, make_soort
    from eloket.lib import klok

    now = klok.now()
    fill(make_soort(), NUMBER, now=now)
    settle()
    print(json.dumps({"producten": NUMBER, **_verify(), **_backoffice(), **_handhaving()}))


def _verify() -> dict[str, float]:
    """The page for everybody, as the web server builds it, with all its middleware."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from eloket.uitgifte.models import UitgegevenProduct

    codes = list(UitgegevenProduct.objects.order_by("-gemaakt").values_list("code", flat=True)[1 : TIMES + 2])
    client = Client(headers={"host": "localhost"})

    def look(code: str) -> None:
        assert client.get(f"/controleer/{code}/", secure=True).status_code == 200

    look(codes[0])
    with CaptureQueriesContext(connection) as queries:
        look(codes[1])
    return {
        "controle_vragen": len(queries),
        "controle_cpu": median(_timed(time.process_time, look, code) for code in codes),
    }


def _backoffice() -> dict[str, float]:
    """The first and the last page of the list, each search, and the filters that find the least."""
    from bench.uitgifte.vullen import SOORT
    from eloket.lib import klok
    from eloket.uitgifte.models import UitgegevenProduct
    from eloket.uitgifte.services import Productfilter, count_producten, find_producten, list_pagina

    now, rows = klok.now(), UitgegevenProduct.objects.filter(soort__code=SOORT).order_by("gemaakt")
    oldest = rows.values_list("pk", flat=True)[60]
    filters = [Productfilter(SOORT, stand=stand) for stand in ("ingetrokken", "geschorst", "verlopen")]
    filters += [Productfilter(SOORT, zonder_document=True), Productfilter(SOORT, gebied="B")]

    def page(wat: Productfilter = Productfilter(SOORT), na: str = "") -> None:  # noqa: B008  frozen
        list_pagina(wat, na=na, now=now)
        count_producten(wat, now=now)

    typed = ["049999", "BENCH-0049999", "Bewoner 49999", rows[1].code]
    assert all(len(find_producten(each, now=now)) == 1 for each in typed)
    return {
        "lijst_eerste": _median(page),
        "lijst_laatste": _median(lambda: page(na=str(oldest))),
        "lijst_filter": max(_median(partial(page, wat)) for wat in filters),
        "zoeken": max(_median(partial(find_producten, each, now=now)) for each in typed),
    }


def _handhaving() -> dict[str, float]:
    from eloket.lib import klok
    from eloket.uitgifte.services import check_parkeerrecht

    now = klok.now()
    return {"handhaving": _median(lambda: check_parkeerrecht("049999", "A", now=now))}


def _median(do: Callable[[], Any]) -> float:
    do()
    return median(_timed(time.perf_counter, do) for _time in range(TIMES))


def _timed(clock: Callable[[], float], do: Callable[..., Any], *args: Any) -> float:
    """Milliseconds on this clock."""
    began = clock()
    do(*args)
    return MS * (clock() - began)


if __name__ == "__main__":
    main()
