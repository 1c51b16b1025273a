"""The digital ways that are open, from the channel matrix of the products."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings

from eloket.lib.contact import is_email
from eloket.producten.gegevens import Kanaalgegevens, Product, iterate_producten
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.productdelen import Kanaal
from eloket.producten.models.zichtbaar import Lezer
from eloket.website.services import Tekst


class Soort(StrEnum):
    FORMULIER = "formulier"
    EMAIL = "email"
    WEBSITE = "website"
    UITLEG = "uitleg"  # the product page tells how


@dataclass(frozen=True)
class Weg:
    """The digital way of one product. `identificatie`: digid, eherkenning, beide or geen."""

    titel: Tekst
    pagina: str
    soort: Soort
    adres: str
    identificatie: str


@dataclass(frozen=True)
class Wegen:
    """All ways, for residents and for businesses, by title."""

    inwoners: tuple[Weg, ...]
    ondernemers: tuple[Weg, ...]


def list_wegen(*, taal: str, now: datetime) -> Wegen:
    """The ways of every product that everybody may see; Dutch ones where there is no translation."""
    found = [(product, weg) for product in _products(taal, now) if (weg := _find_weg(product, taal))]
    found.sort(key=lambda pair: pair[1].titel.casefold())
    return Wegen(
        inwoners=tuple(weg for product, weg in found if Doelgroep.BURGER in product.doelgroepen),
        ondernemers=tuple(weg for product, weg in found if Doelgroep.ONDERNEMER in product.doelgroepen),
    )


def _products(taal: str, now: datetime) -> Iterator[Product]:
    """Each product once. What is not designated is not open, so none may be missing in English."""
    translated = set()
    for product in iterate_producten(taal=taal, lezer=Lezer.IEDEREEN, now=now):
        translated.add(product.id)
        yield product
    if taal != settings.LANGUAGE_CODE:
        dutch = iterate_producten(taal=settings.LANGUAGE_CODE, lezer=Lezer.IEDEREEN, now=now)
        yield from (product for product in dutch if product.id not in translated)


def _find_weg(product: Product, taal: str) -> Weg | None:
    """A form goes before an address of its own; nothing for what another organisation arranges."""
    kanaal = next((each for each in product.kanalen if each.kanaal == Kanaal.ELEKTRONISCH), None)
    if product.elders_url or not (product.aanvraag_url or (kanaal and kanaal.te_regelen)):
        return None
    soort, adres = _where(product, kanaal)
    lang = "" if product.taal == taal else product.taal
    return Weg(Tekst(product.titel, lang), _path(product.url), soort, adres, product.identificatie)


def _where(product: Product, kanaal: Kanaalgegevens | None) -> tuple[Soort, str]:
    if product.aanvraag_url:
        return Soort.FORMULIER, _path(product.aanvraag_url)
    adres = kanaal.adres.strip() if kanaal else ""
    if is_email(adres):
        return Soort.EMAIL, adres
    if adres.startswith(("https://", "http://")):
        return Soort.WEBSITE, adres
    return Soort.UITLEG, _path(product.url)


def _path(url: str) -> str:
    """An address of our own as a link on this site, under whatever name somebody came here."""
    return url.removeprefix(settings.ELOKET_BASIS_URL)
