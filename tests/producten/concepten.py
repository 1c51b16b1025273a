"""Drafts of Samira: one that may go on line as it is, and what to take away from it."""

from typing import Any

from eloket.producten.models import Organisatie
from eloket.producten.services import ProductInvoer, ProductPage, UniformeProductnaam, fill_product
from tests.producten.factories import Catalogus, make_tarief


def make_upn(naam: str = "paspoort", **values: Any) -> UniformeProductnaam:
    uri = f"http://standaarden.overheid.nl/owms/terms/{naam.replace(' ', '_')}"
    return UniformeProductnaam.objects.get_or_create(uri=uri, defaults={"naam": naam, **values})[0]


def make_concept(
    catalogus: Catalogus, slug: str = "paspoort", *, invoer: ProductInvoer | None = None, **values: Any
) -> ProductPage:
    """A draft, never on line, in which nothing is missing; `values` and `invoer` take something away."""
    gemeente = Organisatie.objects.get_or_create(code="rietwaard", defaults={"naam": "Gemeente Rietwaard"})[0]
    answers: dict[str, Any] = {
        "title": slug.capitalize(),
        "samenvatting": "Een reisdocument voor de hele wereld.",
        "wat": "<p>Een reisdocument.</p>",
        "voor_wie": "<p>Voor Nederlanders.</p>",
        "hoe": "<p>Maak een afspraak.</p>",
        "kosten_soort": "tarief",
        "termijn_aantal": 5,
        "termijn_eenheid": "werkdagen",
        "verantwoordelijke": gemeente,
    }
    page = ProductPage(slug=slug, locale=catalogus.nl.home.locale, live=False, **{**answers, **values})
    parts = invoer or ProductInvoer(
        kanalen={"persoonlijk": "<p>Kom langs.</p>", "elektronisch": "<p>Regel het hier.</p>"},
        tarieven=[make_tarief().code],
        upns=[make_upn().uri],
    )
    catalogus.nl.producten.refresh_from_db()
    catalogus.nl.producten.add_child(instance=fill_product(page, parts))
    page.save_revision()
    return page
