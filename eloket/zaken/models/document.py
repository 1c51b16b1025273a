"""A document of a zaak: what somebody sent along, or what the gemeente made."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.zaken.models.onderdelen import Informatieobjecttype
from eloket.zaken.models.zaak import Zaak
from eloket.zaken.regels import (
    ZICHTBARE_DOCUMENTSTATUSSEN,
    Documentstatus,
    Richting,
    Vertrouwelijkheid,
    levels_up_to,
)


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to_initiator(self, *, maximum: str) -> "DocumentQuerySet":
        """What the initiator of the zaak may see: finished, meant for them and not too confidential.

        The letter of a besluit shows when that is made known. `maximum`: the most closed
        vertrouwelijkheidaanduiding that a resident sees.
        """
        intern = Informatieobjecttype.objects.filter(richting=Richting.INTERN).filter(
            zaaktype=models.OuterRef("zaak__zaaktype"), omschrijving=models.OuterRef("informatieobjecttype")
        )
        unknown = Document.objects.filter(
            pk=models.OuterRef("pk"), besluiten__isnull=False, besluiten__verzenddatum__isnull=True
        )
        return self.filter(
            ~models.Exists(intern),
            ~models.Exists(unknown),
            tonen_aan_initiator=True,
            status__in=ZICHTBARE_DOCUMENTSTATUSSEN,
            vertrouwelijkheidaanduiding__in=levels_up_to(maximum),
        )


class Document(models.Model):
    """A file of the register's own, in bestanden; `uuid` is that of whoever handed it in."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="documenten")
    bestand = models.CharField(max_length=40, unique=True)
    informatieobjecttype = models.CharField(_("soort document"), max_length=80, blank=True)
    status = models.CharField(max_length=16, choices=Documentstatus, default=Documentstatus.DEFINITIEF)
    vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=Vertrouwelijkheid, default=Vertrouwelijkheid.ZAAKVERTROUWELIJK
    )
    # As `tonenAanInitiator` of Documenten 1.6: nobody sees what nobody said may be seen.
    tonen_aan_initiator = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.uuid)
