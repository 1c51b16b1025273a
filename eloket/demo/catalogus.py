"""The catalogue of Rietwaard: site settings, plain pages, themes, life events and thirty products."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from eloket.demo.bron import INHOUD, product_names, read
from eloket.demo.bronnen import get_organisatie, load_bronnen
from eloket.demo.paginas import load_paginas
from eloket.producten.services import (
    Boom,
    HomeTaak,
    KanaalInvoer,
    LevensgebeurtenisPage,
    ProductInvoer,
    ProductPage,
    ProductVerwant,
    ThemaPage,
    check_values,
    ensure_boom,
    fill_product,
    import_upl,
    publish_child,
    republish,
    translate_kanalen,
    translate_page,
    vraag_values,
)

# What a product has in every language alike, under the names of its fields.
VAST = ("doelgroep", "volwassenheid", "kosten_soort", "identificatie")

Groepen = tuple[dict[str, ThemaPage], dict[str, LevensgebeurtenisPage]]


@transaction.atomic
def load_catalogus(now: datetime) -> None:
    """Everything or nothing, once: any product at all means that somebody filled this catalogue before."""
    if ProductPage.objects.exists():
        return
    with (INHOUD / "upl.csv").open(encoding="utf-8", newline="") as lijst:
        import_upl(lijst, volledig=False)
    nl, en = ensure_boom("nl"), ensure_boom("en")
    load_paginas(nl, en)
    load_bronnen()
    groepen = load_themas(nl), load_levensgebeurtenissen(nl)
    data = {slug: read(f"producten/{slug}") for slug in product_names()}
    products = {slug: load_product(nl, slug, data[slug], groepen, now) for slug in data}
    load_verwant(products, data)
    for slug, page in products.items():
        load_english(page, data[slug])
    load_taken(nl, en, products)


def load_themas(nl: Boom) -> dict[str, ThemaPage]:
    return {
        data["slug"]: _with_english(nl.themas, ThemaPage(**data["nl"], slug=data["slug"]), data)
        for data in read("themas")
    }


def load_levensgebeurtenissen(nl: Boom) -> dict[str, LevensgebeurtenisPage]:
    parent = nl.levensgebeurtenissen
    return {
        data["slug"]: _with_english(parent, LevensgebeurtenisPage(**data["nl"], slug=data["slug"]), data)
        for data in read("levensgebeurtenissen")
    }


def load_product(
    nl: Boom, slug: str, data: Mapping[str, Any], groepen: Groepen, now: datetime
) -> ProductPage:
    """One product in Dutch, with what hangs on it; published."""
    fixed = {name: data[name] for name in VAST if name in data}
    term = {f"termijn_{name}": value for name, value in data.get("termijn", {}).items()}
    page = ProductPage(slug=slug, locale=nl.home.locale, **fixed, **term, **data["nl"])
    page.niveau = data["niveau"] or None
    page.verantwoordelijke = get_organisatie(data.get("verantwoordelijk", "gemeente"))
    page.bevoegde = get_organisatie(data.get("bevoegd", ""))
    elders = data.get("elders", {})
    page.elders_naam, page.elders_url = elders.get("naam", ""), elders.get("url", "")
    page.gecontroleerd_op, page.herzien_op = now.date(), now.date() + timedelta(days=365)
    return publish_child(nl.producten, fill_product(page, _invoer(data, groepen)))


def _invoer(data: Mapping[str, Any], groepen: Groepen) -> ProductInvoer:
    themas, gebeurtenissen = groepen
    return ProductInvoer(
        kanalen=data["kanalen"]["nl"],
        kanaal_vast={name: KanaalInvoer(**values) for name, values in data.get("kanalen_vast", {}).items()},
        niet_te_regelen=data.get("niet_te_regelen", []),
        upns=data["upns"],
        formulieren=data.get("formulieren", []),
        tarieven=data.get("tarieven", []),
        afspraaksoorten=data.get("afspraaksoorten", []),
        tekstblokken=data.get("tekstblokken", []),
        vragen=data.get("vragen", {}).get("nl", []),
        checks=data.get("checks", {}).get("nl", []),
        themas=[themas[name] for name in data["themas"]],
        levensgebeurtenissen=[gebeurtenissen[name] for name in data.get("levensgebeurtenissen", [])],
    )


def load_verwant(products: Mapping[str, ProductPage], data: Mapping[str, Mapping[str, Any]]) -> None:
    """Products that fit with each other: only once all of them are there."""
    for slug, page in products.items():
        others = [products[name] for name in data[slug].get("verwant", []) if name in products]
        if others:
            page.verwante_producten = [
                ProductVerwant(product=other, sort_order=nr) for nr, other in enumerate(others)
            ]
            republish(page)


def load_english(page: ProductPage, data: Mapping[str, Any]) -> None:
    """The English page of a product, where it has an English text."""
    if "en" not in data:
        return
    words = dict(data["en"])
    words["vragen"] = vraag_values(data.get("vragen", {}).get("en", []))
    words["checks"] = check_values(data.get("checks", {}).get("en", []))
    translate_kanalen(translate_page(page, "en", words), data["kanalen"]["en"])


def load_taken(nl: Boom, en: Boom, products: Mapping[str, ProductPage]) -> None:
    """The top tasks; the English home shows those that exist in English."""
    for boom, taal in ((nl, "nl"), (en, "en")):
        data = read("home")
        boom.home.title, boom.home.samenvatting = data[taal]["title"], data[taal]["samenvatting"]
        boom.home.taken = [
            HomeTaak(product=products[slug], sort_order=nr) for nr, slug in enumerate(data["taken"])
        ]
        republish(boom.home)


def _with_english(parent: Any, page: Any, data: Mapping[str, Any]) -> Any:
    publish_child(parent, page)
    translate_page(page, "en", data["en"])
    return page
