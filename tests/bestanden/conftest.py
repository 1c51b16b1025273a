"""A folder of the test's own behind STORAGES["bestanden"]."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def map_(tmp_path: Path, settings: Settings) -> Path:
    storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "bestanden", "base_url": None},
    }
    settings.STORAGES = {**settings.STORAGES, "bestanden": storage}
    return tmp_path / "bestanden"
