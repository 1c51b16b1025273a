"""A document of a zaak: what somebody sent along."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.zaken.models.zaak import Zaak


class Document(models.Model):
    """A file of the register's own, in bestanden; `uuid` is that of whoever handed it in."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="documenten")
    bestand = models.CharField(max_length=40, unique=True)
    informatieobjecttype = models.CharField(_("soort document"), max_length=80, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.uuid)
