"""The feed of Samenwerkende Catalogi 4.0: our products for overheid.nl, as XML in a fixed order."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from django.utils.timezone import get_default_timezone
from django.utils.translation import override

from eloket.producten.gegevens import Organisatiegegevens, Product
from eloket.producten.uitgangen.online import find_aanvraag_url, online_aanvragen
from eloket.producten.uitgangen.opmaak import clean_text
from eloket.producten.uitgangen.owms import owms_uri, recognise, short_name
from eloket.producten.uitgangen.teksten import list_hoofdstukken
from eloket.producten.uitgangen.xhtml import write_xhtml

NAMESPACES = {
    "xmlns:overheidproduct": "http://standaarden.overheid.nl/product/terms/",
    "xmlns:overheid": "http://standaarden.overheid.nl/owms/terms/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://standaarden.overheid.nl/product/terms/ https://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd"
    ),
}
XHTML = "http://www.w3.org/1999/xhtml"
AUDIENCE = {"burger": "particulier", "ondernemer": "ondernemer"}
# Kinds of organisation that OWMS calls otherwise.
SCHEMES = {"Rijk": "Ministerie", "Anders": "AndereOrganisatie"}
MAX_ABSTRACT = 300
NEVER = "1970-01-01"  # the element is required, and a loader may set no date


def write_feed(products: Iterable[Product], *, gemeente: Organisatiegegevens) -> Iterator[str]:
    """The feed in pieces, one for each product. `gemeente`: where all this holds."""
    root = " ".join(f"{name}={quoteattr(value)}" for name, value in NAMESPACES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<overheidproduct:scproducten {root}>\n'
    for product in products:
        with override(product.taal):
            written = _write_product(product, gemeente)
        yield written
    yield "</overheidproduct:scproducten>\n"


def _write_product(product: Product, gemeente: Organisatiegegevens) -> str:
    meta = _group("owmskern", _owmskern(product, gemeente))
    meta += _group("owmsmantel", _owmsmantel(product)) + _group("scmeta", _scmeta(product))
    return (
        '<overheidproduct:scproduct owms-version="4.0">\n'
        f"{_group('meta', [meta])}{_group('body', _body(product))}</overheidproduct:scproduct>\n"
    )


def _owmskern(product: Product, gemeente: Organisatiegegevens) -> list[str]:
    return [
        _element("dcterms:identifier", product.url),
        _element("dcterms:title", product.titel),
        _element("dcterms:language", product.taal),
        _element("dcterms:type", "productbeschrijving", scheme="overheid:Informatietype"),
        _element("dcterms:modified", _day(product)),
        _organisatie("dcterms:spatial", gemeente),
        _organisatie("overheid:authority", recognise(product.verantwoordelijke, gemeente=gemeente)),
    ]


def _organisatie(name: str, organisatie: Organisatiegegevens) -> str:
    scheme = f"overheid:{SCHEMES.get(organisatie.soort, organisatie.soort)}"
    uri = owms_uri(organisatie)
    return _element(name, short_name(organisatie.naam), scheme=scheme, resourceIdentifier=uri)


def _owmsmantel(product: Product) -> list[str]:
    audience = [AUDIENCE[each] for each in product.doelgroepen]
    return [
        *(_element("dcterms:audience", each, scheme="overheid:Doelgroep") for each in audience),
        *(_element("dcterms:subject", thema.titel) for thema in product.themas),
        _element("dcterms:abstract", product.samenvatting[:MAX_ABSTRACT]),
    ]


def _scmeta(product: Product) -> list[str]:
    url, scheme = find_aanvraag_url(product), "overheid:UniformeProductnaam"
    return [
        _element("overheidproduct:productID", product.id),
        _element("overheidproduct:onlineAanvragen", online_aanvragen(product)),
        *([_element("overheidproduct:aanvraagURL", "", resourceIdentifier=url)] if url else []),
        *(
            _element(
                "overheidproduct:uniformeProductnaam", upn.naam, scheme=scheme, resourceIdentifier=upn.uri
            )
            for upn in product.uniforme_productnamen
        ),
        *(
            _element("overheidproduct:gerelateerdProduct", each.titel, resourceIdentifier=each.url)
            for each in product.verwant
        ),
    ]


def _body(product: Product) -> list[str]:
    """The whole text of the page as XHTML, nothing where the redacteur wrote nothing."""
    chapters = "".join(
        f"<h2>{escape(each.kop)}</h2>{write_xhtml(each.tekst, basis=product.url)}"
        for each in list_hoofdstukken(product)
    )
    if not chapters:
        return []
    return [
        f'<overheidproduct:productHTML><div xmlns="{XHTML}">{chapters}</div></overheidproduct:productHTML>\n'
    ]


def _day(product: Product) -> str:
    """The calendar day of the last change, in the gemeente's time zone."""
    changed = product.bijgewerkt
    return changed.astimezone(get_default_timezone()).date().isoformat() if changed else NEVER


def _group(name: str, elements: Iterable[str]) -> str:
    return f"<overheidproduct:{name}>\n{''.join(elements)}</overheidproduct:{name}>\n"


def _element(name: str, text: str, **attributes: str) -> str:
    """One element; characters that XML cannot hold are left out."""
    given = "".join(f" {key}={quoteattr(clean_text(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{escape(clean_text(text))}</{name}>\n"
