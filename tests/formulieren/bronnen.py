"""Forms whose answers are known already, and sources that are counted or out of order."""

from collections.abc import Collection
from typing import Any

from eloket.lib.partij import Bsn, Kvk
from eloket.personen.backends.base import Bedrijf, BronUnavailable, Gegeven, Persoon
from eloket.personen.backends.demo import DemoBedrijven, DemoPersonen

ASKED: list[str] = []  # who was asked about, in this test
BROKEN: list[bool] = []  # not empty: the sources are out of order


class TelPersonen(DemoPersonen):
    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> Persoon:
        ASKED.append(bsn.nummer)
        if BROKEN:
            raise BronUnavailable("geen antwoord")
        return super().get_persoon(bsn, gegevens=gegevens)


class TelBedrijven(DemoBedrijven):
    def get_bedrijf(self, kvk: Kvk) -> Bedrijf:
        ASKED.append(kvk.nummer)
        if BROKEN:
            raise BronUnavailable("geen antwoord")
        return super().get_bedrijf(kvk)


SETTING = {
    "brp": {"BACKEND": "tests.formulieren.bronnen.TelPersonen", "OPTIONS": {}},
    "kvk": {"BACKEND": "tests.formulieren.bronnen.TelBedrijven", "OPTIONS": {}},
}


def veld(soort: str, sleutel: str, bron: str = "", *, vast: bool = False, **more: Any) -> dict[str, Any]:
    """A question that a source answers."""
    instellingen = {**({"bron": bron} if bron else {}), **({"bron_wijzigen": "nee"} if vast else {})}
    return {
        "soort": soort,
        "sleutel": sleutel,
        "label": {"nl": sleutel.capitalize()},
        "instellingen": instellingen,
        **more,
    }


def stap(sleutel: str, *velden: dict[str, Any]) -> dict[str, Any]:
    return {"sleutel": sleutel, "titel": {"nl": sleutel.capitalize()}, "velden": list(velden)}
