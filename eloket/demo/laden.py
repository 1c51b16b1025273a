"""Fill the demo gemeente. Every part does nothing the second time, so an edited page stays edited."""

from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from eloket.demo.catalogus import load_catalogus


def load(*, now: datetime) -> None:
    """Zaaktypen, forms, catalogue and people of Rietwaard (fictief), each leaning on the ones before."""
    for name, function in (("zaaktypen", "load_zaaktypen"), ("formulieren", "load_formulieren")):
        if find_spec(f"eloket.demo.{name}"):
            getattr(import_module(f"eloket.demo.{name}"), function)(now)
    load_catalogus(now)
    if find_spec("eloket.demo.personen"):
        import_module("eloket.demo.personen").load_medewerkers(now)
