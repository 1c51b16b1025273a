"""What was published, frozen: drafts and aanvragen hang on this and never on the snippet that lives on."""

import hashlib
import json
from functools import cached_property
from typing import Any, NoReturn

from django.db import models

from eloket.formulieren.definitie import SCHEMA, Definitie, read_definitie


class Immutable(Exception):
    """A published version never changes; publish again to make a new one."""


class FormulierVersie(models.Model):
    """One published version of a form. A trigger in the database refuses what `save` refuses."""

    formulier = models.ForeignKey("formulieren.Formulier", on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    schema = models.PositiveSmallIntegerField(default=SCHEMA)
    inhoud = models.JSONField()
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "formulierversie"
        verbose_name_plural = "formulierversies"
        constraints = [
            models.UniqueConstraint(fields=["formulier", "nummer"], name="formulieren_versie_nummer"),
        ]

    def __str__(self) -> str:
        return f"{self.inhoud['slug']} v{self.nummer}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Immutable(f"versie {self.pk} is vastgelegd")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"versie {self.pk} is vastgelegd")

    @cached_property
    def definitie(self) -> Definitie:
        return read_definitie(self.inhoud)


def hash_inhoud(inhoud: dict[str, Any]) -> str:
    """sha256 of the definition, the same for the same content in whatever order."""
    text = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
