import uuid

from django.db import models

from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField


class Status(models.TextChoices):
    KLAAR = "klaar", "klaar om te verzenden"
    VERZONDEN = "verzonden", "verzonden"
    MISLUKT = "mislukt", "mislukt"


class Bericht(models.Model):
    """One message to one address; its outcome stands here. Address and contents are encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    kanaal = models.CharField(max_length=20, default="email")
    sjabloon = models.CharField(max_length=60)
    taal = models.CharField(max_length=5)
    adres = EncryptedTextField()
    gegevens = EncryptedJSONField(default=dict)
    bijlage = models.CharField(max_length=40, blank=True)  # id in bestanden of a file that goes along
    status = models.CharField(max_length=10, choices=Status, default=Status.KLAAR)
    reason = models.CharField(max_length=200, blank=True)  # why it failed; never an address
    kenmerk = models.CharField(max_length=200, blank=True)  # what the other side knows it by (Message-ID)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    vergeten = models.BooleanField(default=False)  # address and contents were emptied

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"

    def __str__(self) -> str:
        return f"{self.sjabloon} {self.pk}"
