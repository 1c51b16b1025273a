"""What afspraken keeps: what one can come for, where and when that can be, and who comes."""

from eloket.afspraken.models.afspraak import (
    Aanmeldkanaal,
    Afspraak,
    AfspraakQuerySet,
    Afspraakregel,
    AfspraakStatus,
    Bevestiging,
    Voorval,
)
from eloket.afspraken.models.bijlage import Afspraakbijlage
from eloket.afspraken.models.cijfers import EersteMogelijkheid
from eloket.afspraken.models.plaats import Afspraaklocatie, Agenda, Vaardigheid
from eloket.afspraken.models.reservering import Claim, Deel, Reservering, ReserveringStatus
from eloket.afspraken.models.soort import Afspraaksoort, Doelgroep, Kanaal
from eloket.afspraken.models.tijden import Doel, Effect, Openingsregel, Uitzondering

__all__ = [
    "Aanmeldkanaal",
    "Afspraak",
    "AfspraakQuerySet",
    "AfspraakStatus",
    "Afspraakbijlage",
    "Afspraaklocatie",
    "Afspraakregel",
    "Afspraaksoort",
    "Agenda",
    "Bevestiging",
    "Claim",
    "Deel",
    "Doel",
    "Doelgroep",
    "EersteMogelijkheid",
    "Effect",
    "Kanaal",
    "Openingsregel",
    "Reservering",
    "ReserveringStatus",
    "Uitzondering",
    "Vaardigheid",
    "Voorval",
]
