"""What every test gets."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _public_site_unkept(settings: Settings) -> None:
    """Every page is made anew: a test's transaction is rolled back, what a process kept of it would not be.

    Static files need no collectstatic. tests/website/ switches the response cache on where it is the subject.
    """
    settings.ELOKET_PAGINACACHE = False
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
