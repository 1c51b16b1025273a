"""What an entry for somebody's own calendar says."""

from dataclasses import dataclass
from datetime import datetime

MIMETYPE = "text/calendar"


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """`volgnummer` counts the changes. `url`: the page to manage it, "" for who may only come."""

    referentie: str
    nummer: str  # the same, as people write it
    begin: datetime
    eind: datetime
    volgnummer: int
    geannuleerd: bool
    gemeente: str
    plaats: str
    meenemen: str = ""
    url: str = ""
    taal: str = "nl"


def name_agendabestand(nummer: str) -> str:
    """What the file is called."""
    return f"afspraak-{nummer}.ics"
