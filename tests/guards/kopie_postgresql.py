"""A PostgreSQL database, made from a template database on the same server."""

from collections.abc import Callable

from django.db import connection

LOCK = 20261  # one worker builds the template, the other waits for it


def template_name(name: str, mark: str) -> str:
    return f"sjabloon_{name}_{mark}"[:63]


def drop_template(name: str, mark: str) -> None:
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{template_name(name, mark)}" WITH (FORCE)')


class PostgresqlCopy:
    """Whoever is first builds the template with `fill`, on a copy of the template `base`."""

    def __init__(
        self, name: str, mark: str, worker: str, fill: Callable[[], None], *, base: str = "template0"
    ) -> None:
        self.template, self.name = template_name(name, mark), f"test_{name}_{worker}"
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.template])
            if not cursor.fetchone():
                busy = f"bezig_{worker}"
                cursor.execute(f'DROP DATABASE IF EXISTS "{busy}"')
                cursor.execute(f'CREATE DATABASE "{busy}" TEMPLATE "{base}"')
                use(busy)
                fill()
                connection.close()
                cursor.execute(f'ALTER DATABASE "{busy}" RENAME TO "{self.template}"')

    def make(self) -> None:
        self.drop()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        self.open()

    def open(self) -> None:
        use(self.name)

    def drop(self) -> None:
        connection.close()
        with connection._nodb_cursor() as cursor:
            # FORCE: a thread of the test may have left its connection open.
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')


def use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
