"""The door of uitgifte: hand a product over, change what it is worth, and read it."""

from eloket.uitgifte.backends.base import ZegelError
from eloket.uitgifte.claims import InvalidClaims
from eloket.uitgifte.models import Documentstatus, Hoedanigheid
from eloket.uitgifte.regels.status import Productstatus, Stand
from eloket.uitgifte.services.controleren import Controle, check_code, check_sha256
from eloket.uitgifte.services.document import make_document
from eloket.uitgifte.services.eigen import EigenProduct, Tegenbesluit, get_eigen_product
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
from eloket.uitgifte.services.lezen import get_product, list_producten, list_wijzigingen
from eloket.uitgifte.services.uitgeven import issue_product, prepare_product, replace_product
from eloket.uitgifte.services.verlopen import expire_due
from eloket.uitgifte.services.wijzigen import resume_product, suspend_product, withdraw_product
from eloket.uitgifte.services.zegelen import check_zegel, is_proefzegel, renew_zegel

__all__ = [
    "REGEL",
    "Controle",
    "Documentstatus",
    "Door",
    "EigenProduct",
    "Hoedanigheid",
    "InvalidClaims",
    "NieuwProduct",
    "Parkeerrecht",
    "ProductChanged",
    "ProductInfo",
    "ProductNotFound",
    "Productstatus",
    "SoortNotFound",
    "Stand",
    "Tegenbesluit",
    "UitgifteError",
    "WijzigingInfo",
    "ZegelError",
    "check_code",
    "check_parkeerrecht",
    "check_sha256",
    "check_zegel",
    "expire_due",
    "get_eigen_product",
    "get_product",
    "is_proefzegel",
    "is_sleutel",
    "issue_product",
    "list_producten",
    "list_wijzigingen",
    "make_document",
    "make_sleutel",
    "prepare_product",
    "renew_zegel",
    "replace_product",
    "resume_product",
    "revoke_sleutel",
    "suspend_product",
    "withdraw_product",
]
