"""Work that comes back: `@elke(minutes=…)` in an app's `tasks.py`; the workers run it, one at a time.

The registry stands in lib so that every app may use it; what was run when stands in the outbox.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


class Periodiek(Protocol):
    """Idempotent, and short: a worker that stops may cut it off; the next turn then does the rest."""

    def __call__(self, *, now: datetime) -> object: ...


@dataclass(frozen=True, slots=True)
class Werk:
    name: str
    interval: timedelta
    run: Periodiek


REGISTER: dict[str, Werk] = {}


def elke(*, name: str, minutes: float) -> Callable[[Periodiek], Periodiek]:
    """Register a function `f(*, now)` to be run every so many minutes, under the name "app.verb"."""

    def register(function: Periodiek) -> Periodiek:
        REGISTER[name] = Werk(name, timedelta(minutes=minutes), function)
        return function

    return register
