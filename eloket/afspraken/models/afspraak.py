"""An afspraak as its people know it, whichever system keeps the time."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.models.plaats import Afspraaklocatie
from eloket.afspraken.models.soort import Afspraaksoort, Doelgroep, Kanaal
from eloket.lib.partij import Identificerend, eigen_sleutels, zoeksleutels
from eloket.lib.versleuteld import EncryptedJSONField


class AfspraakStatus(models.TextChoices):
    GEBOEKT = "geboekt", _("geboekt")
    AANGEKOMEN = "aangekomen", _("aangekomen")
    GEHOLPEN = "geholpen", _("geholpen")
    NIET_VERSCHENEN = "niet_verschenen", _("niet verschenen")
    GEANNULEERD = "geannuleerd", _("geannuleerd")


class Aanmeldkanaal(models.TextChoices):
    """By which way it was made."""

    ONLINE = "online", _("online")
    BALIE = "balie", _("aan de balie")
    TELEFOON = "telefoon", _("aan de telefoon")


class Bevestiging(models.TextChoices):
    """How somebody hears of it."""

    EMAIL = "email", _("e-mail")
    BRIEF = "brief", _("brief")
    GEEN = "geen", _("geen")


class AfspraakQuerySet(models.QuerySet["Afspraak"]):
    def visible_to(self, wie: Identificerend) -> "AfspraakQuerySet":
        """What is of this person or vestiging, or was made by them for somebody else."""
        sleutels = eigen_sleutels(wie)
        return self.filter(Q(belanghebbende_sleutel__in=sleutels) | Q(handelende_sleutel__in=sleutels))

    def made_for(self, persoon: Identificerend, *, door: Identificerend) -> "AfspraakQuerySet":
        """What `door` made for this person, and nothing else of either."""
        return self.filter(
            belanghebbende_sleutel__in=zoeksleutels(persoon), handelende_sleutel__in=zoeksleutels(door)
        )

    def standing(self) -> "AfspraakQuerySet":
        """What is not cancelled."""
        return self.exclude(status=AfspraakStatus.GEANNULEERD)


class Afspraak(models.Model):
    """Who comes, for what, when and where.

    `boeking` is the key of `locatie.systeem` for it. `versie` counts its changes (SEQUENCE of the calendar),
    `link_versie` its links: one more makes old links dead. `contact`, `bedrijf` and `bezoekers` are emptied
    some days after the visit; `gewist` says so. `verzoek` is one for each form that was shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referentie = models.CharField(max_length=8, unique=True)
    status = models.CharField(max_length=16, choices=AfspraakStatus.choices, default=AfspraakStatus.GEBOEKT)
    locatie = models.ForeignKey(Afspraaklocatie, on_delete=models.PROTECT, related_name="afspraken")
    kanaal = models.CharField(max_length=12, choices=Kanaal.choices)
    begin = models.DateTimeField(db_index=True)
    eind = models.DateTimeField()
    agenda_naam = models.CharField(max_length=80, blank=True)  # of whom somebody chose by name
    boeking = models.CharField(max_length=80)
    versie = models.PositiveIntegerField(default=0)
    link_versie = models.PositiveIntegerField(default=0)
    taal = models.CharField(max_length=8, default="nl")

    doelgroep = models.CharField(max_length=12, choices=Doelgroep.choices, default=Doelgroep.INWONER)
    contact = EncryptedJSONField(null=True)  # naam, email, telefoon, hulp, opmerking, adres
    bedrijf = EncryptedJSONField(null=True)  # kvk, vestiging, naam, adres, onderwerp, namens
    bezoekers = EncryptedJSONField(null=True)  # [{naam, email}]
    email_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    telefoon_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    belanghebbende = EncryptedJSONField(null=True)
    belanghebbende_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    handelende = EncryptedJSONField(null=True)
    handelende_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    gewist = models.DateTimeField(null=True)

    aanmeldkanaal = models.CharField(
        max_length=12, choices=Aanmeldkanaal.choices, default=Aanmeldkanaal.ONLINE
    )
    bevestiging = models.CharField(max_length=8, choices=Bevestiging.choices, default=Bevestiging.EMAIL)
    medewerker = models.CharField(max_length=150, blank=True)  # the login name of who made it for somebody
    zaak = models.CharField(max_length=40, blank=True, db_index=True)
    verzoek = models.CharField(max_length=64, unique=True)
    gemaakt = models.DateTimeField()
    geannuleerd = models.DateTimeField(null=True)
    aangekomen = models.DateTimeField(null=True)
    afgerond = models.DateTimeField(null=True)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ("begin", "pk")
        indexes = [
            models.Index(fields=["locatie", "begin"], name="afspraak_locatie_begin"),
            models.Index(fields=["boeking"], name="afspraak_boeking"),
        ]

    def __str__(self) -> str:
        return self.referentie


class Afspraakregel(models.Model):
    """One of the things that somebody comes for, and with how many."""

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="regels")
    soort = models.ForeignKey(Afspraaksoort, on_delete=models.PROTECT, related_name="+")
    personen = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.soort_id} × {self.personen}"


class Voorval(models.Model):
    """What happened to an afspraak: only ever added. Holds no personal data of who comes."""

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="voorvallen")
    op = models.DateTimeField()
    wat = models.CharField(max_length=20)  # "verzet", or the AfspraakStatus that it got
    door = models.CharField(max_length=150, blank=True)  # an employee's login name; "" for who comes
    oud_begin = models.DateTimeField(null=True)
    nieuw_begin = models.DateTimeField(null=True)

    class Meta:
        ordering = ("op", "pk")

    def __str__(self) -> str:
        return f"{self.wat} {self.op:%Y-%m-%d %H:%M}"
