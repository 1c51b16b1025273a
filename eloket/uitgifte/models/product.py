"""A product as it was handed over."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eloket.lib.partij import Identificerend, Partij, eigen_sleutels, from_dict
from eloket.lib.versleuteld import EncryptedJSONField, EncryptedTextField
from eloket.uitgifte.models.soort import Productsoort
from eloket.uitgifte.regels.code import mint_code
from eloket.uitgifte.regels.geldigheid import renewable_until
from eloket.uitgifte.regels.status import LEVEND, Productstatus, Stand

if TYPE_CHECKING:
    from datetime import datetime


class ProductQuerySet(models.QuerySet["UitgegevenProduct"]):
    def visible_to(self, wie: Identificerend) -> "ProductQuerySet":
        """What was handed over to this person or vestiging; a concept is nobody's yet."""
        return self.filter(houder_sleutel__in=eigen_sleutels(wie)).exclude(status=Productstatus.CONCEPT)

    def due(self, now: "datetime") -> "ProductQuerySet":
        """What is over, and does not say so yet."""
        return self.filter(status__in=LEVEND, geldig_tot__lte=now)

    def alive(self, now: "datetime") -> "ProductQuerySet":
        """What was handed over and is not over, also when it is suspended or begins later."""
        return self.filter(Q(geldig_tot=None) | Q(geldig_tot__gt=now), status__in=LEVEND)

    def to_remind(self, soort: Productsoort, now: "datetime") -> "ProductQuerySet":
        """What ends within the window in which this soort can be renewed, and of which nobody was told."""
        until = renewable_until(now, dagen=soort.verlengen_dagen)
        ends_soon = self.filter(soort=soort, geldig_tot__gt=now, geldig_tot__lte=until)
        return ends_soon.filter(status=Productstatus.UITGEGEVEN, geldig_vanaf__lte=now, herinnerd=None)

    def worth(self, stand: Stand, *, now: "datetime") -> "ProductQuerySet":
        """What `read_stand` says is `stand` now."""
        running = Q(geldig_tot=None) | Q(geldig_tot__gt=now)
        begun = Q(geldig_vanaf__lte=now)
        found = {
            Stand.GELDIG: running & begun & Q(status=Productstatus.UITGEGEVEN),
            Stand.STRAKS: running & ~begun & Q(status=Productstatus.UITGEGEVEN),
            Stand.GESCHORST: running & Q(status=Productstatus.GESCHORST),
            Stand.VERLOPEN: Q(status=Productstatus.VERLOPEN) | Q(status__in=LEVEND, geldig_tot__lte=now),
        }
        return self.filter(found.get(stand, Q(status=stand.value)))


class UitgegevenProduct(models.Model):
    """Whose it is, what it says, from when until when it holds, and what was done with it.

    `claims` is the one source of what it says; `object_sleutel` and `naam_sleutel` (keyed hashes of a
    kenteken and of a whole name) and `gebied` (zone) are made of it to search by; `adres_sleutel` is that of
    the address at which it counts. `geldig_tot` is the first moment that it no longer holds. `verzoek` is one
    for each thing that is asked: asked twice it is one product. The status changes by compare-and-set only.
    `email`: the address that was given when it was asked, "" for none. `herinnerd`: when its holder was told
    that it ends soon. `adres_gezien`: when we last looked where they live.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=16, unique=True, default=mint_code, editable=False)
    soort = models.ForeignKey(Productsoort, on_delete=models.PROTECT, related_name="producten")
    status = models.CharField(
        max_length=12, choices=Productstatus.choices, default=Productstatus.CONCEPT, db_index=True
    )
    houder = EncryptedJSONField()
    houder_sleutel = models.CharField(max_length=64, db_index=True)
    email = EncryptedTextField(blank=True)
    claimtype = models.CharField(max_length=100)
    claims = EncryptedJSONField()
    object_sleutel = models.CharField(max_length=64, blank=True)
    naam_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    gebied = models.CharField(max_length=20, blank=True)
    adres_sleutel = models.CharField(max_length=64, blank=True)
    geldig_vanaf = models.DateTimeField()
    geldig_tot = models.DateTimeField(null=True)
    status_sinds = models.DateTimeField()
    gemaakt = models.DateTimeField()
    uitgegeven = models.DateTimeField(null=True)
    taal = models.CharField(max_length=8, default="nl")
    aanvraag = models.CharField(max_length=64, blank=True, db_index=True)
    zaak = models.CharField(max_length=40, blank=True, db_index=True)
    verzoek = models.CharField(max_length=120, unique=True)
    herinnerd = models.DateTimeField(null=True)
    adres_gezien = models.DateTimeField(null=True)
    vervangt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="vervangen_door"
    )

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitgegeven product")
        verbose_name_plural = _("uitgegeven producten")
        ordering = ("-gemaakt", "pk")
        permissions = [
            ("export_uitgegevenproduct", _("Mag een lijst van uitgegeven producten meenemen")),
            ("approve_intrekking", _("Mag een voorstel om in te trekken goedkeuren")),
        ]
        indexes = [
            models.Index(fields=["object_sleutel", "gebied", "status"], name="uitgifte_object"),
            models.Index(fields=["status", "geldig_tot"], name="uitgifte_einde"),
            models.Index(fields=["adres_sleutel", "soort", "status"], name="uitgifte_adres"),
            # The list of the back office, page by page.
            models.Index(fields=["soort", "-gemaakt", "-id"], name="uitgifte_lijst"),
            models.Index(fields=["soort", "status", "-gemaakt", "-id"], name="uitgifte_lijst_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_vanaf")), name="uitgifte_term"
            ),
            models.CheckConstraint(
                condition=Q(status="concept", uitgegeven=None) | ~Q(status="concept") & ~Q(uitgegeven=None),
                name="uitgifte_concept_niet_uitgegeven",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def partij(self) -> Partij:
        """Whose it is."""
        return from_dict(self.houder)
