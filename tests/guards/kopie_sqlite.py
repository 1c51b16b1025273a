"""A SQLite database file, copied from a template file that is kept between runs."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

FOLDER = "eloket-databank"


def find_template(config: pytest.Config) -> Path | None:
    """The migrated template of an earlier or this run, for who wants a database without this process."""
    assert config.cache is not None
    return next(config.cache.mkdir(FOLDER).glob("*.sqlite3"), None)


class SqliteCopy:
    def __init__(self, template: Path, place: Path, migrate: Callable[[], None]) -> None:
        self.template, self.place = template, place
        with (template.parent / "slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not template.exists():
                self._build(migrate)

    def _build(self, migrate: Callable[[], None]) -> None:
        for old in self.template.parent.glob("*.sqlite3*"):
            old.unlink()
        busy = self.template.with_suffix(".sqlite3-bezig")
        use(busy)
        migrate()
        connection.close()  # also folds the write-ahead log into the file
        busy.rename(self.template)

    def make(self) -> None:
        self.drop()
        shutil.copyfile(self.template, self.place)
        use(self.place)

    def drop(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.place.with_name(self.place.name + suffix).unlink(missing_ok=True)


def use(path: Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(path)
