"""The door of uitgifte: hand a product over, change what it is worth, and read it."""

from eloket.uitgifte.backends.base import ZegelError
from eloket.uitgifte.beslisregels import Antwoord, Bevinding, Uitslag, Zin
from eloket.uitgifte.claims import InvalidClaims
from eloket.uitgifte.models import Documentstatus, Hoedanigheid, Regeluitkomst, Uitkomst, Voorstelstatus
from eloket.uitgifte.regels.status import Productstatus, Stand
from eloket.uitgifte.services.aanbod import list_uitgifteformulieren
from eloket.uitgifte.services.bekendmaken import Bekendmaking, preview_bekendmaking
from eloket.uitgifte.services.beslissen import decide
from eloket.uitgifte.services.beslissingen import BeslissingInfo, get_beslissing
from eloket.uitgifte.services.besluit import settle_zaak
from eloket.uitgifte.services.controleren import Controle, check_code, check_sha256
from eloket.uitgifte.services.document import make_document
from eloket.uitgifte.services.documentstand import (
    Documentstand,
    get_documentstand,
    retry_document,
    serve_document,
)
from eloket.uitgifte.services.eigen import EigenProduct, Tegenbesluit, get_eigen_product
from eloket.uitgifte.services.gebreken import find_gone_vragen, find_lacking, find_unknown
from eloket.uitgifte.services.gegevens import (
    REGEL,
    Door,
    NieuwProduct,
    ProductChanged,
    ProductInfo,
    ProductNotFound,
    SoortNotFound,
    UitgifteError,
    WijzigingInfo,
)
from eloket.uitgifte.services.handhaving import (
    Parkeerrecht,
    check_parkeerrecht,
    is_sleutel,
    make_sleutel,
    revoke_sleutel,
)
from eloket.uitgifte.services.herinneren import remind_due
from eloket.uitgifte.services.herkeuring import ask_herkeuring, open_herkeuring
from eloket.uitgifte.services.houder import Mogelijk, NietMogelijk
from eloket.uitgifte.services.keuren import MedewerkerNodig
from eloket.uitgifte.services.lezen import get_product, list_producten, list_wijzigingen
from eloket.uitgifte.services.opruimen import purge_gegevens
from eloket.uitgifte.services.opzoeken import GEVONDEN, ZOEKTEKENS, find_producten
from eloket.uitgifte.services.overzicht import (
    GETELD,
    Productfilter,
    Productpagina,
    Soortnaam,
    count_producten,
    iterate_producten,
    list_pagina,
    list_soorten,
)
from eloket.uitgifte.services.raadplegen import (
    note_bekeken,
    note_document,
    note_gezocht,
    note_lijst,
    purge_raadplegingen,
)
from eloket.uitgifte.services.rijen import list_productrijen
from eloket.uitgifte.services.uitgeven import issue_product, prepare_product, replace_product
from eloket.uitgifte.services.verhuizen import check_adres, hear_verhuizing, is_verhuizing, plan_checks
from eloket.uitgifte.services.verlopen import expire_due
from eloket.uitgifte.services.vervangen import SameKenteken
from eloket.uitgifte.services.verzoeken import (
    Beslisuitleg,
    Productverzoek,
    explain_beslissen,
    open_verzoek,
    release_verzoek,
)
from eloket.uitgifte.services.voorstellen import (
    MAXIMUM,
    SamePerson,
    Voorstel,
    VoorstelNotFound,
    Voorstelproduct,
    VoorstelRefused,
    decide_voorstel,
    drop_voorstel,
    get_voorstel,
    list_voorstellen,
    list_voorstelproducten,
    propose_alles,
    propose_gekozen,
    withdraw_voorstel,
)
from eloket.uitgifte.services.vragen import Formulierkeuze, list_formulieren, provide_formulieren
from eloket.uitgifte.services.wijzigen import resume_product, suspend_product, withdraw_product
from eloket.uitgifte.services.zegelen import check_zegel, is_proefzegel, renew_zegel
from eloket.uitgifte.services.zelf import Zelf, change_own_kenteken, end_own, renew_own, show_new_term
from eloket.uitgifte.services.zones import find_zone

__all__ = [
    "GETELD",
    "GEVONDEN",
    "MAXIMUM",
    "REGEL",
    "ZOEKTEKENS",
    "Antwoord",
    "Bekendmaking",
    "BeslissingInfo",
    "Beslisuitleg",
    "Bevinding",
    "Controle",
    "Documentstand",
    "Documentstatus",
    "Door",
    "EigenProduct",
    "Formulierkeuze",
    "Hoedanigheid",
    "InvalidClaims",
    "MedewerkerNodig",
    "Mogelijk",
    "NietMogelijk",
    "NieuwProduct",
    "Parkeerrecht",
    "ProductChanged",
    "ProductInfo",
    "ProductNotFound",
    "Productfilter",
    "Productpagina",
    "Productstatus",
    "Productverzoek",
    "Regeluitkomst",
    "SameKenteken",
    "SamePerson",
    "SoortNotFound",
    "Soortnaam",
    "Stand",
    "Tegenbesluit",
    "UitgifteError",
    "Uitkomst",
    "Uitslag",
    "Voorstel",
    "VoorstelNotFound",
    "VoorstelRefused",
    "Voorstelproduct",
    "Voorstelstatus",
    "WijzigingInfo",
    "ZegelError",
    "Zelf",
    "Zin",
    "ask_herkeuring",
    "change_own_kenteken",
    "check_adres",
    "check_code",
    "check_parkeerrecht",
    "check_sha256",
    "check_zegel",
    "count_producten",
    "decide",
    "decide_voorstel",
    "drop_voorstel",
    "end_own",
    "expire_due",
    "explain_beslissen",
    "find_gone_vragen",
    "find_lacking",
    "find_producten",
    "find_unknown",
    "find_zone",
    "get_beslissing",
    "get_documentstand",
    "get_eigen_product",
    "get_product",
    "get_voorstel",
    "hear_verhuizing",
    "is_proefzegel",
    "is_sleutel",
    "is_verhuizing",
    "issue_product",
    "iterate_producten",
    "list_formulieren",
    "list_pagina",
    "list_producten",
    "list_productrijen",
    "list_soorten",
    "list_uitgifteformulieren",
    "list_voorstellen",
    "list_voorstelproducten",
    "list_wijzigingen",
    "make_document",
    "make_sleutel",
    "note_bekeken",
    "note_document",
    "note_gezocht",
    "note_lijst",
    "open_herkeuring",
    "open_verzoek",
    "plan_checks",
    "prepare_product",
    "preview_bekendmaking",
    "propose_alles",
    "propose_gekozen",
    "provide_formulieren",
    "purge_gegevens",
    "purge_raadplegingen",
    "release_verzoek",
    "remind_due",
    "renew_own",
    "renew_zegel",
    "replace_product",
    "resume_product",
    "retry_document",
    "revoke_sleutel",
    "serve_document",
    "settle_zaak",
    "show_new_term",
    "suspend_product",
    "withdraw_product",
    "withdraw_voorstel",
]
