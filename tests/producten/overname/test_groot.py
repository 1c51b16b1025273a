"""A catalogue of 50 MB comes in without holding it: memory for one product at a time."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from eloket.lib import klok
from eloket.producten.overname.aanbod import Uitkomst
from eloket.producten.overname.lezen import read_aanbod
from eloket.producten.overname.plaatsen import take_over
from tests.producten.factories import Catalogus
from tests.producten.overname.bestanden import KOP, NS, product

MB = 1_000_000
ALINEA = f"<p>{'U regelt dit bij de gemeente &amp; komt op tijd. ' * 20}</p>"
BODY = f"<overheidproduct:productHTML>{ALINEA * 15}</overheidproduct:productHTML>"


def feed_pieces() -> Iterator[str]:
    yield f"{KOP}<overheidproduct:scproducten {NS}>"
    number = 0
    while True:
        number += 1
        yield product(f"Product {number} lang", slug=f"product-{number}", body=BODY)


def table_pieces() -> Iterator[str]:
    yield "id;titel;samenvatting;wat\n"
    number = 0
    while True:
        number += 1
        yield f'{number};Product {number};Kort;"{ALINEA * 15}"\n'


def write(path: Path, pieces: Iterator[str], mb: int, end: str) -> int:
    """A file of so many megabytes; gives the number of products."""
    products = 0
    with path.open("w", encoding="utf-8") as file:
        for piece in pieces:
            file.write(piece)
            products += 1
            if file.tell() > mb * MB:
                break
        file.write(end)
    return products - 1


def source(path: Path, kind: str, mb: int) -> int:
    if kind == "sc":
        return write(path, feed_pieces(), mb, "</overheidproduct:scproducten>")
    return write(path, table_pieces(), mb, "")


@contextmanager
def little_memory(most: int) -> Iterator[None]:
    tracemalloc.start()
    yield
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < most


@pytest.mark.parametrize("mb", [5, pytest.param(50, marks=pytest.mark.traag)])
@pytest.mark.parametrize("kind", ["sc", "csv"])
def test_reading_takes_no_more_memory_for_a_larger_file(tmp_path: Path, kind: str, mb: int) -> None:
    products = source(tmp_path / "groot", kind, mb)
    with (tmp_path / "groot").open("rb") as file, little_memory(4 * MB):
        assert sum(1 for _product in read_aanbod(file)) == products


def test_neither_does_trying_it_out(catalogus: Catalogus, tmp_path: Path) -> None:
    products = source(tmp_path / "groot", "sc", 2)
    with (tmp_path / "groot").open("rb") as file, little_memory(4 * MB):
        regels = take_over(read_aanbod(file), now=klok.now(), proef=True)
        assert sum(regel.uitkomst is Uitkomst.NIEUW for regel in regels) == products
