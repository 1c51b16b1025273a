"""Drafts and older versions that point at something which is gone by now."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations


def drop_gone(model: type[models.Model], data: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a revision of this model, without its PROTECT references to rows that are gone.

    PROTECT keeps what the published page uses; a draft is JSON and protects nothing. Without this, opening
    the draft is a server error: modelcluster only knows what to do for CASCADE and SET_NULL. A part that
    points at nothing is left out, a field of the page itself is emptied.
    """
    kept = dict(data)
    for field in _protecting(model):
        if not _alive(field, [data.get(field.name)]):
            kept[field.name] = None
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for field in _protecting(relation.related_model):
            alive = _alive(field, (part.get(field.name) for part in kept.get(name) or ()))
            kept[name] = [part for part in kept.get(name) or () if part.get(field.name) in alive]
    return kept


def _protecting(model: type[models.Model]) -> list[Any]:
    """The foreign keys of this model that keep what they point at."""
    fields = [field for field in model._meta.concrete_fields if field.remote_field]
    return [field for field in fields if getattr(field.remote_field, "on_delete", None) is models.PROTECT]


def _alive(field: Any, values: Iterable[Any]) -> set[Any]:
    """Those of these keys that exist; at most one query."""
    wanted = {value for value in values if value is not None}
    if not wanted:
        return set()
    key = field.target_field.attname
    rows = field.related_model._default_manager.filter(**{f"{key}__in": wanted})
    return set(rows.values_list(key, flat=True))
