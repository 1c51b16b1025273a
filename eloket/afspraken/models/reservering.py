"""The guard of the built-in agenda: who has which units of which agenda.

A unit is five minutes since 1970 in UTC, so that a change of the clock moves nothing. The primary key of
`Claim` is the promise that nobody shares one. `docs/afspraken.md` has the order in which rows are locked.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.models.plaats import Afspraaklocatie, Agenda


class ReserveringStatus(models.TextChoices):
    VASTGEHOUDEN = "vastgehouden", _("vastgehouden")
    GEBOEKT = "geboekt", _("geboekt")
    VERLOPEN = "verlopen", _("verlopen")
    AFKOELEN = "afkoelen", _("vrij na een tijdje")
    VRIJ = "vrij", _("vrijgegeven")


class Reservering(models.Model):
    """A time that is kept. Knows no person: only `houder`, a keyed hash of who chose it.

    `tot`: until when a hold, or the cooling after a cancellation, keeps others off. It ends by itself when
    somebody needs the time, and not before. `bezoek`: what it was asked for, without personal data.
    """

    sleutel = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    status = models.CharField(max_length=12, choices=ReserveringStatus.choices)
    locatie = models.ForeignKey(Afspraaklocatie, on_delete=models.PROTECT, related_name="+")
    begin = models.DateTimeField()
    eind = models.DateTimeField()
    bezoek = models.JSONField()
    tot = models.DateTimeField(null=True)
    houder = models.CharField(max_length=64, blank=True, db_index=True)
    verzoek = models.CharField(max_length=64, unique=True)  # one for each form that was shown
    gemaakt = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["status", "tot"], name="reservering_status_tot")]

    def __str__(self) -> str:
        return f"{self.begin:%Y-%m-%d %H:%M} {self.status}"


class Deel(models.Model):
    """An agenda for a span of units, buffers included: what reading the free time looks at."""

    reservering = models.ForeignKey(Reservering, on_delete=models.CASCADE, related_name="delen")
    agenda = models.ForeignKey(Agenda, on_delete=models.PROTECT, related_name="delen")
    locatie = models.ForeignKey(Afspraaklocatie, on_delete=models.PROTECT, related_name="+")
    begin = models.BigIntegerField()
    eind = models.BigIntegerField()  # the first unit after it

    class Meta:
        indexes = [
            # Whole, so that reading what is taken never looks into the table itself.
            models.Index(fields=["agenda", "begin", "eind"], name="deel_geheel"),
            models.Index(fields=["locatie", "begin"], name="deel_locatie_begin"),
        ]

    def __str__(self) -> str:
        return f"{self.agenda_id}: {self.begin}–{self.eind}"


class Claim(models.Model):
    """One unit of one agenda, of one reservering. The database refuses a second."""

    pk = models.CompositePrimaryKey("agenda_id", "eenheid")
    agenda = models.ForeignKey(Agenda, on_delete=models.PROTECT, related_name="+", db_index=False)
    eenheid = models.BigIntegerField()
    reservering = models.ForeignKey(Reservering, on_delete=models.CASCADE, related_name="claims")

    def __str__(self) -> str:
        return f"{self.agenda_id}: {self.eenheid}"
