"""The tables of berichten, one subject a file."""

from eloket.berichten.models.bericht import Bericht, BerichtQuerySet, Kanaal, Status
from eloket.berichten.models.brieftaak import Brieftaak, Reden
from eloket.berichten.models.grootboek import Feit, Regel
from eloket.berichten.models.sjabloon import Berichtsjabloon
from eloket.berichten.models.voorkeur import Adrescode, Toestemming, Voorkeur

__all__ = [
    "Adrescode",
    "Bericht",
    "BerichtQuerySet",
    "Berichtsjabloon",
    "Brieftaak",
    "Feit",
    "Kanaal",
    "Reden",
    "Regel",
    "Status",
    "Toestemming",
    "Voorkeur",
]
