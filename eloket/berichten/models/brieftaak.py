"""A letter that an employee must send, because digital was not allowed or did not work."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.berichten.models.bericht import Bericht


class Reden(models.TextChoices):
    GEEN_TOESTEMMING = "toestemming", _("wil dit niet digitaal, of heeft dat nooit gezegd")
    GEEN_ADRES = "adres", _("er is geen e-mailadres")
    TERUG = "terug", _("de e-mail kwam niet aan")
    TE_LAAT = "te_laat", _("de e-mail kon niet op tijd weg")


class Brieftaak(models.Model):
    """At most one a message. Done with `verstuurd_op`; `vervallen_at`: the mail arrived after all."""

    bericht = models.OneToOneField(Bericht, on_delete=models.CASCADE, related_name="brieftaak")
    reden = models.CharField(max_length=12, choices=Reden)
    created_at = models.DateTimeField()
    verstuurd_op = models.DateField(null=True, blank=True)
    verstuurd_door = models.CharField(max_length=150, blank=True)
    vervallen_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("brieven")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verstuurd_op__isnull=True) | models.Q(vervallen_at__isnull=True),
                name="brieftaak_verstuurd_of_vervallen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bericht.zaak} {self.reden}"
