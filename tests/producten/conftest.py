from collections.abc import Iterator

import pytest
from django.core.cache import caches
from pytest_django import Settings

from eloket.website.versie import lezer
from tests.producten.factories import Catalogus


@pytest.fixture
def bewaard(settings: Settings, catalogus: Catalogus, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogus]:
    """The catalogue with the response cache on; what should happen at commit happens at once."""
    settings.ELOKET_PAGINACACHE = True
    settings.ELOKET_CACHE_POLL = 600  # on a slow machine a look in between would count as a query
    monkeypatch.setattr("django.db.transaction.on_commit", lambda func, **kwargs: func())
    lezer.forget()
    yield catalogus
    caches["paginas"].clear()
    lezer.forget()
