"""What uitgifte keeps: kinds of products, the products that were issued, and what became of them."""

from eloket.uitgifte.models.beslissing import Beslissing, Uitkomst
from eloket.uitgifte.models.document import Document, Documentstatus
from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.models.raadpleging import Raadpleegwijze, Raadpleging
from eloket.uitgifte.models.sleutel import Handhavingssleutel
from eloket.uitgifte.models.soort import Levering, Productsoort, Sjabloon
from eloket.uitgifte.models.voorstel import Intrekvoorstel, Regeluitkomst, Voorstelregel, Voorstelstatus
from eloket.uitgifte.models.wijziging import Hoedanigheid, Wijziging
from eloket.uitgifte.models.zone import Zone, Zonegebied

__all__ = [
    "Beslissing",
    "Document",
    "Documentstatus",
    "Handhavingssleutel",
    "Hoedanigheid",
    "Intrekvoorstel",
    "Levering",
    "Productsoort",
    "Raadpleegwijze",
    "Raadpleging",
    "Regeluitkomst",
    "Sjabloon",
    "UitgegevenProduct",
    "Uitkomst",
    "Voorstelregel",
    "Voorstelstatus",
    "Wijziging",
    "Zone",
    "Zonegebied",
]
