"""A query without an order may give its rows in any order, so the tests give them in any order."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.query import MAX_GET_RESULTS, QuerySet

_fetch_all = QuerySet._fetch_all


def is_ours(queryset: QuerySet[Any]) -> bool:
    return queryset.model.__module__.startswith("eloket.")


def shuffling_fetch_all(self: QuerySet[Any]) -> None:
    fresh = self._result_cache is None
    _fetch_all(self)
    if not fresh or self.ordered or not is_ours(self) or self.query.group_by:
        return
    # get() slices too, to see whether there is a second row.
    if self.query.is_sliced and self.query.high_mark not in (MAX_GET_RESULTS, 1):
        pytest.fail(f"a slice of an unordered query on {self.model.__name__}: which rows these are is chance")
    random.shuffle(self._result_cache)


@pytest.fixture(autouse=True, scope="session")
def _unordered_is_random() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(QuerySet, "_fetch_all", shuffling_fetch_all)
    yield
    patch.undo()
