"""A limit counts turns, forgets them with the window, and never knows who took them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache

from eloket.lib.limiet import take_turn

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def turn(who: str = "192.0.2.1", *, now: datetime = NOON, what: str = "proef") -> bool:
    return take_turn(what, who, maximum=2, seconds=60, now=now)


def test_the_third_turn_is_too_many_until_the_next_window() -> None:
    assert [turn(), turn(), turn()] == [True, True, False]
    assert turn("192.0.2.2")
    assert turn(what="iets anders")
    assert turn(now=NOON + timedelta(seconds=60))


def test_the_cache_holds_no_address_and_another_hash_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str] = []
    add = cache.add
    monkeypatch.setattr(cache, "add", lambda key, *args, **kw: keys.append(key) or add(key, *args, **kw))
    turn()
    turn(now=NOON + timedelta(days=1))
    counted = [key for key in keys if ":zout:" not in key]
    assert len({key.rsplit(":", 1)[1] for key in counted}) == 2
    assert not any("192.0.2.1" in key for key in keys)


def test_a_cache_out_of_reach_lets_people_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(cache, "add", broken)
    monkeypatch.setattr(cache, "get_or_set", broken)
    assert [turn(), turn(), turn()] == [True, True, True]
