"""The graph of a product page: the service, its questions, and the way to the page."""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from eloket.producten.gegevens import absolute_url
from eloket.producten.models import Organisatie, ProductKanaal, ProductPage
from eloket.producten.models.blokken import read_blocks
from eloket.producten.models.onderdelen import Onderdelen
from eloket.producten.uitgangen.schema_org.aanbod import list_offers, processing_time
from eloket.producten.uitgangen.schema_org.kanalen import list_channels
from eloket.website.services import Link, SiteInfo

Node = dict[str, Any]
AUDIENCE = {"burger": ["citizens"], "ondernemer": ["businesses"], "beide": ["citizens", "businesses"]}
# What a browser would read as the end of the script, or as the beginning of something else.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def write_json_ld(
    page: ProductPage,
    parts: Onderdelen,
    kanalen: Sequence[ProductKanaal],
    *,
    site: SiteInfo,
    kruimels: Sequence[Link] = (),
) -> SafeString:
    """The script element for the head of the page. It holds data, which no browser runs."""
    graph = [
        build_service(page, parts, kanalen, site=site),
        *_faq(page),
        *_breadcrumb(kruimels),
    ]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')  # noqa: S308


def build_service(
    page: ProductPage, parts: Onderdelen, kanalen: Iterable[ProductKanaal], *, site: SiteInfo
) -> Node:
    """The product as a GovernmentService; what is not known is left out."""
    url, gemeente = absolute_url(page), _gemeente(site)
    channels = list_channels(kanalen, page_url=_begin(page, parts) or url, site=site)
    duration = processing_time(page.termijn_aantal, page.termijn_eenheid)
    return _known(
        {
            "@type": "GovernmentService",
            "@id": f"{url}#dienst",
            "name": page.title,
            "description": page.samenvatting,
            "url": url,
            "sameAs": [naam.uri for naam in parts.upns],
            "audience": [{"@type": "Audience", "audienceType": each} for each in AUDIENCE[page.doelgroep]],
            "provider": _organisation(page.verantwoordelijke, gemeente),
            "serviceOperator": _organisation(page.bevoegde or page.verantwoordelijke, gemeente),
            "areaServed": {"@type": "AdministrativeArea", "name": site.naam},
            "availableChannel": [_known({**each, "processingTime": duration}) for each in channels],
            "offers": list_offers(page.kosten_soort, parts.tarieven),
            "isRelatedTo": [_related(link) for link in parts.verwant],
            "termsOfService": _plain(page.bezwaar),
        }
    )


def _begin(page: ProductPage, parts: Onderdelen) -> str:
    """Where the online channel begins when it has no address of its own."""
    form = next(iter(parts.formulieren), None)
    return f"{settings.ELOKET_BASIS_URL}{form.url}" if form else page.elders_url


def _gemeente(site: SiteInfo) -> Node:
    node = {"@type": "GovernmentOrganization", "name": site.naam, "url": settings.ELOKET_BASIS_URL}
    return _known({**node, "telephone": site.telefoon, "email": site.email})


def _organisation(organisatie: Organisatie | None, gemeente: Node) -> Node:
    """Who answers for it; our own name in either spelling is the gemeente of this site."""
    if organisatie is None or organisatie.naam in (gemeente["name"], _short(gemeente["name"])):
        return gemeente
    return _known({"@type": "GovernmentOrganization", "name": organisatie.naam, "sameAs": organisatie.uri})


def _short(naam: str) -> str:
    return naam.removeprefix("Gemeente ")


def _related(link: Link) -> Node:
    url = f"{settings.ELOKET_BASIS_URL}{link.url}"
    return {"@type": "GovernmentService", "@id": f"{url}#dienst", "name": link.title, "url": url}


def _faq(page: ProductPage) -> list[Node]:
    questions = [
        {
            "@type": "Question",
            "name": each["vraag"],
            "acceptedAnswer": {"@type": "Answer", "text": _plain(each["antwoord"])},
        }
        for each in read_blocks(page.vragen)
    ]
    return [{"@type": "FAQPage", "mainEntity": questions}] if questions else []


def _breadcrumb(kruimels: Sequence[Link]) -> list[Node]:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": link.title,
            "item": f"{settings.ELOKET_BASIS_URL}{link.url}",
        }
        for position, link in enumerate(kruimels, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if items else []


def _plain(html: str) -> str:
    """The words of rich text, without asking where its links lead."""
    spaced = html.replace("</p>", " </p>").replace("</li>", " </li>").replace("<br", " <br")
    return " ".join(unescape(strip_tags(spaced)).split())


def _known(node: Mapping[str, Any]) -> Node:
    """Without what is empty."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
