"""Nothing that one test left in the process reaches the next: caches, language, site of the thread."""

from collections.abc import Iterator

import pytest
import structlog
from django.core.cache import caches
from django.utils import timezone, translation
from wagtail.models import Site

from eloket.website.versie import lezer


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    for cache in caches.all():
        cache.clear()
    lezer.forget()
    Site.clear_site_root_paths_cache()
    translation.activate("nl")
    yield
    timezone.deactivate()
    structlog.contextvars.clear_contextvars()
