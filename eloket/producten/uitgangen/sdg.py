"""The products under the names of the single digital gateway (SDG), with Dutch and English side by side.

One record for each national name: the SDG knows products by name. A product with more names is described
once, under its main name; its other names say that they fall under that one (`productValtOnder`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.utils.html import escape
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.producten.gegevens import Organisatiegegevens, Product, read_producten, select_producten
from eloket.producten.models import ProductPage, ProductUpn, UniformeProductnaam
from eloket.producten.models.productdelen import Kanaal
from eloket.producten.models.verwijzingen import Naam
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.uitgangen.markdown import write_markdown
from eloket.producten.uitgangen.online import find_aanvraag_url
from eloket.producten.uitgangen.owms import owms_uri, read_gemeente, recognise
from eloket.producten.uitgangen.teksten import write_hoe, write_kosten, write_termijn
from eloket.website.services import LocatieInfo, list_locaties

TALEN = ("nl", "en")
MAX_TITEL = 150
# The information areas of the regulation that are for businesses; the others are for citizens.
BEDRIJF = set("JKLMNOPQX")


@dataclass(frozen=True)
class SdgLink:
    label: str
    url: str


@dataclass(frozen=True)
class SdgOrganisatie:
    owms_identifier: str
    owms_pref_label: str
    owms_end_date: date | None = None


@dataclass(frozen=True)
class SdgLocatie:
    """An address; `openingstijden`: weekday to spans such as "09:00 - 17:00"."""

    naam: str
    straat: str
    nummer: str
    postcode: str
    plaats: str
    land: str
    openingstijden: dict[str, list[str]]
    openingstijden_opmerking: str


@dataclass(frozen=True)
class SdgVertaling:
    """The texts in one language, in Markdown; "" for no answer."""

    taal: str
    titel: str
    tekst: str
    links: tuple[SdgLink, ...]
    procedure_beschrijving: str
    bewijs: str
    vereisten: str
    bezwaar_en_beroep: str
    kosten_en_betaalmethoden: str
    uiterste_termijn: str
    wtd_bij_geen_reactie: str
    procedure_link: SdgLink | None
    product_aanwezig_toelichting: str
    product_valt_onder_toelichting: str
    datum_wijziging: datetime | None


@dataclass(frozen=True)
class SdgProduct:
    uuid: UUID
    upn_label: str
    upn_uri: str
    publicatie_datum: date | None
    product_aanwezig: bool
    product_valt_onder: Naam | None
    verantwoordelijke_organisatie: SdgOrganisatie
    bevoegde_organisatie: SdgOrganisatie
    locaties: tuple[SdgLocatie, ...]
    doelgroep: str
    beschikbare_talen: tuple[str, ...]
    vertalingen: tuple[SdgVertaling, ...]


@dataclass(frozen=True)
class SdgPagina:
    """One page of the list; `totaal` counts the whole list."""

    producten: tuple[SdgProduct, ...]
    totaal: int


Rij = tuple[int, UUID, str]  # page, translation key, URI of the name


def list_sdg(*, alles: bool, pagina: int, per_pagina: int, now: datetime) -> SdgPagina:
    """The records by slug. Unless `alles`: only the names that the single digital gateway asks for."""
    rows = _rows(alles=alles, now=now)
    start = (pagina - 1) * per_pagina
    return SdgPagina(tuple(_build(rows[start : start + per_pagina], now=now)), len(rows))


def find_sdg(uuid: UUID, *, now: datetime) -> SdgProduct | None:
    """The record with this id, None when there is none for everybody to see."""
    rows = [row for row in _rows(alles=True, now=now) if uuid in (row[1], _uuid_of(row[1], row[2]))]
    return next((record for record in _build(rows, now=now) if record.uuid == uuid), None)


def _rows(*, alles: bool, now: datetime) -> list[Rij]:
    """Every national name of every visible product. One query; three short values a name."""
    pages = ProductPage.objects.visible_to(Lezer.IEDEREEN, now=now).filter(locale__language_code="nl")
    names = ProductUpn.objects.filter(page__in=pages).exclude(
        upn__uri=UniformeProductnaam.NOG_NIET_BESCHIKBAAR
    )
    chosen = names if alles else names.exclude(upn__sdg="")
    ordered = chosen.order_by("page__slug", "page_id", "sort_order", "pk")
    return list(ordered.values_list("page_id", "page__translation_key", "upn__uri"))


def _build(rows: Sequence[Rij], *, now: datetime) -> Iterable[SdgProduct]:
    """The records of these rows, with a fixed number of queries."""
    if not rows:
        return
    dutch = _read("nl", [row[1] for row in rows], now=now)
    english = _read("en", [row[1] for row in rows], now=now)
    gemeente, locaties = read_gemeente(), list_locaties(taal="nl")
    for _page, key, uri in rows:
        texts = [each[str(key)] for each in (dutch, english) if str(key) in each]
        naam = next((each for each in _names(dutch, key) if each.uri == uri), None)
        if naam:  # else it was taken off the product between two queries
            yield _record(texts, naam, gemeente=gemeente, locaties=locaties)


def _names(dutch: Mapping[str, Product], key: UUID) -> Sequence[Naam]:
    return dutch[str(key)].uniforme_productnamen if str(key) in dutch else ()


def _read(taal: str, keys: Iterable[UUID], *, now: datetime) -> dict[str, Product]:
    pages = select_producten(taal=taal, lezer=Lezer.IEDEREEN, now=now).filter(translation_key__in=set(keys))
    return {product.id: product for product in read_producten(pages, taal=taal, now=now)}


def _record(
    texts: Sequence[Product], naam: Naam, *, gemeente: Organisatiegegevens, locaties: Sequence[LocatieInfo]
) -> SdgProduct:
    product = texts[0]
    main = main_name(product)
    above = None if naam == main else main
    return SdgProduct(
        uuid=_uuid_of(UUID(product.id), naam.uri) if above else UUID(product.id),
        upn_label=naam.naam,
        upn_uri=naam.uri,
        publicatie_datum=_day(product.gepubliceerd),
        product_aanwezig=not product.elders_naam,
        product_valt_onder=above,
        verantwoordelijke_organisatie=_organisatie(recognise(product.verantwoordelijke, gemeente=gemeente)),
        bevoegde_organisatie=_organisatie(recognise(product.bevoegde, gemeente=gemeente)),
        locaties=tuple(map(_locatie, locaties)) if _goes_in_person(product) else (),
        doelgroep=_doelgroep(product, naam),
        beschikbare_talen=tuple(each.taal for each in texts),
        vertalingen=tuple(_vertaling(each, above) for each in texts),
    )


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(get_default_timezone()).date() if moment else None


def main_name(product: Product) -> Naam:
    """The name under which the product is described: the first that the gateway asks for, else the first."""
    names = product.uniforme_productnamen
    return next((naam for naam in names if naam.sdg), names[0])


def _uuid_of(key: UUID, uri: str) -> UUID:
    """The id of a further name of a product; the same for ever."""
    return uuid5(key, uri)


def _organisatie(organisatie: Organisatiegegevens) -> SdgOrganisatie:
    return SdgOrganisatie(owms_uri(organisatie), organisatie.naam)


def _goes_in_person(product: Product) -> bool:
    return any(each.kanaal == Kanaal.PERSOONLIJK and not each.adres for each in product.kanalen)


def _locatie(info: LocatieInfo) -> SdgLocatie:
    return SdgLocatie(
        naam=str(info.naam),
        straat=info.straat,
        nummer=info.huisnummer,
        postcode=info.postcode,
        plaats=info.plaats,
        land="Nederland",
        openingstijden=info.openingstijden,
        openingstijden_opmerking=str(info.uitleg),
    )


def _doelgroep(product: Product, naam: Naam) -> str:
    """The gateway knows one for each name: for both, its own information areas decide."""
    if len(product.doelgroepen) == 1:
        return "eu-bedrijf" if product.doelgroepen == ("ondernemer",) else "eu-burger"
    areas = {code[0] for code in naam.sdg.split(";") if code}
    return "eu-bedrijf" if areas and areas <= BEDRIJF else "eu-burger"


def _vertaling(product: Product, above: Naam | None) -> SdgVertaling:
    with override(product.taal):
        return SdgVertaling(
            taal=product.taal,
            titel=product.titel[:MAX_TITEL],
            tekst=_markdown(product, product.wat) or _markdown(product, escape(product.samenvatting)),
            links=_links(product),
            procedure_beschrijving=_markdown(product, write_hoe(product)),
            bewijs=_markdown(product, product.bewijs),
            vereisten=_markdown(product, product.voor_wie),
            bezwaar_en_beroep=_markdown(product, product.bezwaar),
            kosten_en_betaalmethoden=_markdown(product, write_kosten(product)),
            uiterste_termijn=_markdown(product, write_termijn(product)),
            wtd_bij_geen_reactie=_markdown(product, product.geen_reactie),
            procedure_link=_procedure(product),
            product_aanwezig_toelichting=_why_absent(product),
            product_valt_onder_toelichting=_why_below(product) if above else "",
            datum_wijziging=product.bijgewerkt,
        )


def _markdown(product: Product, html: str) -> str:
    return write_markdown(html, basis=product.url)


def _links(product: Product) -> tuple[SdgLink, ...]:
    """The page itself and what goes with it; only what is safe to follow."""
    links = [
        SdgLink(product.titel, product.url),
        *(SdgLink(each.titel, each.url) for each in product.verwant),
    ]
    return tuple(link for link in links if _is_safe(link.url))


def _procedure(product: Product) -> SdgLink | None:
    url = find_aanvraag_url(product)
    return SdgLink(_("Regel het online"), url) if _is_safe(url) else None


def _why_absent(product: Product) -> str:
    if not product.elders_naam:
        return ""
    return _("U regelt dit niet bij de gemeente, maar bij: %(naam)s") % {"naam": product.elders_naam}


def _why_below(product: Product) -> str:
    return _("U leest hierover bij: %(titel)s.") % {"titel": product.titel}


def _is_safe(url: str) -> bool:
    return url.startswith("https://")
