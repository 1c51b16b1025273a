"""The door of the zaakregister, whichever register that is.

Every call may raise `RegisterUnavailable` or `RegisterMisconfigured`; a screen says so and never shows an
empty list instead.
"""

from eloket.zaken.backends.base import (
    Betrokkene,
    Document,
    DocumentNotFound,
    Dossier,
    Medewerker,
    NieuwDocument,
    NieuweStatus,
    NieuweZaak,
    Pagina,
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    Resultaat,
    Resultaattype,
    Status,
    StatusChanged,
    Statustype,
    Tekst,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
    Zaaktype,
)
from eloket.zaken.regels import DEFAULT_ZAAKTYPE
from eloket.zaken.services.behandelen import (
    can_check,
    get_dossier,
    handles_zaken,
    list_statusnamen,
    list_werkvoorraad,
    open_document,
    set_controle,
    set_status,
)
from eloket.zaken.services.catalogus import find_missing, get_zaaktype, list_zaaktypen
from eloket.zaken.services.lezen import check_register, get_zaak, list_zaken
from eloket.zaken.services.openen import add_document, create_zaak, mint_identificatie, takes_documents
from eloket.zaken.services.termijnen import GEEN_UITLEG, Uitleg, Uitlegstap, Zaakuitleg, explain_zaak
from eloket.zaken.services.transactie import registers_in_transaction

__all__ = [
    "DEFAULT_ZAAKTYPE",
    "GEEN_UITLEG",
    "Betrokkene",
    "Document",
    "DocumentNotFound",
    "Dossier",
    "Medewerker",
    "NieuwDocument",
    "NieuweStatus",
    "NieuweZaak",
    "Pagina",
    "RegisterError",
    "RegisterMisconfigured",
    "RegisterUnavailable",
    "Resultaat",
    "Resultaattype",
    "Status",
    "StatusChanged",
    "Statustype",
    "Tekst",
    "Uitleg",
    "Uitlegstap",
    "Zaak",
    "ZaakNotFound",
    "ZaakRejected",
    "Zaaktype",
    "Zaakuitleg",
    "add_document",
    "can_check",
    "check_register",
    "create_zaak",
    "explain_zaak",
    "find_missing",
    "get_dossier",
    "get_zaak",
    "get_zaaktype",
    "handles_zaken",
    "list_statusnamen",
    "list_werkvoorraad",
    "list_zaaktypen",
    "list_zaken",
    "mint_identificatie",
    "open_document",
    "registers_in_transaction",
    "set_controle",
    "set_status",
    "takes_documents",
]
