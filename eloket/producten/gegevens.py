"""A product as plain data: what every outlet beside the page (feeds, API) is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from eloket.formulieren.services import Aanbod, list_aanbod
from eloket.producten.models import ProductPage
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.zichtbaar import CatalogusQuerySet, Lezer


@dataclass(frozen=True)
class Naam:
    """A national name of the UPL."""

    naam: str
    uri: str


@dataclass(frozen=True)
class Product:
    """One product in one language. Rich text is HTML; "" means that the redacteur gave no answer."""

    id: str
    slug: str
    url: str
    taal: str
    titel: str
    samenvatting: str
    doelgroepen: tuple[str, ...]
    uniforme_productnamen: tuple[Naam, ...]
    themas: tuple[str, ...]
    synoniemen: tuple[str, ...]
    wat: str
    voor_wie: str
    hoe: str
    kosten_kort: str
    kosten: str
    termijn_aantal: int | None
    termijn_eenheid: str
    termijn_soort: str
    termijn_grondslag: str
    termijn: str
    aanvraag_url: str
    niveau: int | None
    gewijzigd: datetime | None


def select_producten(*, taal: str, lezer: Lezer, now: datetime) -> CatalogusQuerySet:
    """The products this reader may see in this language, by slug, with all that `read_product` needs."""
    pages = (
        ProductPage.objects.visible_to(lezer, now=now)
        .filter(locale__language_code=taal)
        .order_by("slug", "pk")
    )
    return pages.select_related("locale").prefetch_related("upns__upn", "themas", "formulieren")


def iterate_producten(*, taal: str, lezer: Lezer, now: datetime) -> Iterator[Product]:
    """Every product, a hundred at a time, so that a long catalogue fits in memory."""
    for page in select_producten(taal=taal, lezer=lezer, now=now).iterator(chunk_size=100):
        yield read_product(page)


def read_product(page: ProductPage) -> Product:
    """The plain data of one product page."""
    form = _first_form(page)
    return Product(
        id=str(page.translation_key),
        slug=page.slug,
        url=absolute_url(page),
        taal=page.locale.language_code,
        titel=page.title,
        samenvatting=page.samenvatting,
        doelgroepen=_doelgroepen(page.doelgroep),
        uniforme_productnamen=tuple(Naam(part.upn.naam, part.upn.uri) for part in page.upns.all()),
        themas=tuple(sorted(thema.slug for thema in page.themas.all())),
        synoniemen=tuple(word.strip() for word in page.synoniemen.splitlines() if word.strip()),
        wat=expand_db_html(page.wat),
        voor_wie=expand_db_html(page.voor_wie),
        hoe=expand_db_html(page.hoe),
        kosten_kort=page.kosten_kort,
        kosten=expand_db_html(page.kosten),
        termijn_aantal=page.termijn_aantal,
        termijn_eenheid=page.termijn_eenheid,
        termijn_soort=page.termijn_soort,
        termijn_grondslag=page.termijn_grondslag,
        termijn=expand_db_html(page.termijn),
        aanvraag_url=f"{settings.ELOKET_BASIS_URL}{form.url}" if form else "",
        niveau=form.niveau if form else None,
        gewijzigd=page.last_published_at,
    )


def absolute_url(page: Page) -> str:
    """The address by which other systems know this page."""
    parts = page.get_url_parts()
    return f"{settings.ELOKET_BASIS_URL}{parts[2]}" if parts else ""


def _first_form(page: ProductPage) -> Aanbod | None:
    ids = [part.formulier_id for part in page.formulieren.all()]
    return next(iter(list_aanbod(ids)), None)


def _doelgroepen(doelgroep: str) -> tuple[str, ...]:
    return ("burger", "ondernemer") if doelgroep == Doelgroep.BEIDE else (doelgroep,)
