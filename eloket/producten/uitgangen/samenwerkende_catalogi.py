"""The feed of Samenwerkende Catalogi 4.0: our products for overheid.nl, as XML in a fixed order."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from django.utils.timezone import get_default_timezone

from eloket.lib import klok
from eloket.producten.gegevens import Product

NAMESPACES = {
    "xmlns:overheidproduct": "http://standaarden.overheid.nl/product/terms/",
    "xmlns:overheid": "http://standaarden.overheid.nl/owms/terms/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://standaarden.overheid.nl/product/terms/ https://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd"
    ),
}
AUDIENCE = {"burger": "particulier", "ondernemer": "ondernemer"}
MAX_ABSTRACT = 300
DIGID = 10  # the lowest betrouwbaarheidsniveau for which somebody logs in


def write_feed(products: Iterable[Product], *, gemeente: str, gemeente_uri: str) -> Iterator[str]:
    """The feed in pieces. `gemeente` and `gemeente_uri`: the authority as OWMS names it."""
    root = " ".join(f"{name}={quoteattr(value)}" for name, value in NAMESPACES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<overheidproduct:scproducten {root}>\n'
    for product in products:
        yield _write_product(product, gemeente=gemeente, gemeente_uri=gemeente_uri)
    yield "</overheidproduct:scproducten>\n"


def _write_product(product: Product, *, gemeente: str, gemeente_uri: str) -> str:
    authority = {"scheme": "overheid:Gemeente", "resourceIdentifier": gemeente_uri}
    kern = [
        _element("dcterms:identifier", product.url),
        _element("dcterms:title", product.titel),
        _element("dcterms:language", product.taal),
        _element("dcterms:type", "productbeschrijving", scheme="overheid:Informatietype"),
        _element("dcterms:modified", _day(product)),
        _element("dcterms:spatial", gemeente, **authority),
        _element("overheid:authority", gemeente, **authority),
    ]
    mantel = [
        *(
            _element("dcterms:audience", AUDIENCE[name], scheme="overheid:Doelgroep")
            for name in product.doelgroepen
        ),
        _element("dcterms:abstract", product.samenvatting[:MAX_ABSTRACT]),
    ]
    groups = _group("owmskern", kern) + _group("owmsmantel", mantel) + _group("scmeta", _scmeta(product))
    return (
        '<overheidproduct:scproduct owms-version="4.0">\n'
        f"<overheidproduct:meta>\n{groups}</overheidproduct:meta>\n"
        "<overheidproduct:body/>\n</overheidproduct:scproduct>\n"
    )


def _scmeta(product: Product) -> list[str]:
    names = [
        _element(
            "overheidproduct:uniformeProductnaam",
            upn.naam,
            scheme="overheid:UniformeProductnaam",
            resourceIdentifier=upn.uri,
        )
        for upn in product.uniforme_productnamen
    ]
    form = [_element("overheidproduct:aanvraagURL", "", resourceIdentifier=product.aanvraag_url)]
    return [
        _element("overheidproduct:productID", product.id),
        _element("overheidproduct:onlineAanvragen", _online(product)),
        *(form if product.aanvraag_url else []),
        *names,
    ]


def _online(product: Product) -> str:
    if product.niveau is None:
        return "nee"
    return "digid" if product.niveau >= DIGID else "ja"


def _day(product: Product) -> str:
    """The calendar day of the last change, in the gemeente's time zone."""
    changed = product.gewijzigd
    return (changed.astimezone(get_default_timezone()).date() if changed else klok.today()).isoformat()


def _group(name: str, elements: Iterable[str]) -> str:
    return f"<overheidproduct:{name}>\n{''.join(elements)}</overheidproduct:{name}>\n"


def _element(name: str, text: str, **attributes: str) -> str:
    """One element; characters that XML cannot hold are left out."""
    given = "".join(f" {key}={quoteattr(_clean(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{escape(_clean(text))}</{name}>\n"


def _clean(text: str) -> str:
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
