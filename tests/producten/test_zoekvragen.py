"""Real questions, as people type them, against the thirty products of the demo, on both databases."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from eloket.lib import klok
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken import search
from eloket.producten.zoeken.index import get_index

with (Path(__file__).parent / "zoekvragen.csv").open(encoding="utf-8", newline="") as lines:
    VRAGEN = list(csv.DictReader(lines))
TOP = 3


def test_the_list_is_as_long_and_as_mixed_as_it_must_be() -> None:
    kinds = Counter(row["soort"] for row in VRAGEN)
    assert len(VRAGEN) >= 80
    assert kinds["tikfout"] >= 15
    assert kinds["zin"] >= 20
    assert Counter(row["taal"] for row in VRAGEN)["en"] >= 14
    assert len({(row["vraag"], row["taal"]) for row in VRAGEN}) == len(VRAGEN)


@pytest.mark.django_db
def test_noor_finds_what_she_means_among_the_first_three(
    rietwaard: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {taal: get_index(taal, Lezer.IEDEREEN) for taal in ("nl", "en")}
    monkeypatch.setattr("eloket.producten.zoeken.zoeker.get_index", lambda taal, lezer: kept[taal])
    missed = {row["vraag"]: found for row in VRAGEN if row["product"] not in (found := first(row))[:TOP]}
    assert not missed, f"on {connection.vendor}"


def first(row: dict[str, str]) -> list[str]:
    """The products behind the first hits; a question of a product leads to that product."""
    found = search(row["vraag"], taal=row["taal"], lezer=Lezer.IEDEREEN, now=klok.now())
    addresses = [document.url.split("#")[0].rstrip("/") for document in found.treffers]
    return [address.rpartition("/")[2] for address in addresses][: TOP + 3]
