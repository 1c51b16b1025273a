"""What somebody sent."""

import uuid
from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import get_default_timezone

from eloket.lib.partij import Identificerend, eigen_sleutels, zoeksleutels
from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField


class Status(models.TextChoices):
    INGEDIEND = "ingediend", "ingediend"
    GEREGISTREERD = "geregistreerd", "geregistreerd"


class AanvraagQuerySet(models.QuerySet["Aanvraag"]):
    def visible_to(self, persoon: Identificerend) -> "AanvraagQuerySet":
        """What this person sent, or what somebody sent for them."""
        return self.filter(_of_persoon(persoon))

    def sent_for(self, persoon: Identificerend, *, door: Identificerend) -> "AanvraagQuerySet":
        """What `door` sent for this person, and nothing else of either."""
        return self.filter(
            belanghebbende_sleutel__in=zoeksleutels(persoon), handelende_sleutel__in=zoeksleutels(door)
        )

    def owned_by(self, eigenaar: Sequence[str], *, persoon: Identificerend | None) -> "AanvraagQuerySet":
        """What was sent under one of these keys; and for a `persoon`, all that is visible to them."""
        mine = Q(eigenaar__in=eigenaar)
        return self.filter(mine | _of_persoon(persoon) if persoon else mine)


def _of_persoon(persoon: Identificerend) -> Q:
    sleutels = eigen_sleutels(persoon)
    return Q(belanghebbende_sleutel__in=sleutels) | Q(handelende_sleutel__in=sleutels)


class Aanvraag(models.Model):
    """An aanvraag as it was sent. Has the uuid of its draft, so that one draft gives one aanvraag at most."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identificatie = models.CharField(max_length=40, unique=True)
    versie = models.ForeignKey(
        "formulieren.FormulierVersie", on_delete=models.PROTECT, related_name="aanvragen"
    )
    antwoorden = EncryptedJSONField()
    eigenaar = models.CharField(max_length=64, db_index=True)
    belanghebbende = EncryptedJSONField(null=True)
    belanghebbende_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    handelende = EncryptedJSONField(null=True)
    handelende_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    niveau = models.PositiveSmallIntegerField(default=0)
    machtiging = models.CharField(max_length=200, blank=True)
    middel = models.CharField(max_length=12, blank=True)  # with what they logged in
    hoedanigheid = models.CharField(max_length=20, blank=True)  # lib.hoedanigheid, of the handelende
    zelf_verklaard = models.BooleanField(default=False)  # that they act for somebody: nobody vouched for it
    namen = EncryptedJSONField(null=True)  # "belanghebbende" and "handelende", as far as they are known
    kanaal = models.CharField(max_length=20, default="website")
    medewerker = models.ForeignKey(  # who filled it in for somebody else
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ontvangen_op = models.DateField(null=True, blank=True)  # by post or otherwise, before it was filled in
    waarvoor = models.CharField(max_length=20, blank=True)  # definitie.Waarvoor, "" for an aanvraag
    betreft_zaak = models.CharField(max_length=40, blank=True, db_index=True)
    betreft_besluit = models.CharField(max_length=50, blank=True)
    betreft = EncryptedJSONField(null=True)  # what it is about, as the draft had it
    taal = models.CharField(max_length=10, default="nl")
    email = EncryptedTextField(blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.INGEDIEND)
    ingediend_at = models.DateTimeField()
    geregistreerd_at = models.DateTimeField(null=True, blank=True)
    zaak_id = models.CharField(max_length=100, blank=True)  # the register's own; no foreign key
    uiterlijk_op = models.DateField(null=True, blank=True)  # what the register said when it took the zaak
    kopie = models.CharField(max_length=40, blank=True)  # id of the PDF in bestanden
    kopie_bezorgd_at = models.DateTimeField(null=True)  # when a register elsewhere took the copy
    compleet_at = models.DateTimeField(null=True)  # when a register elsewhere was told that it is complete
    gewist_at = models.DateTimeField(null=True)  # since then it says no more who it was and what they sent

    objects = AanvraagQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ["-ingediend_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="geregistreerd") | ~Q(zaak_id=""),
                name="formulieren_geregistreerd_heeft_zaak",
            ),
        ]

    def __str__(self) -> str:
        return self.identificatie

    @property
    def dag_van_ontvangst(self) -> date:
        """When the gemeente got it: on paper or by telephone, or else when it was sent. Awb art. 4:13."""
        return self.ontvangen_op or self.ingediend_at.astimezone(get_default_timezone()).date()

    @property
    def registernummer(self) -> str:
        """The number of the register itself, where it refused ours; "" as there is one number elsewhere."""
        return self.zaak_id if self.zaak_id != self.identificatie else ""
