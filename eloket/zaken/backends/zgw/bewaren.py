"""What a process remembers for a while. A failure is never remembered."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
MAXIMUM = 5_000


class Bewaard(Generic[T]):
    """Values by key, each for so many seconds; safe for use by many threads."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._found: dict[Hashable, tuple[float, T]] = {}
        self._slot = threading.Lock()

    def get(self, key: Hashable, fetch: Callable[[], T]) -> T:
        """What is known, or else what `fetch` gives; its errors go through."""
        known = self._found.get(key)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        value = fetch()
        self.put(key, value)
        return value

    def has(self, key: Hashable) -> bool:
        known = self._found.get(key)
        return known is not None and known[0] > time.monotonic()

    def put(self, key: Hashable, value: T) -> None:
        with self._slot:
            if len(self._found) >= MAXIMUM:
                self._found.clear()
            self._found[key] = (time.monotonic() + self._seconds, value)

    def clear(self) -> None:
        with self._slot:
            self._found.clear()
