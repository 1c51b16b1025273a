"""Public pages are made anew and static files come from their sources."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _public_site_unkept(settings: Settings) -> None:
    """A test's transaction is rolled back (and `on_commit` never runs); what a process kept of it would not be.

    tests/website/ switches the response cache on where it is the subject. No collectstatic is needed.
    """
    settings.ELOKET_PAGINACACHE = False
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
