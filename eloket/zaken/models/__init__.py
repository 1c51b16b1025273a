"""Tables of the built-in register: the catalogus (zaaktype) and what happens (zaak)."""

from eloket.zaken.models.document import Document
from eloket.zaken.models.zaak import Eigenschap, Rol, Status, UitgegevenNummer, Zaak
from eloket.zaken.models.zaaktype import (
    Eigenschapnaam,
    Informatieobjecttype,
    Resultaattype,
    Statustype,
    Zaaktype,
)

__all__ = [
    "Document",
    "Eigenschap",
    "Eigenschapnaam",
    "Informatieobjecttype",
    "Resultaattype",
    "Rol",
    "Status",
    "Statustype",
    "UitgegevenNummer",
    "Zaak",
    "Zaaktype",
]
