"""Mails that somebody asked for whom we do not know: counted, so that nobody is flooded with them."""

import uuid
from datetime import datetime

from django.db import models


class Doel(models.TextChoices):
    LINK = "link", "link naar een bewaard formulier"
    HERVATTEN = "hervatten", "code om verder te gaan"
    BEVESTIGEN = "bevestigen", "code om een adres te bevestigen"


class MailverzoekQuerySet(models.QuerySet["Mailverzoek"]):
    def since(self, moment: datetime) -> "MailverzoekQuerySet":
        return self.filter(created_at__gt=moment)


class Mailverzoek(models.Model):
    """One mail to an address that anybody may type: its address as a keyed hash, and the hash of its code.

    No foreign key to the draft: what was sent goes on counting when the draft is gone.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concept = models.UUIDField(db_index=True)
    doel = models.CharField(max_length=12, choices=Doel)
    adres = models.CharField(max_length=64, db_index=True)  # keyed hash
    code = models.CharField(max_length=64, blank=True)  # keyed hash
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_index=True)
    expires_at = models.DateTimeField()

    objects = MailverzoekQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "mailverzoek"
        verbose_name_plural = "mailverzoeken"

    def __str__(self) -> str:
        return str(self.uuid)
