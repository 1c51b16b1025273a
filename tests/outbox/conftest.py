from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from eloket.outbox import register


class Proef:
    """A handler that remembers when it ran and does what the test tells it."""

    def __init__(self) -> None:
        self.calls: list[dict[str, str]] = []
        self.then: Callable[[], Any] = lambda: None

    def __call__(self, ids: dict[str, str], *, now: datetime) -> None:
        self.calls.append(ids)
        self.then()

    def raises(self, error: BaseException) -> None:
        def do() -> None:
            raise error

        self.then = do


@pytest.fixture
def proef(monkeypatch: pytest.MonkeyPatch) -> Proef:
    """The handler `proef.doe`, known for the length of one test."""
    handler = Proef()
    monkeypatch.setitem(register.HANDLERS, "proef.doe", register.Registration("proef.doe", handler))
    return handler
