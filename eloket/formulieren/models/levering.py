"""Targets next to the zaak, and what became of each."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField


class Webhook(models.Model):
    """Where another system hears of the aanvragen of one form. Kept by the beheerder."""

    formulier = models.OneToOneField(
        "formulieren.Formulier",
        on_delete=models.CASCADE,
        related_name="webhook",
        verbose_name=_("formulier"),
    )
    url = models.URLField(_("adres"), max_length=500, help_text=_("Begint met https://."))
    geheim = EncryptedTextField(_("geheim"))
    actief = models.BooleanField(_("aan"), default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return str(self.formulier)

    def clean(self) -> None:
        super().clean()
        if not self.url.startswith("https://"):
            raise ValidationError({"url": gettext("Gebruik een adres dat met https:// begint.")})


class Levering(models.Model):
    """One aanvraag at one target: what the other side said, last. No personal data."""

    class Doel(models.TextChoices):
        TEAM = "team", _("e-mail aan het team")
        WEBHOOK = "webhook", _("webhook")

    aanvraag = models.ForeignKey("formulieren.Aanvraag", on_delete=models.CASCADE, related_name="leveringen")
    doel = models.CharField(max_length=10, choices=Doel)
    uitkomst = models.CharField(max_length=200)
    bijgewerkt_at = models.DateTimeField()
    geleverd_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringen")
        constraints = [
            models.UniqueConstraint(fields=["aanvraag", "doel"], name="formulieren_levering_per_doel"),
        ]

    def __str__(self) -> str:
        return f"{self.aanvraag_id} {self.doel}"
