"""The door of the catalogue."""

from eloket.producten.boom import Boom, ensure_boom
from eloket.producten.invoer import (
    ProductInvoer,
    fill_product,
    publish_child,
    republish,
    translate_kanalen,
    translate_page,
)
from eloket.producten.models import (
    HomePage,
    HomeTaak,
    LevensgebeurtenisPage,
    ProductPage,
    ThemaPage,
    UniformeProductnaam,
)
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl

__all__ = [
    "Boom",
    "HomePage",
    "HomeTaak",
    "LevensgebeurtenisPage",
    "Lezer",
    "ProductInvoer",
    "ProductPage",
    "ThemaPage",
    "UniformeProductnaam",
    "UplOnleesbaar",
    "UplVerslag",
    "ensure_boom",
    "fill_product",
    "import_upl",
    "publish_child",
    "republish",
    "translate_kanalen",
    "translate_page",
]
