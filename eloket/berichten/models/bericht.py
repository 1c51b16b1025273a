"""One message to one person, and what became of it."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.berichten.soorten import Aard
from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField


class Status(models.TextChoices):
    KLAAR = "klaar", "klaar om te verzenden"
    VERZONDEN = "verzonden", "verzonden"
    MISLUKT = "mislukt", "mislukt"
    INGEHAALD = "ingehaald", "ingehaald door een nieuwer bericht"


class Kanaal(models.TextChoices):
    EMAIL = "email", _("e-mail")
    MIJN_ZAKEN = "mijnzaken", _("Mijn zaken")
    BRIEF = "brief", _("brief")


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def of_persoon(self, sleutels: Sequence[str]) -> "BerichtQuerySet":
        """Those for this person. `sleutels`: never the empty text, under which nobody's messages stand."""
        return self.filter(persoon__in=[sleutel for sleutel in sleutels if sleutel])

    def of_nummer(self, nummer: str) -> "BerichtQuerySet":
        """Those about this zaak or afspraak. Errors: `ValueError` without a number."""
        if not nummer:
            raise ValueError("zonder nummer zijn het de berichten van iedereen")
        return self.filter(zaak=nummer)

    def waiting_since(self, moment: datetime) -> "BerichtQuerySet":
        """Mail that was to go before `moment` and is not gone, and of which nobody was told yet."""
        return self.filter(kanaal=Kanaal.EMAIL, status=Status.KLAAR, created_at__lt=moment)


class Bericht(models.Model):
    """Its outcome stands here, the proof of each step in `regels`. Address and contents are encrypted.

    `persoon`: the keyed hash of whom it is for, "" when nobody logged in for it. `zaak`: the number of the
    zaak or the afspraak, which opens nothing. `uiterlijk`: the last day to react. `ketting`: the hash of the
    newest Regel.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    kanaal = models.CharField(max_length=20, choices=Kanaal, default=Kanaal.EMAIL)
    sjabloon = models.CharField(max_length=60)
    taal = models.CharField(max_length=5)
    adres = EncryptedTextField()
    gegevens = EncryptedJSONField(default=dict)
    bijlage = models.CharField(max_length=40, blank=True)  # id in bestanden of a file that goes along
    status = models.CharField(max_length=10, choices=Status, default=Status.KLAAR)
    reason = models.CharField(max_length=200, blank=True)  # why it failed; never an address
    kenmerk = models.CharField(max_length=200, blank=True)  # what the other side knows it by (Message-ID)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    vergeten = models.BooleanField(default=False)  # address and contents were emptied
    persoon = models.CharField(max_length=64, blank=True, db_index=True)
    zaak = models.CharField(max_length=40, blank=True, db_index=True)
    aard = models.CharField(max_length=10, choices=Aard, default=Aard.BERICHT)
    uiterlijk = models.DateField(null=True, blank=True)
    ketting = models.CharField(max_length=64, blank=True)
    bewijs_klopt = models.BooleanField(default=True)  # what the nightly look at the chain found

    objects = BerichtQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [
            # What waits is a handful among all that was ever sent.
            models.Index(fields=["created_at"], condition=models.Q(status="klaar"), name="bericht_wachtend"),
        ]

    def __str__(self) -> str:
        return f"{self.sjabloon} {self.pk}"
