"""Whether a product can be arranged online, where, and with which login."""

from eloket.accounts.services import Niveau
from eloket.producten.gegevens import Product
from eloket.producten.models.productbeheer import Identificatiesoort
from eloket.producten.models.productdelen import Kanaal

DIGID = {Identificatiesoort.DIGID, Identificatiesoort.BEIDE}


def find_aanvraag_url(product: Product) -> str:
    """The address to begin at: our form, else that of the online channel, else of who arranges it; or ""."""
    if product.aanvraag_url:
        return product.aanvraag_url
    for kanaal in product.kanalen:
        if kanaal.kanaal == Kanaal.ELEKTRONISCH and kanaal.te_regelen:
            return kanaal.adres if _is_web(kanaal.adres) else product.elders_url if not kanaal.adres else ""
    return ""


def online_aanvragen(product: Product) -> str:
    """ "nee", "ja", or "digid" where a resident logs in with DigiD, as Samenwerkende Catalogi asks."""
    if not find_aanvraag_url(product):
        return "nee"
    return "digid" if _asks_digid(product) else "ja"


def _asks_digid(product: Product) -> bool:
    if product.identificatie != Identificatiesoort.GEEN:
        return product.identificatie in DIGID
    return bool(product.aanvraag_url) and (product.niveau or 0) >= Niveau.BASIS


def _is_web(adres: str) -> bool:
    return adres.startswith(("https://", "http://"))
