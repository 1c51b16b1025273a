"""How long to wait after a failed attempt: soon at first, then over days."""

import random
from datetime import timedelta

STEPS = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
)
JITTER = 0.2  # rows that failed together do not come back together


def delay(attempts: int) -> timedelta:
    """The wait after so many attempts (1 or more); from the seventh on a day, each give or take a fifth."""
    step = STEPS[min(max(attempts, 1), len(STEPS)) - 1]
    return step * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 — no secret
