"""The catalogue of Rietwaard: site settings, plain pages, themes, life events, products and forms."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from eloket.demo.bron import INHOUD, product_names, read
from eloket.demo.bronnen import get_organisatie, load_bronnen
from eloket.demo.formulieren import load_formulieren
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
    translate_page,
    vraag_values,
)

# What a product has in every language alike, under the names of its fields.
VAST = ("doelgroep", "kosten_soort", "identificatie")

Groepen = tuple[dict[str, ThemaPage], dict[str, LevensgebeurtenisPage]]


@transaction.atomic
def load_catalogus(now: datetime) -> None:
    """Everything or nothing, once: any product at all means that somebody filled this catalogue before."""
    if ProductPage.objects.exists():
        return
    # Who points at whom is counted once, at the end, instead of at each of a thousand rows.
    with disable_reference_index_auto_update():
        _fill(now)
    call_command("rebuild_references_index", verbosity=0)


def _fill(now: datetime) -> None:
    with (INHOUD / "upl.csv").open(encoding="utf-8", newline="") as lijst:
        import_upl(lijst, volledig=False)
    nl, en = ensure_boom("nl"), ensure_boom("en")
    load_paginas(nl, en)
    load_bronnen()
    groepen = load_themas(nl), load_levensgebeurtenissen(nl)
    data = {slug: read(f"producten/{slug}") for slug in product_names()}
    # All of them first, so that each can point at others when it is published; a form points at products too.
    products = {slug: _place(nl, slug, each) for slug, each in data.items()}
    load_formulieren(now)
    for slug, page in products.items():
        load_product(page, data[slug], groepen, products, now)
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


def _place(nl: Boom, slug: str, data: Mapping[str, Any]) -> ProductPage:
    """The page in the tree, not published yet."""
    fixed = {name: data[name] for name in VAST}
    term = {f"termijn_{name}": value for name, value in data["termijn"].items()}
    page = ProductPage(slug=slug, locale=nl.home.locale, live=False, **fixed, **term, **data["nl"])
    nl.producten.add_child(instance=page)
    return page


def load_product(
    page: ProductPage,
    data: Mapping[str, Any],
    groepen: Groepen,
    products: Mapping[str, ProductPage],
    now: datetime,
) -> None:
    """Who answers for a product and what hangs on it; then published."""
    page.niveau = data["niveau"] or None
    page.verantwoordelijke = get_organisatie(data.get("verantwoordelijk", "gemeente"))
    page.bevoegde = get_organisatie(data.get("bevoegd", ""))
    elders = data.get("elders", {})
    page.elders_naam, page.elders_url = elders.get("naam", ""), elders.get("url", "")
    page.gecontroleerd_op, page.herzien_op = now.date(), now.date() + timedelta(days=365)
    fill_product(page, _invoer(data, groepen))
    page.verwante_producten = [
        ProductVerwant(product=products[slug], sort_order=nr) for nr, slug in enumerate(data["verwant"])
    ]
    republish(page)


def _invoer(data: Mapping[str, Any], groepen: Groepen) -> ProductInvoer:
    themas, gebeurtenissen = groepen
    return ProductInvoer(
        kanalen=data["kanalen"]["nl"],
        kanaal_vast={name: KanaalInvoer(**values) for name, values in data["kanalen_vast"].items()},
        niet_te_regelen=data["niet_te_regelen"],
        upns=data["upns"],
        formulieren=data["formulieren"],
        tarieven=data["tarieven"],
        afspraaksoorten=data.get("afspraaksoorten", []),
        tekstblokken=data.get("tekstblokken", []),
        vragen=data["vragen"]["nl"],
        checks=data.get("checks", {}).get("nl", []),
        themas=[themas[name] for name in data["themas"]],
        levensgebeurtenissen=[gebeurtenissen[name] for name in data["levensgebeurtenissen"]],
    )


def load_english(page: ProductPage, data: Mapping[str, Any]) -> None:
    """The English page of a product."""
    words = {
        **data["en"],
        "vragen": vraag_values(data["vragen"]["en"]),
        "checks": check_values(data.get("checks", {}).get("en", [])),
    }
    translate_page(page, "en", words, kanalen=data["kanalen"]["en"])


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
