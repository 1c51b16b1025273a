"""What the figures cannot read back later."""

from django.db import models

from eloket.afspraken.models.plaats import Afspraaklocatie
from eloket.afspraken.models.soort import Afspraaksoort


class EersteMogelijkheid(models.Model):
    """The first free moment for one person, as it was on a night; `begin` is empty when there was none."""

    dag = models.DateField()
    locatie = models.ForeignKey(Afspraaklocatie, on_delete=models.CASCADE, related_name="+")
    soort = models.ForeignKey(Afspraaksoort, on_delete=models.CASCADE, related_name="+")
    begin = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dag", "locatie", "soort"], name="eerste_mogelijkheid_eenmaal")
        ]

    def __str__(self) -> str:
        return f"{self.dag}: {self.begin}"
