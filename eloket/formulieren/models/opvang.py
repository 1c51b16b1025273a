"""What was typed in a step whose session had ended, until its owner is logged in again."""

import uuid
from datetime import datetime

from django.db import models

from eloket.lib.versleuteld import EncryptedJSONField


class OpvangQuerySet(models.QuerySet["Opvang"]):
    def fresh(self, *, now: datetime) -> "OpvangQuerySet":
        return self.filter(expires_at__gt=now)


class Opvang(models.Model):
    """Answers that nobody owns yet. Only shown to the owner of the draft, and never taken into it unasked."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concept = models.ForeignKey("formulieren.Concept", on_delete=models.CASCADE, related_name="opvang")
    stap = models.CharField(max_length=60)
    antwoorden = EncryptedJSONField()
    expires_at = models.DateTimeField(db_index=True)

    objects = OpvangQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "opgevangen antwoord"
        verbose_name_plural = "opgevangen antwoorden"

    def __str__(self) -> str:
        return str(self.uuid)
