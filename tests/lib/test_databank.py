"""One DATABASE_URL says everything about the database."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from eloket.lib.databank import from_url

DATA = Path("/srv/eloket")


def test_without_a_url_it_is_our_own_file() -> None:
    found = from_url("", data_dir=DATA)
    assert found["NAME"] == DATA / "db.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_sqlite_file_elsewhere() -> None:
    assert from_url("sqlite:////mnt/schijf%201/loket.db", data_dir=DATA)["NAME"] == Path(
        "//mnt/schijf 1/loket.db"
    )


def test_postgresql_in_full() -> None:
    found = from_url("postgres://eloket:p%40ss@db.intern:5433/loket?sslmode=require", data_dir=DATA)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "eloket", "p@ss", "db.intern", "5433", "loket",
    )  # fmt: skip
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert found["CONN_MAX_AGE"] is None


def test_postgresql_over_a_socket_in_the_file_system() -> None:
    found = from_url("postgresql:///loket?host=/run/postgresql", data_dir=DATA)
    assert (found["HOST"], found["PORT"], found["USER"], found["OPTIONS"]) == ("/run/postgresql", "", "", {})


@pytest.mark.parametrize(
    "url",
    [
        "mysql://u:geheim@h/n",
        "loket",
        "sqlite://",
        "postgres://u:geheim@h:poort/n",
        "postgres://u:geheim@h:5432/",
    ],
)
def test_a_url_that_cannot_be_says_how_to_write_it_and_keeps_the_password(url: str) -> None:
    with pytest.raises(
        ImproperlyConfigured, match="postgres://gebruiker:wachtwoord@host:5432/naam"
    ) as caught:
        from_url(url, data_dir=DATA)
    assert "geheim" not in str(caught.value)
