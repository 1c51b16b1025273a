"""Withdrawing many products at once: one employee proposes, another one decides."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField
from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.models.soort import Productsoort


class Voorstelstatus(models.TextChoices):
    OPEN = "open", _("wacht op een collega")
    AKKOORD = "akkoord", _("goedgekeurd")
    AFGEWEZEN = "afgewezen", _("afgewezen")
    VERVALLEN = "vervallen", _("teruggenomen door de indiener")


class Regeluitkomst(models.TextChoices):
    """What became of one product of a proposal."""

    WACHT = "", _("nog niet")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    VERANDERD = "veranderd", _("niet ingetrokken: intussen veranderd")


class Intrekvoorstel(models.Model):
    """Who wants to withdraw what, and why; who decided, which the database keeps from being the same one.

    `klaar`: when the worker had done all of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.ForeignKey(Productsoort, on_delete=models.PROTECT, related_name="voorstellen")
    reden = EncryptedTextField()  # may tell of a person
    door = models.CharField(max_length=150)
    op = models.DateTimeField()
    status = models.CharField(
        max_length=10, choices=Voorstelstatus.choices, default=Voorstelstatus.OPEN, db_index=True
    )
    beslist_door = models.CharField(max_length=150, blank=True)
    beslist_op = models.DateTimeField(null=True)
    uitleg = EncryptedTextField(blank=True)
    klaar = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("voorstel om in te trekken")
        verbose_name_plural = _("voorstellen om in te trekken")
        ordering = ("-op", "pk")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["akkoord", "afgewezen"])
                | (~Q(beslist_door="") & ~Q(beslist_door=F("door"))),
                name="uitgifte_voorstel_twee_mensen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort_id} {self.status}"


class Voorstelregel(models.Model):
    """One product of a proposal, and the last line of its history when it was proposed (`wijziging`)."""

    voorstel = models.ForeignKey(Intrekvoorstel, on_delete=models.CASCADE, related_name="regels")
    product = models.ForeignKey(UitgegevenProduct, on_delete=models.CASCADE, related_name="+")
    wijziging = models.BigIntegerField()
    uitkomst = models.CharField(max_length=12, choices=Regeluitkomst.choices, blank=True)

    class Meta:
        verbose_name = _("product van een voorstel")
        verbose_name_plural = _("producten van een voorstel")
        ordering = ("pk",)
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["voorstel", "product"], name="uitgifte_voorstel_product_een")
        ]

    def __str__(self) -> str:
        return self.uitkomst
