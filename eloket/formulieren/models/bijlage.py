"""A file that somebody sends along with a form."""

import uuid

from django.db import models
from django.db.models import Q

# The "question" of a scanned letter, which is none of the form's. No key of a redacteur has an underscore.
SCAN = "scan_brief"


class BijlageQuerySet(models.QuerySet["Bijlage"]):
    def orphaned(self) -> "BijlageQuerySet":
        """Of nothing any more: the draft or aanvraag is gone, by whatever way it went."""
        return self.filter(concept=None, aanvraag=None)

    def undelivered(self) -> "BijlageQuerySet":
        """The register has not taken them, and nobody was asked to act on them either."""
        return self.filter(bezorgd_at=None, gemeld_at=None)


class Bijlage(models.Model):
    """Ties one file in bestanden to the question that it answers, of a draft and then of the aanvraag.

    Whoever deletes a draft or an aanvraag needs to know nothing of files: the row stays, of nothing any more,
    and `purge_bijlagen` removes it with its file.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concept = models.ForeignKey(
        "formulieren.Concept", on_delete=models.SET_NULL, null=True, related_name="bijlagen"
    )
    aanvraag = models.ForeignKey(
        "formulieren.Aanvraag", on_delete=models.SET_NULL, null=True, related_name="bijlagen"
    )
    veld = models.CharField(max_length=50)
    bestand = models.CharField(max_length=40, unique=True)  # its id in bestanden
    sha256 = models.CharField(max_length=64)  # the same file twice is one
    created_at = models.DateTimeField()
    bezorgd_at = models.DateTimeField(null=True)  # when the zaakregister took it
    gemeld_at = models.DateTimeField(null=True)  # when the beheerder was asked to act on a refused file

    objects = BijlageQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(concept=None) | Q(aanvraag=None), name="formulieren_bijlage_van_een"
            ),
            models.UniqueConstraint(fields=["concept", "veld", "sha256"], name="formulieren_bijlage_eenmaal"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
