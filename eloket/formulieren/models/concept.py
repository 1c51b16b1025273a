"""A form that somebody is filling in."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import models

from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField


class ConceptQuerySet(models.QuerySet["Concept"]):
    def with_versie(self) -> "ConceptQuerySet":
        """Together with its version; the definition itself is fetched only when it was not read before."""
        return self.select_related("versie").defer("versie__inhoud")

    def fresh(self, slug: str, *, now: datetime) -> "ConceptQuerySet":
        """The drafts of this form that are not too old."""
        return self.with_versie().filter(versie__formulier__slug=slug, expires_at__gt=now)

    def visible_to(self, sleutels: Sequence[str], *, niveau: int, now: datetime) -> "ConceptQuerySet":
        """The drafts under these keys that a login of this level opens, and that are not too old."""
        return self.with_versie().filter(eigenaar__in=sleutels, niveau__lte=niveau, expires_at__gt=now)


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
    voorinvulling = EncryptedJSONField(null=True)  # what the sources said (`voorinvulling.py`)
    taal = models.CharField(max_length=10, default="nl")
    kanaal = models.CharField(max_length=20, default="website")
    medewerker = models.ForeignKey(  # who began it for somebody else
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    namens = EncryptedJSONField(null=True)  # and for whom
    ontvangen_op = models.DateField(null=True)  # when it came in, by post or otherwise
    geopend_at = models.DateTimeField(null=True)  # when an employee last opened it with the resident's code
    bevestigd = models.JSONField(default=list)  # keyed hashes of the addresses that were confirmed here
    betreft_zaak = models.CharField(max_length=40, blank=True)  # the number of the zaak that it is about
    betreft_besluit = models.CharField(max_length=50, blank=True)
    betreft = EncryptedJSONField(null=True)  # and what we said of it (`betreft.py`)
    handelsregister = EncryptedJSONField(null=True)  # what it said of the number of a vereniging
    email = EncryptedTextField(blank=True)  # where the link to go on was sent, when somebody asked for it
    bewaard_at = models.DateTimeField(null=True, db_index=True)  # and when that was
    gewaarschuwd_at = models.DateTimeField(null=True)  # that it expires soon
    begonnen_at = models.DateTimeField(null=True)  # when the first step was shown
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = ConceptQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "concept"
        verbose_name_plural = "concepten"

    def __str__(self) -> str:
        return str(self.uuid)
