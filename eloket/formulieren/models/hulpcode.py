"""A code that somebody says aloud, with which one other person opens a draft."""

from datetime import datetime

from django.conf import settings
from django.db import models


class Richting(models.TextChoices):
    MEDEWERKER = "medewerker", "een medewerker helpt de inwoner"
    INWONER = "inwoner", "de inwoner neemt het van een medewerker over"


class HulpcodeQuerySet(models.QuerySet["Hulpcode"]):
    def fresh(self, *, now: datetime) -> "HulpcodeQuerySet":
        return self.filter(expires_at__gt=now)


class Hulpcode(models.Model):
    """Six characters, kept as a keyed hash. `medewerker`: who used it and sees the draft until it expires."""

    concept = models.ForeignKey("formulieren.Concept", on_delete=models.CASCADE, related_name="hulpcodes")
    richting = models.CharField(max_length=10, choices=Richting)
    code = models.CharField(max_length=64, unique=True)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(db_index=True)

    objects = HulpcodeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "hulpcode"
        verbose_name_plural = "hulpcodes"

    def __str__(self) -> str:
        return f"hulpcode {self.pk}"
