"""The small catalogue `catalogus`, made once for a run: to make it takes longer than most tests that read it.

It stands in a database beside the worker's own, and a test that asks for it begins its transaction there.
What the test changes is rolled back, and copied anew after a commit, as everywhere.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings

from tests.guards.databank import COPY, FILLED, NAME, OPEN, WORKER, Copy, migrations_mark
from tests.guards.kopie_postgresql import PostgresqlCopy, template_name
from tests.guards.kopie_sqlite import SqliteCopy

if TYPE_CHECKING:
    from tests.producten.factories import Catalogus


@pytest.fixture
def catalogus(catalogus_databank: None, db: None) -> "Catalogus":
    from tests.producten.factories import read_catalogus

    return read_catalogus()


@pytest.fixture
def catalogus_databank(
    request: pytest.FixtureRequest, catalogus_kopie: Copy, django_db_blocker: Any
) -> Iterator[None]:
    stash = request.config.stash
    assert "rietwaard" not in request.fixturenames, "a test stands in one database: the demo or the catalogue"
    with django_db_blocker.unblock():
        catalogus_kopie.open()
    stash[OPEN] = catalogus_kopie
    yield
    stash[OPEN] = stash[COPY]
    with django_db_blocker.unblock():
        stash[COPY].open()


@pytest.fixture(scope="session")
def catalogus_kopie(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> Iterator[Copy]:
    with django_db_blocker.unblock():
        copy = copy_beside(request.config.stash[COPY])
        copy.make()
    yield copy
    with django_db_blocker.unblock():
        copy.drop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The database is chosen before anything else: the mark `django_db` begins the transaction early."""
    for item in items:
        names: list[str] = getattr(item, "fixturenames", [])
        if "catalogus_databank" in names:
            names.remove("catalogus_databank")
            names.insert(0, "catalogus_databank")


def copy_beside(fresh: Copy) -> Copy:
    if isinstance(fresh, SqliteCopy):
        folder = Path(settings.ELOKET_DATA).parent / "catalogus"
        folder.mkdir(exist_ok=True)
        place = fresh.place.with_name(f"catalogus-{WORKER}.sqlite3")
        return SqliteCopy(folder / "catalogus.sqlite3", place, fill, base=fresh.template)
    mark = migrations_mark()
    name = f"{mark}{FILLED['catalogus']}"
    return PostgresqlCopy(NAME, name, f"{WORKER}_catalogus", fill, base=template_name(NAME, mark))


def fill() -> None:
    from tests.producten.factories import make_catalogus  # the apps are not there yet when this plugin loads

    make_catalogus()
