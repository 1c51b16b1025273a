"""Fill the demo gemeente. Every part does nothing the second time, so an edited page stays edited."""

from datetime import datetime

from eloket.demo.afspraken import load_afspraken
from eloket.demo.catalogus import load_catalogus
from eloket.demo.formulieren import load_formulieren
from eloket.demo.locaties import load_locaties
from eloket.demo.personen import load_medewerkers
from eloket.demo.uitgifte import load_uitgifte
from eloket.demo.zaakteksten import load_zaakteksten
from eloket.demo.zaaktypen import load_zaaktypen
from eloket.demo.zaken import load_zaken


def load(*, now: datetime) -> None:
    """Zaaktypen, catalogue, forms, people and agendas of Rietwaard (fictief), each after its needs."""
    load_zaaktypen()
    load_zaakteksten()
    load_zaken(now)
    load_catalogus(now)
    load_formulieren(now)  # those of a catalogue that was filled before they were there
    load_uitgifte()
    load_locaties()
    load_medewerkers(now)
    load_afspraken(now)  # with the desks of these employees, at these addresses
