"""What a resident sends to a zaak: kept here until the zaakregister has it, so that it is never lost."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.db.models import Q

from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField


class Stand(models.TextChoices):
    CONCEPT = "concept", "concept"
    VERSTUURD = "verstuurd", "verstuurd"
    BEZORGD = "bezorgd", "bezorgd"


class InzendingQuerySet(models.QuerySet["Inzending"]):
    def visible_to(self, sleutels: Sequence[str]) -> "InzendingQuerySet":
        """What this login began or sent (`services.inzender.Inzender`)."""
        return self.filter(eigenaar__in=list(sleutels))

    def sent(self) -> "InzendingQuerySet":
        return self.exclude(stand=Stand.CONCEPT)

    def to_tell(self) -> "InzendingQuerySet":
        """What its sender must still hear of: on its way, or with a file that was refused afterwards."""
        left = models.Exists(Inzendingsbestand.objects.filter(inzending=models.OuterRef("pk")))
        return self.filter(Q(stand=Stand.VERSTUURD) | Q(left, stand=Stand.BEZORGD))


class Inzending(models.Model):
    """An answer to a question of the gemeente, or documents that nobody asked for (`verzoek` is empty).

    Once the register has it, the words and files here are wiped: they live there.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.CharField(max_length=40)  # its number; no foreign key, the register may be elsewhere
    verzoek = models.CharField(max_length=60, blank=True)  # the register's own id of the question
    eigenaar = models.CharField(max_length=64)
    partij = EncryptedJSONField()  # whose zaak it is
    tekst = EncryptedTextField(default="", blank=True)
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.CONCEPT)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    verstuurd_at = models.DateTimeField(null=True)
    beantwoord_at = models.DateTimeField(null=True)  # when the register took the words
    bezorgd_at = models.DateTimeField(null=True)

    objects = InzendingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["eigenaar", "zaak", "verzoek"],
                condition=Q(stand="concept"),
                name="mijnzaken_een_concept",
            ),
            models.UniqueConstraint(
                fields=["zaak", "verzoek"],
                condition=~Q(stand="concept") & ~Q(verzoek=""),
                name="mijnzaken_een_antwoord",
            ),
        ]
        indexes = [models.Index(fields=["zaak", "eigenaar"], name="mijnzaken_inzending_zaak")]

    def __str__(self) -> str:
        return str(self.uuid)


class Inzendingsbestand(models.Model):
    """A file of it, in bestanden. The row goes when the register has the file."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="bestanden")
    bestand = models.CharField(max_length=40, unique=True)
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bestand van een inzending"
        verbose_name_plural = "bestanden van inzendingen"
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            # The same file again, by a second press of the button, is one.
            models.UniqueConstraint(fields=["inzending", "sha256"], name="mijnzaken_bestand_eenmaal"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class OpvangQuerySet(models.QuerySet["Opvang"]):
    def fresh(self, *, now: datetime) -> "OpvangQuerySet":
        return self.filter(expires_at__gt=now)


class Opvang(models.Model):
    """Words that came when the session was over. Nobody owns them: shown after a login, at that question."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.CharField(max_length=40)
    verzoek = models.CharField(max_length=60, blank=True)
    tekst = EncryptedTextField()
    expires_at = models.DateTimeField(db_index=True)

    objects = OpvangQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "opgevangen antwoord"
        verbose_name_plural = "opgevangen antwoorden"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.uuid)
