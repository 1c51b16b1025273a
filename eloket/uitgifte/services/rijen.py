"""A product in rows of label and words, for the screens of its holder."""

from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.services.gegevens import ProductInfo
from eloket.uitgifte.tonen import show_claims, show_term
from eloket.website.services import Rij


def list_productrijen(product: ProductInfo) -> list[Rij]:
    """All that it says and how long it holds, in the language of now."""
    return [
        *show_claims(CLAIMTYPEN[product.claimtype].velden, product.claims),
        *show_term(product.geldig_vanaf, product.geldig_tot),
    ]
