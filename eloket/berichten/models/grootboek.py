"""The proof: what happened to a message and when, each line tied to the one before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.berichten.models.bericht import Bericht


class Feit(models.TextChoices):
    GEPLAATST = "geplaatst", _("klaargezet")
    ONTVANGEN = "ontvangen", _("door ons ontvangen")
    GEMELD = "gemeld", _("e-mail verstuurd")
    TERUG = "terug", _("e-mail kwam niet aan")
    GELEZEN = "gelezen", _("gelezen in Mijn zaken")
    BRIEF_NODIG = "brief_nodig", _("brief gevraagd")
    BRIEF_WEG = "brief_weg", _("brief verstuurd")
    INGEHAALD = "ingehaald", _("niet meer verstuurd, er kwam een nieuwer bericht")


class Regel(models.Model):
    """One line. `hash` is made with a key over this line and the one before, so that no line can be changed
    or taken out unseen, also not by who may write in the database.
    """

    bericht = models.ForeignKey(Bericht, on_delete=models.CASCADE, related_name="regels")
    volgnummer = models.PositiveSmallIntegerField()
    feit = models.CharField(max_length=12, choices=Feit)
    at = models.DateTimeField()
    hash = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "regel van het grootboek"
        verbose_name_plural = "grootboek"
        ordering = ["bericht", "volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["bericht", "volgnummer"], name="regel_een_per_volgnummer")
        ]

    def __str__(self) -> str:
        return f"{self.feit} {self.at:%Y-%m-%d %H:%M}"
