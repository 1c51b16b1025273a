"""What uitgifte keeps: kinds of products, the products that were issued, and what became of them."""

from eloket.uitgifte.models.beslissing import Beslissing, Uitkomst
from eloket.uitgifte.models.document import Document, Documentstatus
from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.models.sleutel import Handhavingssleutel
from eloket.uitgifte.models.soort import Levering, Productsoort, Sjabloon
from eloket.uitgifte.models.wijziging import Hoedanigheid, Wijziging
from eloket.uitgifte.models.zone import Zone, Zonegebied

__all__ = [
    "Beslissing",
    "Document",
    "Documentstatus",
    "Handhavingssleutel",
    "Hoedanigheid",
    "Levering",
    "Productsoort",
    "Sjabloon",
    "UitgegevenProduct",
    "Uitkomst",
    "Wijziging",
    "Zone",
    "Zonegebied",
]
