"""After a whole journey, the BSN of nobody stands readable anywhere: not in a table, file, log or address."""

import sqlite3
from collections.abc import Callable

from eloket.demo.personen import PERSONEN
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK
from tests.browser.test_verhuizing import fill_in, send, wait_for_mail
from tests.components import Loket

BSNS = {persoon.bsn for persoon in PERSONEN if persoon.bsn}


def test_no_bsn_is_left_readable(bezoek: Callable[..., Bezoeker], loket: Loket) -> None:
    noor = bezoek(path="/formulieren/verhuizing-doorgeven/", width=DESK)
    noor.press("Begin")
    noor.log_in("Noor de Wit")
    fill_in(noor)
    wait_for_mail(noor, send(noor))

    assert find(noor.requests) == []
    assert find(loket.said().splitlines()) == []
    assert find(rows(loket)) == []
    assert find(files(loket)) == []


def find(texts: list[str]) -> list[str]:
    return [text[:300] for text in texts if any(bsn in text for bsn in BSNS)]


def rows(loket: Loket) -> list[str]:
    """Every row of every table, sessions and queue too, as text; the tables must be there to be believed."""
    with sqlite3.connect(f"file:{loket.data / 'db.sqlite3'}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [
            f"{table}: {row}" for table in tables for row in database.execute(f'SELECT * FROM "{table}"')
        ]
    database.close()
    assert {"zaken_rol", "formulieren_aanvraag", "outbox_opdracht", "accounts_sessie"} <= set(tables)
    assert len(found) > 500
    return found


def files(loket: Loket) -> list[str]:
    """Every file of the data folder but the database of the demo's own login service."""
    places = [path for path in loket.data.rglob("*") if path.is_file() and "static" not in path.parts]
    return [f"{path}: {path.read_bytes().decode('latin-1')}" for path in places if "sqlite3" not in path.name]


def test_the_search_would_find_one() -> None:
    assert find([f"een regel met {min(BSNS)} erin"])
