"""Drawings and papers that somebody sends before a visit."""

from django.db import models

from eloket.afspraken.models.afspraak import Afspraak


class Afspraakbijlage(models.Model):
    """A file of `bestanden`, by its id, with the name that its sender gave it."""

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="bijlagen")
    bestand = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return str(self.bestand)
