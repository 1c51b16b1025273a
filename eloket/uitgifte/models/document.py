"""The sealed PDF of a product, which is made after it was issued."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.models.product import UitgegevenProduct


class Documentstatus(models.TextChoices):
    WACHT = "wacht", _("wordt gemaakt")
    KLAAR = "klaar", _("klaar")


class Document(models.Model):
    """Where the PDF is kept, and how it is sealed; while it waits, why (words for an employee, of nobody).

    `sha256` is what an offered file is compared with. `proef`: sealed without a seal of the gemeente.
    """

    product = models.OneToOneField(UitgegevenProduct, on_delete=models.CASCADE, related_name="document")
    status = models.CharField(max_length=8, choices=Documentstatus.choices, default=Documentstatus.WACHT)
    reden = models.CharField(max_length=300, blank=True)
    bestand = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    proef = models.BooleanField(default=False)
    tijdstempel = models.BooleanField(default=False)
    gemaakt = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        constraints = [
            models.CheckConstraint(
                condition=Q(status="wacht") | (~Q(bestand="") & ~Q(sha256="")),
                name="uitgifte_klaar_heeft_pdf",
            )
        ]

    def __str__(self) -> str:
        return self.status
