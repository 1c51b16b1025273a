"""Registers of vehicles: that of the demo, and none at all."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from eloket.lib.partij import Bsn, Kvk, Partij
from eloket.uitgifte.backends.base import Kentekenregister
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling

BESTAND = Path(__file__).with_name("kentekens.json")


class GeenKentekens(Kentekenregister):
    """Knows nothing, so that an employee looks at every kenteken."""

    def get_tenaamstelling(self, kenteken: str, *, van: Partij) -> Tenaamstelling:
        return Tenaamstelling.ONBEKEND


class DemoKentekens(Kentekenregister):
    """The vehicles of Rietwaard (fictief), from a file; option `BESTAND`: another one."""

    @cached_property
    def data(self) -> Mapping[str, Mapping[str, str]]:
        data: dict[str, dict[str, str]] = json.loads(
            Path(self.options.get("BESTAND", BESTAND)).read_text(encoding="utf-8")
        )
        return data

    def get_tenaamstelling(self, kenteken: str, *, van: Partij) -> Tenaamstelling:
        known = self.data.get(kenteken)
        number = van.nummer if isinstance(van, Bsn | Kvk) else ""
        if known is None or not number:
            return Tenaamstelling.ONBEKEND
        if known.get("van") == number:
            return Tenaamstelling.EIGEN
        return Tenaamstelling.LEASE if known.get("lease_van") == number else Tenaamstelling.ANDER
