from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    WACHT = "wacht", _("wacht")
    BEZIG = "bezig", _("bezig")
    KLAAR = "klaar", _("klaar")
    MENS_NODIG = "mens_nodig", _("mens nodig")


class OpdrachtQuerySet(models.QuerySet["Opdracht"]):
    def unfinished(self) -> "OpdrachtQuerySet":
        return self.exclude(status=Status.KLAAR)

    def without_planned(self, now: datetime) -> "OpdrachtQuerySet":
        """Without what is meant for later and was never tried: nobody waits for that."""
        return self.exclude(status=Status.WACHT, attempts=0, not_before__gt=now)

    def claimable(self, now: datetime) -> "OpdrachtQuerySet":
        """What a worker may take: waiting and due, or held by a worker whose lease ran out."""
        return self.filter(
            Q(status=Status.WACHT, not_before__lte=now) | Q(status=Status.BEZIG, lease_until__lt=now)
        )

    def overdue(self, now: datetime, *, again_after: timedelta) -> "OpdrachtQuerySet":
        """Claimable, and not offered to the workers since it became so (or that offer got lost)."""
        return self.claimable(now).filter(
            Q(offered_at=None)
            | Q(offered_at__lt=now - again_after)
            | Q(status=Status.WACHT, offered_at__lt=F("not_before"))
            | Q(status=Status.BEZIG, offered_at__lt=F("lease_until"))
        )


class Opdracht(models.Model):
    """One piece of work to be done outside the transaction that asked for it."""

    handler = models.CharField(max_length=100)
    ids = models.JSONField(default=dict)  # ids only, never personal data
    key = models.CharField(max_length=200, unique=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.WACHT)
    attempts = models.PositiveIntegerField(default=0)  # started, also when the worker died on it
    not_before = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)  # when a worker was last told to look
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why a person must look
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = OpdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "opdracht"
        verbose_name_plural = "opdrachten"
        indexes = [
            models.Index(fields=["not_before"], name="outbox_due", condition=~Q(status=Status.KLAAR)),
            models.Index(fields=["done_at"], name="outbox_done", condition=Q(status=Status.KLAAR)),
        ]

    def __str__(self) -> str:
        return f"{self.handler} {self.key}"


class Werker(models.Model):
    """A worker process, by the last time that it said it lives."""

    naam = models.CharField(max_length=100, unique=True)  # machine:process
    broker = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = "werker"
        verbose_name_plural = "werkers"

    def __str__(self) -> str:
        return self.naam


class Beurt(models.Model):
    """When a piece of periodic work (lib/periodiek.py) was last taken up, so that one worker does it."""

    naam = models.CharField(max_length=100, unique=True)
    started_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "beurt"
        verbose_name_plural = "beurten"

    def __str__(self) -> str:
        return self.naam


class Hartslag(models.Model):
    """A stretch of time in which `bron` ("worker", "web") gave a sign of life at least each few minutes.

    One row as long as it lasts, moved on once a minute; what lies between two rows is a gap.
    """

    bron = models.CharField(max_length=20)
    van = models.DateTimeField()
    tot = models.DateTimeField()

    class Meta:
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"
        indexes = [models.Index(fields=["bron", "tot"], name="hartslag_laatste")]

    def __str__(self) -> str:
        return f"{self.bron} {self.van:%Y-%m-%d %H:%M}"
