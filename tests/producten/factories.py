"""A small catalogue for Samira de redacteur."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.models import Site

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.producten.services import (
    Boom,
    LevensgebeurtenisPage,
    ProductInvoer,
    ProductPage,
    ThemaPage,
    ensure_boom,
    fill_product,
    publish_child,
)
from eloket.website.services import save_instellingen

UPL_KOP = "UniformeProductnaam,URI,Gemeente,Burger,Bedrijf,SDG,Grondslag,Grondslaglabel,Grondslaglink\n"


@dataclass(frozen=True)
class Catalogus:
    """The two trees, one theme and one life event."""

    nl: Boom
    en: Boom
    thema: ThemaPage
    gebeurtenis: LevensgebeurtenisPage


def make_catalogus() -> Catalogus:
    nl, en = ensure_boom("nl"), ensure_boom("en")
    save_instellingen(
        Site.objects.get(is_default_site=True),
        naam="Gemeente Rietwaard",
        telefoon="14 0999",
        email="loket@rietwaard.example",
    )
    thema = publish_child(nl.themas, ThemaPage(title="Verhuizen", slug="verhuizen", samenvatting="Uw adres."))
    gebeurtenis = publish_child(
        nl.levensgebeurtenissen, LevensgebeurtenisPage(title="Ik ga verhuizen", slug="ik-ga-verhuizen")
    )
    return Catalogus(nl, en, thema, gebeurtenis)


def read_catalogus() -> Catalogus:
    """The one of `make_catalogus`, when it is there already: for the fixture `catalogus`."""
    return Catalogus(
        ensure_boom("nl"),
        ensure_boom("en"),
        ThemaPage.objects.get(slug="verhuizen"),
        LevensgebeurtenisPage.objects.get(slug="ik-ga-verhuizen"),
    )


def make_tarief(
    code: str = "paspoort", *, bedrag: str | None = "86.85", vanaf: date = date(2026, 1, 1), **values: Any
) -> Tarief:
    """A row of the tarieventabel with one amount, or with none yet."""
    tarief, _new = Tarief.objects.get_or_create(code=code, defaults={"naam": code.capitalize(), **values})
    if bedrag is not None:
        TariefBedrag.objects.get_or_create(tarief=tarief, vanaf=vanaf, defaults={"bedrag": Decimal(bedrag)})
    return tarief


def make_product(
    catalogus: Catalogus, slug: str, *, invoer: ProductInvoer | None = None, **values: Any
) -> ProductPage:
    """A published Dutch product with a title and a summary, and what else is given."""
    fields = {"title": slug.replace("-", " ").capitalize(), "samenvatting": f"Alles over {slug}.", **values}
    page = ProductPage(slug=slug, locale=catalogus.nl.home.locale, **fields)
    return publish_child(catalogus.nl.producten, fill_product(page, invoer or ProductInvoer()))


def make_complete(catalogus: Catalogus, slug: str = "paspoort", **values: Any) -> ProductPage:
    """A product that answers all five questions."""
    invoer = ProductInvoer(
        kanalen={
            "persoonlijk": "<p>Kom langs met uw oude paspoort.</p>",
            "telefoon": "<p>Bel voor een afspraak.</p>",
        },
        niet_te_regelen=["telefoon"],
        tarieven=[make_tarief().code],
        themas=[catalogus.thema],
        levensgebeurtenissen=[catalogus.gebeurtenis],
    )
    answers = {
        "wat": "<p>Een reisdocument.</p>",
        "voor_wie": "<p>Voor Nederlanders.</p>",
        "kosten_soort": "tarief",
        "kosten": "<p>U betaalt aan de balie.</p>",
        "termijn_aantal": 5,
        "termijn_eenheid": "werkdagen",
        "termijn": "<p>Spoed kan ook.</p>",
        "synoniemen": "reisdocument\npas",
    }
    return make_product(catalogus, slug, invoer=invoer, **{**answers, **values})
