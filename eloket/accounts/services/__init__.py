"""The door of accounts: who is this, at which level, in which role, and where do they log in."""

from eloket.accounts.groepen import grant_rechten
from eloket.accounts.identiteit import Identiteit
from eloket.accounts.niveau import Niveau, asks_login
from eloket.accounts.rollen import Rol
from eloket.accounts.services.burgers import (
    BURGER_MIDDELEN,
    burger_required,
    get_identiteit,
    login_url,
    seconds_left,
)
from eloket.accounts.services.medewerkers import (
    ensure_medewerker,
    get_medewerker,
    has_rol,
    list_adressen,
    rol_required,
)

__all__ = [
    "BURGER_MIDDELEN",
    "Identiteit",
    "Niveau",
    "Rol",
    "asks_login",
    "burger_required",
    "ensure_medewerker",
    "get_identiteit",
    "get_medewerker",
    "grant_rechten",
    "has_rol",
    "list_adressen",
    "login_url",
    "rol_required",
    "seconds_left",
]
