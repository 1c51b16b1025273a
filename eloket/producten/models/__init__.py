"""The tables of the catalogue: pages, and the national list of product names."""

from eloket.producten.models.home import HomePage, HomeTaak
from eloket.producten.models.levensgebeurtenis import LevensgebeurtenisIndexPage, LevensgebeurtenisPage
from eloket.producten.models.product import ProductIndexPage, ProductPage
from eloket.producten.models.productdelen import ProductFormulier, ProductKanaal, ProductUpn
from eloket.producten.models.thema import ThemaIndexPage, ThemaPage
from eloket.producten.models.upl import UniformeProductnaam
from eloket.producten.models.waardering import Waardering

__all__ = [
    "HomePage",
    "HomeTaak",
    "LevensgebeurtenisIndexPage",
    "LevensgebeurtenisPage",
    "ProductFormulier",
    "ProductIndexPage",
    "ProductKanaal",
    "ProductPage",
    "ProductUpn",
    "ThemaIndexPage",
    "ThemaPage",
    "UniformeProductnaam",
    "Waardering",
]
