"""Tables of the built-in register: the catalogus (zaaktype) and what happens (zaak)."""

from eloket.zaken.models.document import Document
from eloket.zaken.models.onderdelen import (
    Besluittype,
    Eigenschapnaam,
    Informatieobjecttype,
    Resultaattype,
    Roltype,
    Statustype,
)
from eloket.zaken.models.verloop import Besluit, Notitie, Opschorting, Verlenging
from eloket.zaken.models.verzoek import Verzoek
from eloket.zaken.models.zaak import Eigenschap, Rol, Status, UitgegevenNummer, Zaak, Zaakrelatie
from eloket.zaken.models.zaaktype import Catalogus, Zaaktype

__all__ = [
    "Besluit",
    "Besluittype",
    "Catalogus",
    "Document",
    "Eigenschap",
    "Eigenschapnaam",
    "Informatieobjecttype",
    "Notitie",
    "Opschorting",
    "Resultaattype",
    "Rol",
    "Roltype",
    "Status",
    "Statustype",
    "UitgegevenNummer",
    "Verlenging",
    "Verzoek",
    "Zaak",
    "Zaakrelatie",
    "Zaaktype",
]
