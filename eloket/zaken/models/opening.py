"""How far zaken came that are being opened in a register elsewhere."""

from django.db import models


class Openingsstap(models.Model):
    """One step that was done, so that a later try does not do it again. Goes when the zaak is complete."""

    identificatie = models.CharField(max_length=40)
    stap = models.CharField(max_length=200)
    uitkomst = models.CharField(max_length=1000, blank=True)  # an address in the register
    gezet_at = models.DateTimeField()

    class Meta:
        verbose_name = "openingsstap"
        verbose_name_plural = "openingsstappen"
        constraints = [
            models.UniqueConstraint(fields=["identificatie", "stap"], name="zaken_openingsstap_eenmaal"),
        ]

    def __str__(self) -> str:
        return f"{self.identificatie} {self.stap}"
