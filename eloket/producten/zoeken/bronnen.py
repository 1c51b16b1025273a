"""Where documents come from: products and their questions, forms, plain pages, addresses."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.blocks import StreamValue
from wagtail.models import Page

from eloket.formulieren.services import Aanbod, list_gepubliceerd
from eloket.producten.models import ProductFormulier, ProductPage, ThemaPage
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.zichtbaar import CatalogusQuerySet, Lezer, visible_q
from eloket.producten.zoeken.document import Document, Soort
from eloket.website.models import ContentPage
from eloket.website.services import get_instellingen

KORT = ("pk", "path", "slug", "title", "samenvatting", "expire_at")
DOELGROEPEN = {"beide": frozenset({Doelgroep.BURGER.value, Doelgroep.ONDERNEMER.value})}


def read_documents(*, taal: str, lezer: Lezer, now: datetime) -> list[Document]:
    """Everything that this reader may find in this language. Twelve queries, however much there is."""
    with override(taal):
        forms = list_gepubliceerd()
        products = _products(taal, lezer, now, forms)
        return [*products, *_forms(forms), *_pages(taal, lezer, now), *_places()]


def _products(taal: str, lezer: Lezer, now: datetime, forms: dict[int, Aanbod]) -> Iterator[Document]:
    pages = ProductPage.objects.visible_to(lezer, now=now).filter(locale__language_code=taal)
    offered, themes = _offered(pages), _themes(pages, taal)
    for row in _rows(pages, "synoniemen", "doelgroep", "vragen"):
        product = Document(
            Soort.PRODUCT,
            row["title"],
            row["url"],
            row["samenvatting"],
            row["synoniemen"],
            vragen=tuple(_vragen(row["vragen"])),
            pk=row["pk"],
            doelgroepen=DOELGROEPEN.get(row["doelgroep"], frozenset({row["doelgroep"]})),
            themas=themes[row["pk"]],
            formulieren=offered[row["pk"]] & forms.keys(),
            tot=row["expire_at"],
        )
        yield product
        yield from _questions(product)


def _vragen(stream: StreamValue) -> Iterator[str]:
    """The questions as the database holds them; making blocks of all would take most of the time."""
    return (block["value"]["vraag"] for block in stream.raw_data)


def _questions(product: Document) -> Iterator[Document]:
    """Each question with an answer, at its place on the page; beside that it is as the product."""
    for number, question in enumerate(product.vragen, 1):
        yield replace(
            product,
            soort=Soort.VRAAG,
            titel=question,
            url=f"{product.url}#vraag-{number}",
            tekst=product.titel,
            andere_woorden="",
            vragen=(),
            pk=None,
        )


def _forms(forms: dict[int, Aanbod]) -> Iterator[Document]:
    for pk, form in forms.items():
        yield Document(Soort.FORMULIER, form.titel, form.url, formulieren=frozenset({pk}))


def _pages(taal: str, lezer: Lezer, now: datetime) -> Iterator[Document]:
    """Plain pages, such as contact and privacy."""
    pages = ContentPage.objects.filter(visible_q(lezer, now=now), locale__language_code=taal)
    for row in _rows(pages):
        yield Document(Soort.PAGINA, row["title"], row["url"], row["samenvatting"], tot=row["expire_at"])


def _places() -> Iterator[Document]:
    """The addresses with opening hours, where they stand on the contact page; none without that page."""
    site = get_instellingen()
    for place in site.locaties if site.contact_url else ():
        address = f"{place.straat} {place.huisnummer}, {place.plaats}"
        url = f"{site.contact_url}#{place.anker}"
        yield Document(Soort.LOCATIE, str(place.naam), url, address, _("openingstijden"))


def _rows(pages: Any, *fields: str) -> Iterator[dict[str, Any]]:
    """The rows of these pages with the `url` of each: Wagtail is asked for that of their parents only."""
    rows = list(pages.order_by("path").values(*KORT, *fields))
    above = {row["path"][: -Page.steplen] for row in rows}
    parents = {page.path: page.get_url() for page in Page.objects.filter(path__in=above)}
    for row in rows:
        parent = parents[row["path"][: -Page.steplen]]
        if parent:  # outside every site: it has no address
            yield {**row, "url": f"{parent}{row['slug']}/"}


def _offered(pages: CatalogusQuerySet) -> defaultdict[int, frozenset[int]]:
    """The ids of the forms on each page."""
    return _grouped(ProductFormulier.objects.filter(page__in=pages).values_list("page_id", "formulier_id"))


def _themes(pages: CatalogusQuerySet, taal: str) -> defaultdict[int, frozenset[str]]:
    """The slugs, in this language, of the themes of each page, which may point at their Dutch pages."""
    own = dict(ThemaPage.objects.filter(locale__language_code=taal).values_list("translation_key", "slug"))
    pairs = pages.filter(themas__isnull=False).values_list("pk", "themas__translation_key")
    return _grouped((pk, own[key]) for pk, key in pairs if key in own)


def _grouped(pairs: Any) -> defaultdict[int, frozenset[Any]]:
    found: defaultdict[int, frozenset[Any]] = defaultdict(frozenset)
    for pk, value in pairs:
        found[pk] |= {value}
    return found
