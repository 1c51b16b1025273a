"""A SQLite database file, copied from a template file that is kept between runs."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

FOLDER = "eloket-databank"


def copy_template(config: pytest.Config, place: Path) -> None:
    """Give a program of its own a migrated database: after `django_db_setup` one is kept."""
    assert config.cache is not None
    folder = config.cache.mkdir(FOLDER)
    with (folder / "slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept := next(folder.glob("*.sqlite3"), None):
            shutil.copyfile(kept, place)


class SqliteCopy:
    """Copies from a template of its own: another run beside this one may replace the kept one.

    `kept`: the template for all; whoever is first builds it with `fill`, on a copy of `base` or on nothing.
    """

    def __init__(
        self, kept: Path, place: Path, fill: Callable[[], None], *, base: Path | None = None
    ) -> None:
        self.place, self.template = place, place.with_suffix(f".{kept.stem}")
        with (kept.parent / "slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                self._build(kept, fill, base)
            shutil.copyfile(kept, self.template)

    def _build(self, kept: Path, fill: Callable[[], None], base: Path | None) -> None:
        for old in kept.parent.glob("*.sqlite3*"):
            old.unlink()
        busy = kept.with_suffix(".sqlite3-bezig")
        if base:
            shutil.copyfile(base, busy)
        use(busy)
        fill()
        connection.close()  # also folds the write-ahead log into the file
        busy.rename(kept)

    def make(self) -> None:
        self.drop()
        shutil.copyfile(self.template, self.place)
        self.open()

    def open(self) -> None:
        use(self.place)

    def drop(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.place.with_name(self.place.name + suffix).unlink(missing_ok=True)


def use(path: Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(path)
