"""The door of the catalogue."""

from eloket.producten.boom import Boom, ensure_boom
from eloket.producten.models import ProductPage, UniformeProductnaam
from eloket.producten.models.zichtbaar import Lezer

__all__ = ["Boom", "Lezer", "ProductPage", "UniformeProductnaam", "ensure_boom"]
