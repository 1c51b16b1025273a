from django.db import models
from django.db.models import Q


class Status(models.TextChoices):
    WACHT = "wacht", "wacht"
    BEZIG = "bezig", "bezig"
    KLAAR = "klaar", "klaar"
    MENS_NODIG = "mens_nodig", "mens nodig"


class Opdracht(models.Model):
    """One piece of work to be done outside the transaction that asked for it."""

    handler = models.CharField(max_length=100)
    ids = models.JSONField(default=dict)  # ids only, never personal data
    key = models.CharField(max_length=200, unique=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.WACHT)
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why a person must look
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "opdracht"
        verbose_name_plural = "opdrachten"
        indexes = [
            models.Index(fields=["not_before"], name="outbox_due", condition=~Q(status=Status.KLAAR)),
        ]

    def __str__(self) -> str:
        return f"{self.handler} {self.key}"
