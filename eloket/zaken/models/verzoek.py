"""What the gemeente asked the aanvrager for, and what came of it."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField
from eloket.zaken.models.document import Document
from eloket.zaken.models.zaak import Zaak


class VerzoekQuerySet(models.QuerySet["Verzoek"]):
    def unseen(self, vandaag: date) -> "VerzoekQuerySet":
        """Those with an answer, or without one in time, that no colleague looked at yet."""
        ended = Q(beantwoord_at__isnull=False) | Q(hersteltermijn__lt=vandaag)
        return self.filter(ended, gezien_at__isnull=True)


class Verzoek(models.Model):
    """A request for more (Awb 4:5). Its opschorting is a row of its own: the clock knows no questions."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="verzoeken")
    vraag = EncryptedTextField(_("wat wij vragen"))
    informatieobjecttype = models.CharField(_("soort document"), max_length=80, blank=True)
    gevraagd_op = models.DateField(_("gevraagd op"))
    hersteltermijn = models.DateField(_("laatste dag om te antwoorden"))
    door = models.CharField(max_length=150, blank=True)
    antwoord = EncryptedTextField(_("antwoord"), default="", blank=True)
    documenten = models.ManyToManyField(Document, related_name="verzoeken")
    beantwoord_at = models.DateTimeField(null=True, blank=True)
    uitstel = models.JSONField(default=list, blank=True)  # per outage: van, eerste, laatste
    gezien_door = models.CharField(max_length=150, blank=True)
    gezien_at = models.DateTimeField(null=True, blank=True)

    objects = VerzoekQuerySet.as_manager()

    class Meta:
        verbose_name = _("verzoek om aanvulling")
        verbose_name_plural = _("verzoeken om aanvulling")
        ordering = ["gevraagd_op", "pk"]
        default_permissions = ()
        indexes = [
            # What waits for a colleague: answered or not, nobody looked yet.
            models.Index(fields=["zaak"], name="verzoek_ongezien", condition=Q(gezien_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
