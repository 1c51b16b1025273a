"""Filling the catalogue from plain data: pages, products and their translations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from wagtail.models import Locale, Page

from eloket.producten.models import (
    LevensgebeurtenisPage,
    ProductFormulier,
    ProductKanaal,
    ProductPage,
    ProductUpn,
    ThemaPage,
    UniformeProductnaam,
)

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class ProductInvoer:
    """What hangs on a product beside its own fields.

    `kanalen`: kanaal to rich text, in the order of the page; `niet_te_regelen`: kanalen that only explain;
    `upns`: URIs; `formulieren`: slugs, of which those that do not exist are left out.
    """

    kanalen: Mapping[str, str] = field(default_factory=dict)
    niet_te_regelen: Sequence[str] = ()
    upns: Sequence[str] = ()
    formulieren: Sequence[str] = ()
    themas: Sequence[ThemaPage] = ()
    levensgebeurtenissen: Sequence[LevensgebeurtenisPage] = ()


def publish_child(parent: Page, page: P) -> P:
    """Put the page below its parent and publish it with a first revision, as a redacteur would."""
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    return republish(page)


def republish(page: P) -> P:
    """Publish what is in this page now."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def fill_product(product: ProductPage, invoer: ProductInvoer) -> ProductPage:
    """Hang channels, names, forms, themes and life events on a product; not saved yet."""
    product.kanalen = [
        ProductKanaal(
            kanaal=kanaal,
            tekst=tekst,
            te_regelen=kanaal not in invoer.niet_te_regelen,
            sort_order=nr,
            locale=product.locale,
        )
        for nr, (kanaal, tekst) in enumerate(invoer.kanalen.items())
    ]
    found = UniformeProductnaam.objects.filter(uri__in=invoer.upns).in_bulk(field_name="uri")
    product.upns = [
        ProductUpn(upn=found[uri], sort_order=nr) for nr, uri in enumerate(invoer.upns) if uri in found
    ]
    ids = _formulier_ids(invoer.formulieren)
    product.formulieren = [ProductFormulier(formulier_id=pk, sort_order=nr) for nr, pk in enumerate(ids)]
    product.themas = list(invoer.themas)
    product.levensgebeurtenissen = list(invoer.levensgebeurtenissen)
    return product


def translate_page(page: P, taal: str, values: Mapping[str, Any]) -> P:
    """A published translation of the page with these values; its parent must be there in that language."""
    copy: P = page.copy_for_translation(Locale.objects.get(language_code=taal), copy_parents=False).specific
    for name, value in values.items():
        setattr(copy, name, value)
    copy.slug = page.slug
    return republish(copy)


def translate_kanalen(product: ProductPage, kanalen: Mapping[str, str]) -> ProductPage:
    """Give the channels of a translated product their words."""
    for part in product.kanalen.all():
        part.tekst = kanalen[part.kanaal]
        part.save()
    return republish(product)


def _formulier_ids(slugs: Sequence[str]) -> list[int]:
    formulieren = ProductFormulier._meta.get_field("formulier").related_model._default_manager
    found = dict(formulieren.filter(slug__in=slugs).values_list("slug", "pk"))
    return [found[slug] for slug in slugs if slug in found]
