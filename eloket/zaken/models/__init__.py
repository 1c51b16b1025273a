"""Tables of the built-in register: the catalogus (zaaktype) and what happens (zaak)."""

from eloket.zaken.models.document import Document
from eloket.zaken.models.nieuws import GevolgdeZaak, GezienNieuws, Nieuwssoort, Nieuwsstand
from eloket.zaken.models.onderdelen import (
    Besluittype,
    Eigenschapnaam,
    Informatieobjecttype,
    Resultaattype,
    Roltype,
    Statustype,
)
from eloket.zaken.models.opening import Openingsstap
from eloket.zaken.models.sjabloon import Tekstsjabloon
from eloket.zaken.models.team import Team, Zaaktyperol
from eloket.zaken.models.verloop import Besluit, Notitie, Opschorting, Verlenging
from eloket.zaken.models.vernieuwd import Vernieuwd
from eloket.zaken.models.verzoek import Verzoek
from eloket.zaken.models.werk import Aanwezigheid, Raadpleging, Toewijzing
from eloket.zaken.models.zaak import Eigenschap, Rol, Status, UitgegevenNummer, Zaak, Zaakrelatie
from eloket.zaken.models.zaaktype import Catalogus, Zaaktype

__all__ = [
    "Aanwezigheid",
    "Besluit",
    "Besluittype",
    "Catalogus",
    "Document",
    "Eigenschap",
    "Eigenschapnaam",
    "GevolgdeZaak",
    "GezienNieuws",
    "Informatieobjecttype",
    "Nieuwssoort",
    "Nieuwsstand",
    "Notitie",
    "Openingsstap",
    "Opschorting",
    "Raadpleging",
    "Resultaattype",
    "Rol",
    "Roltype",
    "Status",
    "Statustype",
    "Team",
    "Tekstsjabloon",
    "Toewijzing",
    "UitgegevenNummer",
    "Verlenging",
    "Vernieuwd",
    "Verzoek",
    "Zaak",
    "Zaakrelatie",
    "Zaaktype",
    "Zaaktyperol",
]
