"""The streets of Rietwaard (fictief): postcodes of 1234, which PostNL gives to nobody."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eloket.adressen.backends.base import Adres, AdresBackend

LIJST = Path(__file__).with_name("rietwaard.csv")


class DemoAdressen(AdresBackend):
    """A list in a file; option `LIJST`: another one."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        with Path(options.get("LIJST", LIJST)).open(encoding="utf-8", newline="") as file:
            self._adressen = [_to_adres(row) for row in csv.DictReader(file)]

    def list_adressen(self, *, postcode: str, huisnummer: int) -> list[Adres]:
        return [
            adres for adres in self._adressen if adres.postcode == postcode and adres.huisnummer == huisnummer
        ]


def _to_adres(row: Mapping[str, str]) -> Adres:
    return Adres(
        postcode=row["postcode"],
        huisnummer=int(row["huisnummer"]),
        toevoeging=row["toevoeging"],
        straat=row["straat"],
        woonplaats=row["woonplaats"],
        gemeente=row["gemeente"],
    )
