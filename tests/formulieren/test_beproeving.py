"""People send while everything around them fails: nothing is lost, nothing is double.

The short form of `bench/metingen/sterfte.py`. `tests/browser/test_sterfte.py` does the kills on SQLite.
"""

from pathlib import Path

import pytest

from bench.beproeving import RESTARTS, endure
from bench.databank import database
from bench.formulieren.maken import DRIE
from bench.plaats import Plaats
from tests.components import need

pytestmark = [pytest.mark.traag, pytest.mark.los]

AANVRAGEN = 30
KILL_EVERY = 5  # aanvragen


def test_register_and_mail_are_away_the_database_restarts_and_processes_die(tmp_path: Path) -> None:
    with database() as found_url:
        url = need(found_url, "PostgreSQL")
        place = Plaats("PostgreSQL", {"ELOKET_DATA": str(tmp_path), "DATABASE_URL": url})
        place.fill(demo=False)
        place.ask("bench.formulieren.maken")
        found = endure(place, AANVRAGEN, slug=DRIE, kill_every=KILL_EVERY, seconds=120)
    assert found.killed > 1, "nobody died, so this proves nothing"
    assert found.restarted == RESTARTS
    assert found.early == 0, "the register was away"
    assert (found.lost, found.double) == (0, 0)
