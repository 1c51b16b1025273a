"""Values that hold until something public changes, kept in the process."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from django.conf import settings

from eloket.website import versie

Ts = TypeVarTuple("Ts")
R = TypeVar("R")


def per_versie(make: Callable[[*Ts], R]) -> Callable[[*Ts], R]:
    """Decorate a function of a few hashable arguments: what it gave is given again until the site changes.

    For what every public page needs and seldom changes: the tree of pages, the table of amounts. What it
    reads must call `bump_version` when it is written, and the value must not depend on the clock. Without
    the response cache (`ELOKET_PAGINACACHE`) nothing is kept here either.
    """
    kept: tuple[int, dict[tuple[object, ...], R]] = (0, {})

    @wraps(make)
    def wrapped(*args: *Ts) -> R:
        nonlocal kept
        # Read before the value is made: what is made from now on is at least as new as this version.
        version = versie.lezer.current() if settings.ELOKET_PAGINACACHE else 0
        if not version:
            return make(*args)
        if kept[0] != version:
            kept = (version, {})
        values = kept[1]
        if args not in values:
            values[args] = make(*args)
        return values[args]

    return wrapped
