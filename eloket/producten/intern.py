"""A product as a colleague at the desk sees it: what the resident reads, and what is ours alone.

Kept apart from `gegevens.Product`, of which every outlet is made: what stands here has no way out. Only the
balie asks for it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from eloket.afspraken.services import Afspraakaanbod
from eloket.formulieren.services import Aanbod
from eloket.producten.gegevens import Product, read_producten, select_producten
from eloket.producten.models import ProductKanaal, ProductPage
from eloket.producten.models.blokken import read_blocks
from eloket.producten.models.onderdelen import read_onderdelen
from eloket.producten.models.overzicht import tarieventabel
from eloket.producten.models.productdelen import Knip
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken import Soort, search
from eloket.website.services import Rij

TAAL = "nl"  # the desk works in Dutch


@dataclass(frozen=True)
class Deskproduct:
    """One product in a list: enough to choose by."""

    titel: str
    slug: str
    samenvatting: str


@dataclass(frozen=True)
class Deskkanaal:
    """How it goes through one channel, in words; `adres` is "" where the gemeente's own address counts."""

    naam: str
    tekst: str
    adres: str


@dataclass(frozen=True)
class Deskvraag:
    """A question to ask the caller; `goed` is the answer with which it can be applied for, `uitleg` HTML."""

    vraag: str
    goed: str
    uitleg: str


@dataclass(frozen=True)
class ProductIntern:
    """What everybody may know (`product`), and beside it what only colleagues may. Rich text is HTML.

    `wie_doet_wat`: for each channel who finishes it; `tarieven`: rows of two or three cells.
    """

    product: Product
    memo: str
    wie_doet_wat: tuple[Rij, ...]
    vragen_vooraf: tuple[Deskvraag, ...]
    feiten: tuple[Rij, ...]
    kanalen: tuple[Deskkanaal, ...]
    tarieven: tuple[list[str], ...]
    formulieren: tuple[Aanbod, ...]
    afspraken: tuple[Afspraakaanbod, ...]
    verwant: tuple[Deskproduct, ...]


def find_deskproducten(vraag: str, *, now: datetime) -> list[Deskproduct]:
    """What the public search finds, and what only colleagues may see; best first."""
    found = search(vraag, taal=TAAL, lezer=Lezer.MEDEWERKER, now=now).treffers
    products = (document for document in found if document.soort == Soort.PRODUCT)
    return [Deskproduct(product.titel, product.slug, product.tekst) for product in products]


def get_deskproduct(slug: str, *, now: datetime) -> ProductIntern | None:
    """The product with this slug, as a colleague may see it; None when there is none."""
    pages = select_producten(taal=TAAL, lezer=Lezer.MEDEWERKER, now=now)
    page = pages.filter(slug=slug).first()
    if page is None:
        return None
    with override(TAAL):
        return _read(page, now=now)


def _read(page: ProductPage, *, now: datetime) -> ProductIntern:
    (product,) = read_producten([page], taal=TAAL, now=now)
    (parts,) = read_onderdelen([page], taal=TAAL, now=now)
    kanalen = list(page.kanalen.all())
    return ProductIntern(
        product=product,
        memo=expand_db_html(page.desk_memo),
        wie_doet_wat=tuple(Rij(_name(kanaal), _who(kanaal)) for kanaal in kanalen),
        vragen_vooraf=tuple(
            Deskvraag(each["vraag"], each["goed"], expand_db_html(each["uitleg"]))
            for each in read_blocks(page.checks)
        ),
        feiten=tuple(page.feiten(parts.tarieven, kanalen)),
        kanalen=tuple(
            Deskkanaal(_name(kanaal), expand_db_html(kanaal.tekst), kanaal.adres) for kanaal in kanalen
        ),
        tarieven=tuple(tarieventabel(parts.tarieven)),
        formulieren=tuple(parts.formulieren),
        afspraken=tuple(parts.afspraken),
        verwant=tuple(_related(page, now=now)),
    )


def _related(page: ProductPage, *, now: datetime) -> list[Deskproduct]:
    keys = page.verwante_producten.values_list("product__translation_key", flat=True)
    visible = ProductPage.objects.visible_to(Lezer.MEDEWERKER, now=now)
    found = visible.filter(locale_id=page.locale_id, translation_key__in=list(keys))
    return [_in_list(each) for each in found.order_by("title")]


def _in_list(page: ProductPage) -> Deskproduct:
    return Deskproduct(page.title, page.slug, page.samenvatting)


def _name(kanaal: ProductKanaal) -> str:
    return str(kanaal.get_kanaal_display())


def _who(kanaal: ProductKanaal) -> str:
    """The knip in a sentence to the colleague; "" when the redacteur did not say."""
    who = kanaal.behandelaar or _("de afdeling")
    match kanaal.knip:
        case Knip.ZELF:
            return _("U handelt dit zelf af.")
        case Knip.AANNEMEN:
            return _("Neem het aan. %(wie)s handelt het af.") % {"wie": who[:1].upper() + who[1:]}
        case Knip.DOORVERWIJZEN:
            return _("Verwijs door naar %(wie)s.") % {"wie": who}
        case _other:
            return kanaal.behandelaar
