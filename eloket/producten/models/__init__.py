"""The tables of the catalogue: pages, and the national list of product names."""

from eloket.producten.models.externelink import ExterneLink, Linkuitslag
from eloket.producten.models.herkomst import Herkomst, Overname
from eloket.producten.models.home import HomePage, HomeTaak
from eloket.producten.models.levensgebeurtenis import LevensgebeurtenisIndexPage, LevensgebeurtenisPage
from eloket.producten.models.organisatie import Organisatie, Organisatiesoort
from eloket.producten.models.product import ProductIndexPage, ProductPage
from eloket.producten.models.productdelen import (
    ProductAfspraaksoort,
    ProductFormulier,
    ProductKanaal,
    ProductTarief,
    ProductTekstblok,
    ProductUpn,
    ProductVerwant,
)
from eloket.producten.models.tekstblok import Tekstblok
from eloket.producten.models.thema import ThemaIndexPage, ThemaPage
from eloket.producten.models.upl import UniformeProductnaam
from eloket.producten.models.waardering import Waardering
from eloket.producten.models.zondertreffer import VraagZonderTreffer

__all__ = [
    "ExterneLink",
    "Herkomst",
    "HomePage",
    "HomeTaak",
    "LevensgebeurtenisIndexPage",
    "LevensgebeurtenisPage",
    "Linkuitslag",
    "Organisatie",
    "Organisatiesoort",
    "Overname",
    "ProductAfspraaksoort",
    "ProductFormulier",
    "ProductIndexPage",
    "ProductKanaal",
    "ProductPage",
    "ProductTarief",
    "ProductTekstblok",
    "ProductUpn",
    "ProductVerwant",
    "Tekstblok",
    "ThemaIndexPage",
    "ThemaPage",
    "UniformeProductnaam",
    "VraagZonderTreffer",
    "Waardering",
]
