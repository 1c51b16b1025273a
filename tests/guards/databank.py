"""The test database, copied from a template that is migrated once for both workers.

A second template holds the filled demo, for tests that read it (`rietwaard`), a third a small catalogue
(`tests/guards/catalogus.py`).

On SQLite once for all runs: the template is kept until a migration changes. A test that commits
(`transaction=True`) is followed by a fresh copy, so that it leaves nothing and takes nothing: the pages,
groups and zaaktype that migrations make are there for every test.
"""

import hashlib
import os
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, Protocol

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import TransactionTestCase
from pytest_django.plugin import blocking_manager_key

from eloket.lib import klok
from tests.guards.kopie_postgresql import PostgresqlCopy, drop_template, template_name
from tests.guards.kopie_sqlite import FOLDER, SqliteCopy

NAME = str(settings.DATABASES["default"]["NAME"])
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "hoofd")

# What the names of templates with something in them end in, on PostgreSQL.
FILLED = {"rietwaard": "_vol", "catalogus": "_cat"}
# The worker's own database, and the one that is in use just now.
COPY, OPEN = pytest.StashKey["Copy"](), pytest.StashKey["Copy"]()


class Copy(Protocol):
    """One kind of database: how a copy of the template is made, again and again."""

    def make(self) -> None: ...
    def open(self) -> None: ...
    def drop(self) -> None: ...


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    with django_db_blocker.unblock():
        copy = copy_for(request.config)
        copy.make()
    stash = request.config.stash
    stash[COPY] = stash[OPEN] = copy
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: again(stash[OPEN]))
    yield
    patch.undo()
    with django_db_blocker.unblock():
        connections.close_all()
        copy.drop()


@pytest.fixture(scope="module")
def rietwaard(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """The filled demo gemeente, for all tests of a file; what one of them changes is rolled back."""
    with django_db_blocker.unblock():
        filled_copy(request.config.stash[COPY]).make()
    yield
    with django_db_blocker.unblock():
        again(request.config.stash[COPY])


def filled_copy(fresh: Copy) -> Copy:
    """A copy of the demo, filled by whoever is first: twice as slow as everything else that a test does."""
    if isinstance(fresh, SqliteCopy):
        folder = Path(settings.ELOKET_DATA).parent / "gevuld"
        folder.mkdir(exist_ok=True)
        return SqliteCopy(folder / "gevuld.sqlite3", fresh.place, fill, base=fresh.template)
    mark = migrations_mark()
    name = f"{mark}{FILLED['rietwaard']}"
    return PostgresqlCopy(NAME, name, WORKER, fill, base=template_name(NAME, mark))


def fill() -> None:
    from eloket.demo.laden import load  # the apps are not there yet when this plugin loads

    load(now=klok.now())


def copy_for(config: pytest.Config) -> Copy:
    mark = migrations_mark()
    if connection.vendor == "sqlite":
        assert config.cache is not None
        folder = config.cache.mkdir(FOLDER)
        return SqliteCopy(
            folder / f"{mark}.sqlite3", Path(settings.ELOKET_DATA) / f"test-{WORKER}.sqlite3", migrate
        )
    return PostgresqlCopy(NAME, mark, WORKER, migrate)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what has a database: all else says again what it said on the first leg."""
    if connection.vendor == "sqlite":
        return
    same = [item for item in items if not has_database(item)]
    items[:] = [item for item in items if has_database(item)]
    config.hook.pytest_deselected(items=same)


def has_database(item: pytest.Item) -> bool:
    """Whether the test may open a connection: pytest-django refuses it to all others."""
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "django_db_setup" in fixtures


@pytest.hookimpl(tryfirst=True)  # before pytest-django puts its key away
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing on a server that was there before us: the workers are done by now."""
    if connection.vendor == "postgresql" and not hasattr(config, "workerinput"):
        with config.stash[blocking_manager_key].unblock():
            for filled in ("", *FILLED.values()):
                drop_template(NAME, f"{migrations_mark()}{filled}")


def again(copy: Copy) -> None:
    connections.close_all()
    copy.make()


def migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def migrations_mark() -> str:
    """Changes when a migration could give another database."""
    total = hashlib.sha256()
    own = Path(settings.BASE_DIR) / "eloket"
    # Groups and their rights are filled in after every migrate, by what the apps ask for when they load.
    patterns = [
        "*/migrations/*.py",
        "**/models.py",
        "**/models/*.py",
        "*/apps.py",
        "accounts/*.py",
        "settings.py",
    ]
    for path in sorted({path for pattern in patterns for path in own.glob(pattern)}):
        total.update(path.read_bytes())
    for installed in sorted(f"{each.name}=={each.version}" for each in distributions()):
        total.update(installed.encode())
    return total.hexdigest()[:16]
