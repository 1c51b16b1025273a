"""Which function handles which work, and who listens to which gebeurtenis.

Filled once, when Django loads each app's `tasks.py`. A lower app never names a higher one: it publishes,
and whoever wants to hear subscribes here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class TryLater(Exception):
    """Temporary: offer this row again after the back-off. The text is the reason an operator reads."""


class NeedsPerson(Exception):
    """Trying again will not help: somebody must look. The text is the reason an operator reads."""


class Handler(Protocol):
    def __call__(self, ids: dict[str, str], *, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Registration:
    name: str
    run: Handler
    probe: Callable[[], None] | None = None


HANDLERS: dict[str, Registration] = {}
SUBSCRIBERS: dict[str, list[str]] = {}


def handler(name: str, *, probe: Callable[[], None] | None = None) -> Callable[[Handler], Handler]:
    """Register a function as the handler `name` ("app.verb").

    It must be idempotent: at least once is the promise. With `probe` its rows are done in order, also after
    an outage; it raises as the handler does while that lasts, and costs little.
    """

    def register(function: Handler) -> Handler:
        HANDLERS[name] = Registration(name, function, probe)
        return function

    return register


def on(gebeurtenis: str, *, name: str) -> Callable[[Handler], Handler]:
    """Subscribe to a gebeurtenis; `name` ("app.verb") is the handler's own name in the outbox.

    The handler's `ids` hold {"id": …}.
    """

    def register(function: Handler) -> Handler:
        handler(name)(function)
        SUBSCRIBERS.setdefault(gebeurtenis, []).append(name)
        return function

    return register
