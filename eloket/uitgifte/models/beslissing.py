"""What was decided about an aanvraag for a product, by rules or by an employee, and why."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.partij import Partij, from_dict
from eloket.lib.versleuteld import EncryptedJSONField
from eloket.uitgifte.beslisregels import Bevinding
from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.models.soort import Productsoort


class Uitkomst(models.TextChoices):
    """How far it is. A machine never says `GEEN`."""

    WACHT = "wacht", _("wordt beslist")
    VERLEEND = "verleend", _("meteen uitgegeven")
    MEDEWERKER = "medewerker", _("een medewerker beslist")
    BESLOTEN = "besloten", _("uitgegeven na een besluit")
    GEEN = "geen", _("niet uitgegeven")


class Beslissing(models.Model):
    """One for each aanvraag that leads to a product.

    `gegevens`: what was asked, as `services.verzoeken` wrote it. `bevindingen`: what each rule found, in the
    words that were shown. `mens_gevraagd`: the aanvrager wanted an employee (AVG art. 22). `zaak`: "" until
    the register has it. `mist`: what keeps it from being handed over after a besluit. `herkeuring`: number of
    the zaak in which an employee looks again at what a machine decided. `gewist`: since then it says no more
    who it was and what they filled in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    aanvraag = models.CharField(max_length=64, unique=True)
    zaak = models.CharField(max_length=40, blank=True, db_index=True)
    soort = models.ForeignKey(Productsoort, on_delete=models.PROTECT, related_name="beslissingen")
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices, default=Uitkomst.WACHT)
    mens_gevraagd = models.BooleanField(default=False)
    houder = EncryptedJSONField(null=True)
    gegevens = EncryptedJSONField(default=dict)
    bevindingen = EncryptedJSONField(default=list)
    gemaakt = models.DateTimeField()
    besloten = models.DateTimeField(null=True)
    gewist = models.DateTimeField(null=True)
    mist = models.CharField(max_length=300, blank=True)
    herkeuring = models.CharField(max_length=40, blank=True)
    product = models.OneToOneField(
        UitgegevenProduct, on_delete=models.PROTECT, null=True, related_name="beslissing"
    )

    class Meta:
        verbose_name = _("beslissing")
        verbose_name_plural = _("beslissingen")
        ordering = ("-gemaakt", "pk")
        indexes = [models.Index(fields=["uitkomst", "gemaakt"], name="uitgifte_uitkomst")]
        constraints = [
            models.CheckConstraint(
                condition=Q(uitkomst__in=["verleend", "besloten"], product__isnull=False)
                | ~Q(uitkomst__in=["verleend", "besloten"]) & Q(product=None),
                name="uitgifte_beslissing_product",
            )
        ]

    def __str__(self) -> str:
        return f"{self.zaak} {self.uitkomst}"

    @property
    def partij(self) -> Partij | None:
        """Whose the product becomes; None for who cannot be known."""
        return from_dict(self.houder) if self.houder else None

    @property
    def redenen(self) -> list[Bevinding]:
        """What each rule found, in the order of the soort."""
        return [Bevinding.from_dict(each) for each in self.bevindingen]
