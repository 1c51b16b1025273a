"""What was published, frozen: drafts and aanvragen hang on this and never on the snippet that lives on."""

import hashlib
import json
from typing import Any, NoReturn

from django.db import models

from eloket.formulieren.definitie import Definitie, read_definitie

# Read definitions by hash: what never changes need not be fetched and read for each step.
_READ: dict[str, Definitie] = {}
_MOST_READ = 100


class Immutable(Exception):
    """A published version never changes; publish again to make a new one."""


class VersieQuerySet(models.QuerySet["FormulierVersie"]):
    def current(self, slug: str) -> "FormulierVersie | None":
        """What a newcomer gets: the newest version of a form that is live."""
        return self.filter(formulier__slug=slug, formulier__live=True).order_by("-nummer").first()


class FormulierVersie(models.Model):
    """One published version of a form. A trigger in the database refuses what `save` refuses."""

    formulier = models.ForeignKey("formulieren.Formulier", on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    schema = models.PositiveSmallIntegerField(default=1)  # always given; the default stands in the table
    inhoud = models.JSONField()
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    objects = VersieQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "formulierversie"
        verbose_name_plural = "formulierversies"
        constraints = [
            models.UniqueConstraint(fields=["formulier", "nummer"], name="formulieren_versie_nummer"),
        ]

    def __str__(self) -> str:
        return f"{self.formulier_id} v{self.nummer}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Immutable(f"versie {self.pk} is vastgelegd")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"versie {self.pk} is vastgelegd")

    @property
    def definitie(self) -> Definitie:
        """What this version means; touches `inhoud` only when this process has not read it before."""
        if self.hash not in _READ:
            if len(_READ) >= _MOST_READ:
                _READ.clear()
            _READ[self.hash] = read_definitie(self.inhoud)
        return _READ[self.hash]


def hash_inhoud(inhoud: dict[str, Any]) -> str:
    """sha256 of the definition, the same for the same content in whatever order."""
    text = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
