"""The audit trail of forms: what was removed, and who opened what of a resident."""

from django.conf import settings
from django.db import models


class Gebeurtenis(models.TextChoices):
    VERLOPEN = "verlopen", "formulier niet afgemaakt en verwijderd"
    GEWAARSCHUWD = "gewaarschuwd", "invuller gewaarschuwd dat het formulier verloopt"
    HULPCODE = "hulpcode", "inwoner vroeg een code om hulp te krijgen"
    GEOPEND = "geopend", "medewerker opende formulier van inwoner met code"
    BESTAND = "bestand", "medewerker opende bestand van inwoner"
    OVERGEGEVEN = "overgegeven", "medewerker vroeg een code om over te geven"
    OVERGENOMEN = "overgenomen", "inwoner nam formulier van medewerker over"
    GEWIST = "gewist", "persoonsgegevens van aanvraag gewist"


class Logregel(models.Model):
    """One line. Holds ids and no personal data, so that it may stay when those are gone."""

    gebeurtenis = models.CharField(max_length=20, choices=Gebeurtenis)
    formulier = models.CharField(max_length=80)  # its slug
    onderwerp = models.UUIDField(db_index=True)  # of the draft or the aanvraag
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "logregel"
        verbose_name_plural = "logregels"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gebeurtenis} {self.onderwerp}"
