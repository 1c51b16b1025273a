"""The response cache in Redis, shared by every process of the website."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertNumQueries
from wagtail.models import Site

from tests.website.factories import make_page, publish

pytestmark = pytest.mark.urls("tests.website.urls")


@pytest.fixture
def in_redis(settings: Settings, redis_url: str, kept: Site) -> Iterator[Site]:
    redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}
    settings.CACHES = {name: {**redis, "KEY_PREFIX": name} for name in ("default", "paginas")}
    settings.ELOKET_CACHE_POLL = 60  # how slow this machine is today is no part of the story
    yield kept
    for cache in caches.all():
        cache.clear()
        cache.close()


def test_a_page_is_kept_in_redis_until_samira_publishes(in_redis: Site, client: Client) -> None:
    page = make_page(in_redis, "contact", samenvatting="Bel ons.")
    first = client.get("/contact/")
    with assertNumQueries(0):
        assert client.get("/contact/").content == first.content
    publish(page, samenvatting="Kom langs.")
    assert "Kom langs." in client.get("/contact/").content.decode()


def test_without_redis_the_site_is_slower_and_stays_up(
    in_redis: Site, settings: Settings, client: Client
) -> None:
    make_page(in_redis, "contact", samenvatting="Bel ons.")
    nobody = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {**settings.CACHES, "paginas": nobody}
    for _ in range(2):
        assert "Bel ons." in client.get("/contact/").content.decode()
    settings.CACHES = {**settings.CACHES, "paginas": settings.CACHES["default"]}  # one that can be emptied
