import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from pytest_django import Settings
from wagtail.models import Site

from eloket.website import versie
from tests.website.factories import make_site


@pytest.fixture
def site(db: None) -> Site:
    return make_site(telefoon="14 0999", email="loket@rietwaard.example")


@pytest.fixture
def kept(settings: Settings, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The site with the response cache on; what should happen at commit happens at once."""
    settings.ELOKET_PAGINACACHE = True
    settings.ELOKET_CACHE_POLL = 600  # on a slow machine a look in between would count as a query
    monkeypatch.setattr("django.db.transaction.on_commit", lambda func, **kwargs: func())
    caches["paginas"].clear()
    versie.lezer.forget()
    yield make_site(telefoon="14 0999", email="loket@rietwaard.example")
    caches["paginas"].clear()
    versie.lezer.forget()


@pytest.fixture
def frontend_tokens() -> set[str]:
    """The tokens that the front end gives a value of its own."""
    source = Path(__file__).parents[2] / "frontend" / "css" / "00-tokens.css"
    return set(re.findall(r"^\s*(--[\w-]+):", source.read_text(), re.MULTILINE))
