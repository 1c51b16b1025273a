"""A fuse before another system: once it failed, nobody waits for it again until a rest has passed.

Kept in the cache, so that with Redis one visitor finds out for all web processes, and without it one per
process. After the rest one caller tries again; the others are still refused, until that one succeeds. A cache
out of reach lets everybody through.
"""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.core.cache import cache

log = structlog.get_logger()

VERGEET_SECONDEN = 15 * 60  # a failure that nobody tried again since is forgotten


@dataclass(frozen=True, slots=True)
class Zekering:
    """`naam`: of the system; `rust`: seconds between two tries while it is out of order."""

    naam: str
    rust: int = 20

    def allows(self) -> bool:
        """Whether the other system may be asked now; True for one caller in each rest while it is down."""
        try:
            return cache.get(self._kapot) is None or cache.add(self._rust, 1, self.rust)
        except Exception as fout:
            log.warning("zekering_onbereikbaar", naam=self.naam, error=type(fout).__name__)
            return True

    def trip(self) -> None:
        """It failed: begin a rest."""
        self._try(lambda: cache.set_many({self._rust: 1}, self.rust))
        self._try(lambda: cache.set_many({self._kapot: 1}, VERGEET_SECONDEN))

    def reset(self) -> None:
        """It answered."""
        self._try(lambda: cache.delete(self._kapot))

    @property
    def _kapot(self) -> str:
        return f"zekering:{self.naam}:kapot"

    @property
    def _rust(self) -> str:
        return f"zekering:{self.naam}:rust"

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except Exception as fout:
            log.warning("zekering_onbereikbaar", naam=self.naam, error=type(fout).__name__)
