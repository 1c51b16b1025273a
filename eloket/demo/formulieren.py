"""The demo's forms: real ones, with and without a login, for residents and for businesses."""

from datetime import datetime
from typing import Any

from eloket.betalingen.services import find_tarief
from eloket.demo.bron import form_names, read
from eloket.formulieren.services import import_formulier
from eloket.producten.services import ProductPage


def load_formulieren(now: datetime) -> None:
    """Publish the demo's forms; a second time changes nothing.

    A form that needs more of the catalogue than an older demo has stays as it was there.
    """
    for name in form_names():
        inhoud = read(f"formulieren/{name}")
        if has_all(inhoud):
            import_formulier(inhoud, now=now)


def has_all(inhoud: dict[str, Any]) -> bool:
    """Whether the products and the tarief that a form points at are here."""
    products = {regel["product"] for regel in inhoud.get("regels", ()) if "product" in regel}
    tarief = inhoud.get("tarief", "")
    here = set(ProductPage.objects.filter(slug__in=products).values_list("slug", flat=True))
    return here == products and (not tarief or find_tarief(tarief) is not None)
