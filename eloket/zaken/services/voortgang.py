"""How far a zaak came that is being opened in a register elsewhere, kept in our own database."""

from datetime import datetime

from eloket.zaken.backends.base import Voortgang
from eloket.zaken.models import Openingsstap


class Onthouden(Voortgang):
    """Outlives the process. Each step is committed by itself: no transaction is open around a register."""

    def __init__(self, identificatie: str, *, now: datetime) -> None:
        self._rows = Openingsstap.objects.filter(identificatie=identificatie)
        super().__init__(dict(self._rows.values_list("stap", "uitkomst")))
        self._identificatie, self._now = identificatie, now

    def note(self, stap: str, uitkomst: str) -> None:
        super().note(stap, uitkomst)
        Openingsstap.objects.update_or_create(
            identificatie=self._identificatie,
            stap=stap,
            defaults={"uitkomst": uitkomst, "gezet_at": self._now},
        )

    def forget(self) -> None:
        super().forget()
        self._rows.all().delete()
