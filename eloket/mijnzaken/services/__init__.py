"""What Mijn zaken shows: the register's zaken and, before those, what the register has not taken yet."""

from eloket.mijnzaken.services.afspraken import Afspraakpunt, Afspraken, list_afspraken
from eloket.mijnzaken.services.doen import TeLaat, get_acties, get_te_laat
from eloket.mijnzaken.services.dossier import Dossier, NotMine, get_dossier, open_own_document
from eloket.mijnzaken.services.inzenden import list_onderweg
from eloket.mijnzaken.services.inzender import make_inzender
from eloket.mijnzaken.services.overzicht import Overzicht, get_overzicht
from eloket.mijnzaken.services.producten import Producten, get_mijn_product, list_mijn_producten
from eloket.mijnzaken.services.waarom import Bezwaar, Waarom, get_waarom

__all__ = [
    "Afspraakpunt",
    "Afspraken",
    "Bezwaar",
    "Dossier",
    "NotMine",
    "Overzicht",
    "Producten",
    "TeLaat",
    "Waarom",
    "get_acties",
    "get_dossier",
    "get_mijn_product",
    "get_overzicht",
    "get_te_laat",
    "get_waarom",
    "list_afspraken",
    "list_mijn_producten",
    "list_onderweg",
    "make_inzender",
    "open_own_document",
]
