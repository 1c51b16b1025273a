"""Every text of a page that a redacteur wrote, wherever it is kept: fields, rows, blocks, shared texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from eloket.lib.streamveld import StreamField


@dataclass(frozen=True, slots=True)
class Tekst:
    """One rich text. `veld`: the field or relation of the page in which it is edited; `gedeeld`: it belongs
    to a shared text, which other products show too.
    """

    veld: str
    label: str
    html: str
    gedeeld: bool = False


def list_teksten(page: models.Model) -> list[Tekst]:
    """The texts of this page in the order of the model: own fields first, then what hangs on it."""
    relations = [each for each in get_all_child_relations(page) if _holds_text(each.related_model)]
    texts = [*_own(page), *(text for relation in relations for text in _rows(page, relation))]
    return [text for text in texts if text.html.strip()]


def _holds_text(model: Any) -> bool:
    """Other rows, such as tarieven, are not asked for: that would be a query each."""
    return any(isinstance(field, RichTextField) or field.name == "tekstblok" for field in model._meta.fields)


def _own(page: models.Model) -> Iterator[Tekst]:
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield Tekst(field.name, capfirst(field.verbose_name), getattr(page, field.name) or "")
        elif isinstance(field, StreamField):
            for html in _rich(getattr(page, field.name)):
                yield Tekst(field.name, capfirst(field.verbose_name), html)


def _rows(page: models.Model, relation: Any) -> Iterator[Tekst]:
    """The texts of child rows, and of the shared texts that they point at."""
    veld = relation.get_accessor_name()
    for row in getattr(page, veld).all():
        yield from (Tekst(veld, capfirst(str(row)), html) for html in _fields_of(row))
        shared = getattr(row, "tekstblok", None)
        if shared is not None:
            yield from (Tekst(veld, capfirst(str(shared)), html, gedeeld=True) for html in _fields_of(shared))


def _fields_of(row: models.Model) -> Iterator[str]:
    for field in row._meta.get_fields():
        if isinstance(field, RichTextField):
            yield getattr(row, field.name) or ""


def _rich(value: Any) -> Iterator[str]:
    """The rich texts inside the value of a block, however deep."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, StreamValue):
        for block in value:
            yield from _rich(block.value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _rich(part)
