"""The port of the zaakregister: its dataclasses, its errors and what a register can do."""

from eloket.zaken.backends.base.catalogus import Resultaattype, Statustype, Tekst, Zaaktype
from eloket.zaken.backends.base.fouten import (
    DocumentNotFound,
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    StatusChanged,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.base.nieuw import (
    IDENTIFICATIE_LENGTE,
    OMSCHRIJVING_LENGTE,
    TOELICHTING_LENGTE,
    Medewerker,
    NieuwDocument,
    NieuweStatus,
    NieuweZaak,
)
from eloket.zaken.backends.base.poort import Behandelend, Controlerend, Documenterend, ZaakBackend
from eloket.zaken.backends.base.zaak import Betrokkene, Document, Dossier, Pagina, Resultaat, Status, Zaak

__all__ = [
    "IDENTIFICATIE_LENGTE",
    "OMSCHRIJVING_LENGTE",
    "TOELICHTING_LENGTE",
    "Behandelend",
    "Betrokkene",
    "Controlerend",
    "Document",
    "DocumentNotFound",
    "Documenterend",
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
    "Zaak",
    "ZaakBackend",
    "ZaakNotFound",
    "ZaakRejected",
    "Zaaktype",
]
