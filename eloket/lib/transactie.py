"""A transaction that is done once more after a deadlock: the database undid everything of it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import structlog
from django.db import OperationalError, connection, transaction

P = ParamSpec("P")
R = TypeVar("R")

PROBEER = 3
DEADLOCK, SERIALIZATION = "40P01", "40001"

log = structlog.get_logger()


def in_transaction(work: Callable[P, R]) -> Callable[P, R]:
    """Run in a transaction, at most three times while the database ends it for another's sake.

    Inside a transaction of the caller it runs once: only who began it can begin it again.
    """

    @wraps(work)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        attempts = 1 if connection.in_atomic_block else PROBEER
        for _ in range(attempts - 1):
            try:
                with transaction.atomic():
                    return work(*args, **kwargs)
            except OperationalError as error:
                if not _was_chosen(error):
                    raise
                log.warning("transactie_opnieuw", error=type(error.__cause__).__name__)
        with transaction.atomic():
            return work(*args, **kwargs)

    return wrapped


def _was_chosen(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", "") in (DEADLOCK, SERIALIZATION)
