"""An empty PostgreSQL database for a measurement, dropped afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from tooling import postgres


@contextmanager
def database() -> Iterator[str | None]:
    """Its DATABASE_URL, or None when this machine has no PostgreSQL."""
    with postgres.server() as url:
        if url is None:
            yield None
            return
        name = Identifier(urlsplit(url).path.lstrip("/"))
        maintenance = urlunsplit(urlsplit(url)._replace(path="/postgres"))
        _execute(maintenance, SQL("CREATE DATABASE {}").format(name))
        try:
            yield url
        finally:
            _execute(maintenance, SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def restart(url: str) -> bool:
    """Restart the server while people are at work; False where it is not ours to stop, as SQLite."""
    if not url:
        return False
    with psycopg.connect(url) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    return row is not None and postgres.restart(Path(row[0]))


def _execute(url: str, words: Composed) -> None:
    """Over a connection of its own: a measurement may restart the server in between."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(words)
