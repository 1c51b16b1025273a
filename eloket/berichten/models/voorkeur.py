"""How a person who logs in wants to hear from us."""

import uuid

from django.db import models

from eloket.berichten.soorten import Aard
from eloket.lib.versleuteld import EncryptedTextField


class Voorkeur(models.Model):
    """The address for messages, and what is mailed. One row a person, by the keyed hash of who that is.

    `adres` is there only when its owner typed over our code. `werkt_niet_sinds`: mail came back.
    """

    persoon = models.CharField(max_length=64, unique=True)
    adres = EncryptedTextField(blank=True, default="")
    adres_sleutel = models.CharField(max_length=64, blank=True, db_index=True)
    bevestigd_at = models.DateTimeField(null=True, blank=True)
    werkt_niet_sinds = models.DateTimeField(null=True, blank=True)
    nieuws = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "voorkeur"
        verbose_name_plural = "voorkeuren"

    def __str__(self) -> str:
        return str(self.pk)


class Toestemming(models.Model):
    """Somebody agreed, or no longer, to get one kind of formal message digitally. Rows are only added.

    `versie`: which words they agreed to (`toestemmingen.VERSIES`).
    """

    persoon = models.CharField(max_length=64, db_index=True)
    aard = models.CharField(max_length=10, choices=Aard)
    gegeven = models.BooleanField()
    versie = models.CharField(max_length=10)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"

    def __str__(self) -> str:
        return f"{self.aard} {self.at:%Y-%m-%d}"


class Adrescode(models.Model):
    """A code of six digits that went to an address. Address and code stand as keyed hashes.

    `adres` in clear (encrypted) is what becomes the address once the code is typed over.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    persoon = models.CharField(max_length=64, db_index=True)
    adres = EncryptedTextField()
    adres_sleutel = models.CharField(max_length=64, db_index=True)
    code = models.CharField(max_length=64)
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_index=True)
    expires_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "adrescode"
        verbose_name_plural = "adrescodes"

    def __str__(self) -> str:
        return str(self.uuid)
