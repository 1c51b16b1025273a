import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import pytest
from pytest_django import Settings

from eloket.website import versie
from eloket.website.services import bump_version


@pytest.fixture
def frame_kept(settings: Settings, db: None) -> Iterator[None]:
    """Header and footer kept in the process, as on a running counter; forgotten again afterwards."""
    settings.ELOKET_PAGINACACHE = True
    settings.ELOKET_CACHE_POLL = 600  # on a slow machine a look in between would count as a query
    bump_version()
    versie.lezer.forget()
    yield
    versie.lezer.forget()


@pytest.fixture
def bestanden(tmp_path: Path, settings: Settings) -> Path:
    """A folder of its own for files that people send."""
    storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "bestanden", "base_url": None},
    }
    settings.STORAGES = {**settings.STORAGES, "bestanden": storage}
    return tmp_path / "bestanden"


@pytest.fixture
def not_reread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are kept as they came: reading them anew is a program apart, with tests of its own."""

    def copy(source: IO[bytes], *, soort: str) -> IO[bytes]:
        kept = TemporaryFile()  # noqa: SIM115 — the caller closes it
        kept.write(os.pread(source.fileno(), 10_000_000, 0))
        kept.flush()
        return kept

    monkeypatch.setattr("eloket.bestanden.services.ontvangen.reread", copy)
