import uuid

from django.db import models


class Staat(models.TextChoices):
    """Only what is `schoon` is ever given to anybody. A file that is still coming in has no row yet."""

    SCHOON = "schoon", "schoon"
    WACHT = "wacht", "wacht"  # on a scanner that did not answer
    GEWEIGERD = "geweigerd", "geweigerd"  # later, by that scanner: the row stays to tell, the bytes are gone


class Bestand(models.Model):
    """What we know of one kept file. Its bytes stand encrypted in STORAGES["bestanden"] under `pad`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=255)
    mimetype = models.CharField(max_length=100)
    grootte = models.PositiveBigIntegerField()  # bytes, before encryption
    sha256 = models.CharField(max_length=64)  # of the bytes before encryption
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.SCHOON, db_default="schoon")
    created_at = models.DateTimeField()
    # Set when the file must go: the row stays until the bytes are really gone.
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def pad(self) -> str:
        """Where the bytes stand in the storage. Holds nothing of the name that a person gave."""
        return f"{self.pk.hex[:2]}/{self.pk.hex}"


def read_uuid(id: str) -> uuid.UUID | None:
    """The id as a uuid; None for what is none."""
    try:
        return uuid.UUID(str(id))
    except ValueError:
        return None
