"""The catalogue of Rietwaard: site settings, plain pages, themes, life events and thirty products."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from eloket.demo.bron import INHOUD, product_names, read
from eloket.demo.paginas import load_paginas
from eloket.producten.services import (
    Boom,
    HomeTaak,
    LevensgebeurtenisPage,
    ProductInvoer,
    ProductPage,
    ThemaPage,
    ensure_boom,
    fill_product,
    import_upl,
    publish_child,
    republish,
    translate_kanalen,
    translate_page,
)

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
    groepen = load_themas(nl), load_levensgebeurtenissen(nl)
    products = {
        slug: load_product(nl, slug, read(f"producten/{slug}"), groepen, now) for slug in product_names()
    }
    for data in read("producten"):
        products[data["slug"]] = load_product(nl, data["slug"], data, groepen, now)
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
    """One product; in English too where it has an English text."""
    themas, gebeurtenissen = groepen
    page = ProductPage(slug=slug, doelgroep=data["doelgroep"], locale=nl.home.locale, **data["nl"])
    for name, value in data.get("termijn", {}).items():
        setattr(page, f"termijn_{name}", value)
    if "kanalen" in data:
        page.gecontroleerd_op = now.date()
    invoer = ProductInvoer(
        kanalen=data.get("kanalen", {}).get("nl", {}),
        niet_te_regelen=data.get("niet_te_regelen", []),
        upns=data["upns"],
        formulieren=data.get("formulieren", []),
        themas=[themas[name] for name in data["themas"]],
        levensgebeurtenissen=[gebeurtenissen[name] for name in data.get("levensgebeurtenissen", [])],
    )
    publish_child(nl.producten, fill_product(page, invoer))
    if "en" in data:
        translate_kanalen(translate_page(page, "en", data["en"]), data["kanalen"]["en"])
    return page


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
