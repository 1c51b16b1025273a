"""The door of afspraken: what one can make an afspraak for, and whatever happens to one."""

from eloket.afspraken.backends.base import NietBereikbaar, TijdBezet
from eloket.afspraken.planner import (
    Aanvraaggegevens,
    Planner,
    Tijd,
    find_planner,
    get_planner,
    register_planner,
)
from eloket.afspraken.services.aanbod import (
    Afspraakaanbod,
    ensure_afspraaksoort,
    find_afspraaksoort,
    list_afspraaksoorten,
    list_codes,
)

__all__ = [
    "Aanvraaggegevens",
    "Afspraakaanbod",
    "NietBereikbaar",
    "Planner",
    "Tijd",
    "TijdBezet",
    "ensure_afspraaksoort",
    "find_afspraaksoort",
    "find_planner",
    "get_planner",
    "list_afspraaksoorten",
    "list_codes",
    "register_planner",
]
