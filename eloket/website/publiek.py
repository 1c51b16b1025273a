"""How a view says that its answer is the same for everybody, so that it may be kept (cache.py)."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.http.response import HttpResponseBase

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)

MARK = "eloket_publiek"  # the attribute of a response that may be kept: the query keys it depends on


def mark_public(response: R, *, query: tuple[str, ...] = ()) -> R:
    """This answer is the same for everybody; it depends on the address and on these query keys, no others."""
    setattr(response, MARK, query)
    return response


def public_page(*, query: tuple[str, ...] = ()) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a view whose GET answer is the same for everybody. `query`: the query keys it reads."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
            return mark_public(view(*args, **kwargs), query=query)

        return wrapped

    return decorate
