"""A register that hangs makes one visitor wait, and not everybody after them."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from eloket.zaken.backends.base import RegisterUnavailable, ZaakNotFound
from eloket.zaken.services import stilte
from eloket.zaken.services.stilte import TRAAG_SECONDEN, hear


@pytest.fixture(autouse=True)
def klok(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """What the stopwatch says; nobody really waits."""
    now = [0.0]
    monkeypatch.setattr(stilte.time, "monotonic", lambda: now[0])
    cache.clear()
    yield now
    cache.clear()


def ask(klok: list[float], seconds: float, error: Exception | None = None) -> None:
    with hear("default"):
        klok[0] += seconds
        if error:
            raise error


def test_after_who_waited_in_vain_nobody_asks_for_a_while(klok: list[float]) -> None:
    with pytest.raises(RegisterUnavailable, match="timeout"):
        ask(klok, TRAAG_SECONDEN, RegisterUnavailable("timeout"))
    asked: list[str] = []
    with pytest.raises(RegisterUnavailable), hear("default"):
        asked.append("again")
    assert asked == []
    with hear("oud"):  # another register has nothing to do with it
        asked.append("the other")
    assert asked == ["the other"]


def test_a_failure_that_comes_at_once_keeps_nobody_from_asking(klok: list[float]) -> None:
    with pytest.raises(RegisterUnavailable, match="refused"):
        ask(klok, 0.1, RegisterUnavailable("refused"))
    ask(klok, 0.1)


@pytest.mark.parametrize("answer", [None, ZaakNotFound("ELK-1")])
def test_who_asks_after_the_rest_and_hears_something_opens_it_for_all(
    klok: list[float], answer: Exception | None
) -> None:
    with pytest.raises(RegisterUnavailable):
        ask(klok, TRAAG_SECONDEN, RegisterUnavailable("timeout"))
    cache.delete("zekering:zaken:default:rust")  # twenty seconds later
    if answer:
        with pytest.raises(ZaakNotFound):
            ask(klok, 1.0, answer)
    else:
        ask(klok, 1.0)
    ask(klok, 1.0)


def test_a_slow_answer_is_an_answer(klok: list[float]) -> None:
    ask(klok, 3 * TRAAG_SECONDEN)
    ask(klok, 1.0)
