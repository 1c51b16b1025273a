"""A form that somebody is filling in."""

import uuid
from datetime import datetime

from django.db import models

from eloket.lib.versleuteld import EncryptedJSONField


class ConceptQuerySet(models.QuerySet["Concept"]):
    def open_for(self, sleutels: list[str], *, now: datetime) -> "ConceptQuerySet":
        """The drafts that these keys open and that are not too old."""
        return self.filter(eigenaar__in=sleutels, expires_at__gt=now)


class Concept(models.Model):
    """The draft of an aanvraag. Made at the first POST; gone when it is sent (the aanvraag takes its uuid).

    `antwoorden` holds the posted text per step: "stappen" what was accepted, "half" what was saved on the way
    back. `bewijs` changes with every answer: a summary can only send what it showed.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(
        "formulieren.FormulierVersie", on_delete=models.PROTECT, related_name="concepten"
    )
    eigenaar = models.CharField(max_length=64, db_index=True)  # keyed hash of the person, or of the session
    niveau = models.PositiveSmallIntegerField(default=0)
    antwoorden = EncryptedJSONField(default=dict)
    bewijs = models.CharField(max_length=32)
    taal = models.CharField(max_length=10, default="nl")
    kanaal = models.CharField(max_length=20, default="internet")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = ConceptQuerySet.as_manager()

    class Meta:
        verbose_name = "concept"
        verbose_name_plural = "concepten"

    def __str__(self) -> str:
        return str(self.uuid)
