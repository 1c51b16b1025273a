"""A product as plain data: what every outlet beside the page (feeds, API) is made from.

Only what everybody may know stands here; what is for colleagues alone cannot slip into an outlet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice

from django.conf import settings
from django.utils.timezone import get_default_timezone
from django.utils.translation import override
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from eloket.betalingen.services import Tariefregel
from eloket.producten.models import Organisatie, ProductPage
from eloket.producten.models.blokken import read_blocks
from eloket.producten.models.onderdelen import Onderdelen, read_onderdelen
from eloket.producten.models.overzicht import kosten_kort
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.productdelen import Kanaal, Plek, ProductKanaal
from eloket.producten.models.verwijzingen import Naam
from eloket.producten.models.zichtbaar import CatalogusQuerySet, Lezer
from eloket.producten.volwassenheid import Volwassenheid, derive_volwassenheid
from eloket.website.services import Link

CHUNK = 100


@dataclass(frozen=True)
class Verwijzing:
    """Another page of ours that everybody may see. `url` is absolute."""

    titel: str
    url: str

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.url.rstrip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Kanaalgegevens:
    """One channel of the S.T.E.P. matrix. `adres` is "" where the gemeente's own address counts."""

    kanaal: str
    te_regelen: bool
    tekst: str
    adres: str


@dataclass(frozen=True)
class Vraag:
    """A question with its answer (VAC); the answer is HTML. `anker` is its place on the product page."""

    vraag: str
    antwoord: str
    anker: str


@dataclass(frozen=True)
class Organisatiegegevens:
    """Who is responsible or may decide. `uri` is the OWMS name, "" for none known."""

    naam: str
    soort: str
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
    themas: tuple[Verwijzing, ...]
    synoniemen: tuple[str, ...]
    volwassenheid: Volwassenheid
    wat: str
    voor_wie: str
    bewijs: str
    hoe: str
    elders_naam: str
    elders_url: str
    kosten_soort: str
    kosten_kort: str
    kosten: str
    tarieven: tuple[Tariefregel, ...]
    termijn_aantal: int | None
    termijn_eenheid: str
    termijn_soort: str
    termijn_grondslag: str
    termijn: str
    geen_reactie: str
    bezwaar: str
    kanalen: tuple[Kanaalgegevens, ...]
    vragen: tuple[Vraag, ...]
    verwant: tuple[Verwijzing, ...]
    identificatie: str
    niveau: int | None
    verantwoordelijke: Organisatiegegevens | None
    bevoegde: Organisatiegegevens | None
    aanvraag_url: str
    afspraak_url: str
    gewijzigd: datetime | None
    gepubliceerd: datetime | None

    @property
    def bijgewerkt(self) -> datetime | None:
        """When the text was last published, or an amount last began: at midnight in the gemeente."""
        zone = get_default_timezone()
        began = [datetime.combine(each.vanaf, time.min, zone) for each in self.tarieven if each.vanaf]
        return max([*([self.gewijzigd] if self.gewijzigd else []), *began], default=None)


def select_producten(*, taal: str, lezer: Lezer, now: datetime) -> CatalogusQuerySet:
    """The products this reader may see in this language, by slug, with all that `read_producten` needs."""
    pages = (
        ProductPage.objects.visible_to(lezer, now=now)
        .filter(locale__language_code=taal)
        .order_by("slug", "pk")
    )
    related = pages.select_related("locale", "verantwoordelijke", "bevoegde")
    return related.prefetch_related("kanalen")


def iterate_producten(*, taal: str, lezer: Lezer, now: datetime) -> Iterator[Product]:
    """Every product, a hundred at a time, so that a long catalogue fits in memory."""
    pages = select_producten(taal=taal, lezer=lezer, now=now).iterator(chunk_size=CHUNK)
    while chunk := list(islice(pages, CHUNK)):
        yield from read_producten(chunk, taal=taal, now=now)


def read_producten(pages: Iterable[ProductPage], *, taal: str, now: datetime) -> list[Product]:
    """The plain data of these product pages, all of them in this language."""
    every = list(pages)
    with override(taal):
        parts = read_onderdelen(every, taal=taal, now=now)
        return [
            build_product(page, each, page.kanalen.all()) for page, each in zip(every, parts, strict=True)
        ]


def build_product(page: ProductPage, parts: Onderdelen, kanalen: Iterable[ProductKanaal]) -> Product:
    """The plain data of a product whose parts are read already. No query when its locale and organisations
    are read too; the language of its parts must be the active one.
    """
    rows = list(kanalen)
    form, afspraak = next(iter(parts.formulieren), None), next(iter(parts.afspraken), None)
    own = {name: _html(page, name, parts) for name in Plek.values}
    return Product(
        id=str(page.translation_key),
        slug=page.slug,
        url=absolute_url(page),
        taal=page.locale.language_code,
        titel=page.title,
        samenvatting=page.samenvatting,
        doelgroepen=_doelgroepen(page.doelgroep),
        uniforme_productnamen=tuple(parts.upns),
        themas=_verwijzingen(parts.themas),
        synoniemen=tuple(word.strip() for word in page.synoniemen.splitlines() if word.strip()),
        volwassenheid=derive_volwassenheid(
            formulieren=[each.slug for each in parts.formulieren],
            digitaal=any(each.kanaal == Kanaal.ELEKTRONISCH and each.te_regelen for each in rows),
            elders=bool(page.elders_url),
        ),
        **own,
        elders_naam=page.elders_naam,
        elders_url=page.elders_url,
        kosten_soort=page.kosten_soort,
        kosten_kort=kosten_kort(page.kosten_soort, page.kosten_kort, parts.tarieven),
        tarieven=tuple(parts.tarieven),
        termijn_aantal=page.termijn_aantal,
        termijn_eenheid=page.termijn_eenheid,
        termijn_soort=page.termijn_soort,
        termijn_grondslag=page.termijn_grondslag,
        geen_reactie=expand_db_html(page.geen_reactie),
        bezwaar=expand_db_html(page.bezwaar),
        kanalen=_kanalen(rows),
        vragen=_vragen(page),
        verwant=_verwijzingen(parts.verwant),
        identificatie=page.identificatie,
        niveau=form.niveau if form else page.niveau,
        verantwoordelijke=_organisatie(page.verantwoordelijke),
        bevoegde=_organisatie(page.bevoegde or page.verantwoordelijke),
        aanvraag_url=_absolute(form.url) if form else "",
        afspraak_url=_absolute(afspraak.url) if afspraak else "",
        gewijzigd=page.last_published_at,
        gepubliceerd=page.first_published_at,
    )


def absolute_url(page: Page) -> str:
    """The address by which other systems know this page."""
    parts = page.get_url_parts()
    return _absolute(parts[2]) if parts else ""


def _absolute(path: str) -> str:
    return f"{settings.ELOKET_BASIS_URL}{path}"


def _verwijzingen(links: Iterable[Link]) -> tuple[Verwijzing, ...]:
    return tuple(Verwijzing(link.title, _absolute(link.url)) for link in links)


def _html(page: ProductPage, name: str, parts: Onderdelen) -> str:
    """The answer to one question with the shared texts below it, as HTML."""
    texts = [getattr(page, name), *parts.teksten.get(name, ())]
    return "".join(expand_db_html(text) for text in texts if text)


def _kanalen(kanalen: Iterable[ProductKanaal]) -> tuple[Kanaalgegevens, ...]:
    return tuple(
        Kanaalgegevens(part.kanaal, part.te_regelen, expand_db_html(part.tekst), part.adres.strip())
        for part in kanalen
    )


def _vragen(page: ProductPage) -> tuple[Vraag, ...]:
    return tuple(
        Vraag(each["vraag"], expand_db_html(each["antwoord"]), f"vraag-{nr}")
        for nr, each in enumerate(read_blocks(page.vragen), 1)
    )


def _organisatie(organisatie: Organisatie | None) -> Organisatiegegevens | None:
    if organisatie is None:
        return None
    return Organisatiegegevens(organisatie.naam, organisatie.soort, organisatie.uri)


def _doelgroepen(doelgroep: str) -> tuple[str, ...]:
    return ("burger", "ondernemer") if doelgroep == Doelgroep.BEIDE else (doelgroep,)
