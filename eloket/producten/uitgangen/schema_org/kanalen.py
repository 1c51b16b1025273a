"""The S.T.E.P. matrix as ServiceChannels of schema.org."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from eloket.producten.models import ProductKanaal
from eloket.producten.models.productdelen import Kanaal
from eloket.website.services import LocatieInfo, SiteInfo

Node = dict[str, Any]
DAYS = {
    "maandag": "Monday",
    "dinsdag": "Tuesday",
    "woensdag": "Wednesday",
    "donderdag": "Thursday",
    "vrijdag": "Friday",
    "zaterdag": "Saturday",
    "zondag": "Sunday",
}


def list_channels(kanalen: Iterable[ProductKanaal], *, page_url: str, site: SiteInfo) -> list[Node]:
    """Every channel through which the product can be arranged. `page_url`: where one begins online."""
    languages = [code for code, _name in settings.LANGUAGES]
    return [
        {"@type": "ServiceChannel", "availableLanguage": languages, **_where(kanaal, page_url, site)}
        for kanaal in kanalen
        if kanaal.te_regelen
    ]


def _where(kanaal: ProductKanaal, page_url: str, site: SiteInfo) -> Node:
    adres = kanaal.adres.strip()
    match kanaal.kanaal:
        case Kanaal.SCHRIFTELIJK:
            return {"servicePostalAddress": _postal(adres, site)}
        case Kanaal.TELEFOON:
            return {"servicePhone": {"@type": "ContactPoint", "telephone": adres or site.telefoon}}
        case Kanaal.ELEKTRONISCH:
            return {"serviceUrl": adres if adres.startswith(("https://", "http://")) else page_url}
        case _persoonlijk:
            return {"serviceLocation": _places(adres, site)}


def _postal(adres: str, site: SiteInfo) -> Node:
    if adres or not site.locaties:
        return {"@type": "PostalAddress", "name": adres or site.adres or site.naam}
    return _address(site.locaties[0])


def _places(adres: str, site: SiteInfo) -> list[Node]:
    if adres or not site.locaties:
        return [{"@type": "Place", "name": site.naam, "address": adres or site.adres}]
    return [_place(each) for each in site.locaties]


def _place(info: LocatieInfo) -> Node:
    node = {"@type": "Place", "name": str(info.naam), "address": _address(info)}
    hours = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[day]}",
            "opens": span.split(" - ")[0],
            "closes": span.split(" - ")[1],
        }
        for day, spans in info.openingstijden.items()
        for span in spans
    ]
    return {**node, "openingHoursSpecification": hours} if hours else node


def _address(info: LocatieInfo) -> Node:
    return {
        "@type": "PostalAddress",
        "streetAddress": f"{info.straat} {info.huisnummer}".strip(),
        "postalCode": info.postcode,
        "addressLocality": info.plaats,
        "addressCountry": "NL",
    }
