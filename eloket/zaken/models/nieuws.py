"""What was heard of zaken in a register elsewhere. Numbers and ids only: whose they are is not here."""

from datetime import datetime

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Nieuwssoort(models.TextChoices):
    STATUS = "status", _("status")
    BESLUIT = "besluit", _("besluit")


class GevolgdeZaakQuerySet(models.QuerySet["GevolgdeZaak"]):
    def nameless(self) -> "GevolgdeZaakQuerySet":
        """Those of which the register's own id is not known yet; who waited longest comes first."""
        return self.filter(register_id="").order_by(F("stand_at").asc(nulls_first=True), "pk")

    def to_compare(self) -> "GevolgdeZaakQuerySet":
        """Open ones; whose status was asked longest ago comes first."""
        rows = self.exclude(register_id="").filter(gesloten_op=None)
        return rows.order_by(F("stand_at").asc(nulls_first=True), "pk")

    def to_look_up(self) -> "GevolgdeZaakQuerySet":
        """Those that were looked at in full longest ago come first."""
        return self.exclude(register_id="").order_by(F("bekeken_at").asc(nulls_first=True), "pk")


class GevolgdeZaak(models.Model):
    """A zaak that we want to hear of. `register_id`: the register's own id, "" until it is known.

    What was set before `nieuws_vanaf` is no news. `status`: the id of the one that was current when it was
    last looked at in full (`bekeken_at`); `stand_at`: when that status was last asked for.
    """

    identificatie = models.CharField(max_length=40, unique=True)
    register_id = models.CharField(max_length=40, blank=True)
    nieuws_vanaf = models.DateField()
    status = models.CharField(max_length=40, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    stand_at = models.DateTimeField(null=True, blank=True)
    bekeken_at = models.DateTimeField(null=True, blank=True)

    objects = GevolgdeZaakQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gevolgde zaak")
        verbose_name_plural = _("gevolgde zaken")
        default_permissions = ()
        indexes = [
            models.Index(fields=["register_id"], name="gevolgd_register"),
            models.Index(fields=["stand_at", "id"], name="gevolgd_stand"),
            models.Index(fields=["bekeken_at", "id"], name="gevolgd_bekeken"),
        ]

    def __str__(self) -> str:
        return self.identificatie

    def note(self, soort: Nieuwssoort, kenmerk: str, *, now: datetime) -> bool:
        """Remember it; True the first time, also when two workers come at once."""
        _row, is_new = self.gezien.get_or_create(soort=soort, kenmerk=kenmerk, defaults={"gezien_at": now})
        return is_new


class GezienNieuws(models.Model):
    """A status or a besluit that was told, so that it is told once."""

    zaak = models.ForeignKey(GevolgdeZaak, on_delete=models.CASCADE, related_name="gezien")
    soort = models.CharField(max_length=7, choices=Nieuwssoort)
    kenmerk = models.CharField(max_length=50)
    gezien_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gezien nieuws")
        verbose_name_plural = _("gezien nieuws")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["zaak", "soort", "kenmerk"], name="nieuws_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.kenmerk}"


class Nieuwsstand(models.Model):
    """One row: when the register last told us something, and when we last asked by ourselves."""

    gehoord_at = models.DateTimeField(null=True, blank=True)
    gevraagd_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("nieuwsstand")
        verbose_name_plural = _("nieuwsstand")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)
