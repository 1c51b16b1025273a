"""A zaakregister outside the transaction of the aanvraag, that is out of order while a file says so.

It keeps its zaken in the same database, but commits each by itself: a process that dies between the zaak and
what we note of it leaves the one without the other, as with a register elsewhere.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from eloket.zaken.backends.base import NieuweZaak, RegisterUnavailable, Zaak
from eloket.zaken.backends.database import DatabaseBackend


class VerRegister(DatabaseBackend):
    """`OPTIONS["weg"]`: the file that is there as long as the register is not."""

    in_transaction = False

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.weg = Path(options["weg"])

    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        self.check()
        with transaction.atomic(durable=True):
            return super().create_zaak(nieuw, now=now)

    def check(self) -> None:
        if self.weg.exists():
            raise RegisterUnavailable("geen antwoord binnen 10 seconden")
