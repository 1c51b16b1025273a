"""A product whose texts can be read anywhere: tidy HTML, with links that start with our own address."""

from dataclasses import replace
from typing import Any

from eloket.producten.gegevens import Product
from eloket.producten.uitgangen.xhtml import write_xhtml

RICH = ("wat", "voor_wie", "bewijs", "hoe", "kosten", "termijn", "geen_reactie", "bezwaar")


def make_absolute(product: Product) -> Product:
    """The same product for readers who are not on our pages."""
    texts: dict[str, Any] = {name: write_xhtml(getattr(product, name), basis=product.url) for name in RICH}
    kanalen = tuple(
        replace(each, tekst=write_xhtml(each.tekst, basis=product.url)) for each in product.kanalen
    )
    vragen = tuple(
        replace(each, antwoord=write_xhtml(each.antwoord, basis=product.url)) for each in product.vragen
    )
    return replace(product, kanalen=kanalen, vragen=vragen, **texts)
