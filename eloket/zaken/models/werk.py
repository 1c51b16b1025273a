"""Who had a zaak, who has it open now, and who looked into it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField
from eloket.zaken.models.zaak import Zaak
from eloket.zaken.regels import Raadpleegdoel


class Toewijzing(models.Model):
    """That a zaak went from one to another. Login names, empty for nobody; `team` is a name."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="toewijzingen")
    van = models.CharField(max_length=150, blank=True)
    naar = models.CharField(max_length=150, blank=True)
    team = models.CharField(max_length=80, blank=True)
    reden = EncryptedTextField(default="", blank=True)  # may say something of the resident
    door = models.CharField(max_length=150)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("toewijzing")
        verbose_name_plural = _("toewijzingen")
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"


class AanwezigheidQuerySet(models.QuerySet["Aanwezigheid"]):
    def seen_after(self, moment: datetime) -> "AanwezigheidQuerySet":
        return self.filter(gezien_at__gt=moment)

    def seen_before(self, moment: datetime) -> "AanwezigheidQuerySet":
        return self.filter(gezien_at__lte=moment)


class Aanwezigheid(models.Model):
    """That an employee has a zaak open. Forgotten minutes after the last sign of life."""

    identificatie = models.CharField(max_length=40)  # a number, of whichever register
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sinds = models.DateTimeField()
    gezien_at = models.DateTimeField(db_index=True)

    objects = AanwezigheidQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("aanwezigheid")
        verbose_name_plural = _("aanwezigheden")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["identificatie", "medewerker"], name="aanwezigheid_een_per_zaak")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_id} in {self.identificatie}"


class RaadplegingQuerySet(models.QuerySet["Raadpleging"]):
    def visible_to(self, sleutels: list[str]) -> "RaadplegingQuerySet":
        """Of zaken of the person behind these keyed hashes. Never called with none."""
        if not all(sleutels) or not sleutels:
            raise ValueError("an empty key would match everybody's zaken")
        return self.filter(sleutel__in=sleutels)

    def older_than(self, moment: datetime) -> "RaadplegingQuerySet":
        return self.filter(op__lt=moment)


class Raadpleging(models.Model):
    """That an employee opened a zaak or one of its documents: once an hour.

    `sleutel`: a keyed hash of whose zaak it is; empty when nobody is known. The resident reads all but `door`
    and `reden`, which is what the employee typed and may name others.
    """

    identificatie = models.CharField(_("zaaknummer"), max_length=40)
    sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    door = models.CharField(max_length=150)  # a login name
    afdeling = models.CharField(_("afdeling"), max_length=100, blank=True)
    doel = models.CharField(_("doel"), max_length=12, choices=Raadpleegdoel)
    reden = models.CharField(_("uitleg"), max_length=200, blank=True)
    op = models.DateTimeField(_("wanneer"), db_index=True)
    uur = models.DateTimeField()  # the hour in which it fell: two windows opened at once are one row

    objects = RaadplegingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("raadpleging van een zaak")
        verbose_name_plural = _("raadplegingen van zaken")
        ordering = ["-op", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["identificatie", "door", "uur"], name="raadpleging_een_per_uur"),
            models.CheckConstraint(condition=~Q(door=""), name="raadpleging_door_iemand"),
        ]

    def __str__(self) -> str:
        return f"{self.identificatie} op {self.op:%Y-%m-%d %H:%M}"
