"""An empty PostgreSQL database for a measurement, dropped afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier

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
        with psycopg.connect(maintenance, autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(name))
            try:
                yield url
            finally:
                connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))
