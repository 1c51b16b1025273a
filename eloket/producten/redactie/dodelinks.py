"""Which links of a page lead nowhere: our own pages that are gone, and addresses that a worker found dead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from eloket.producten.models import ExterneLink
from eloket.producten.models.zichtbaar import Lezer, visible_q
from eloket.producten.redactie.links import Link, list_links
from eloket.producten.redactie.teksten import list_teksten


@dataclass(frozen=True, slots=True)
class DodeLink:
    """A link that leads nowhere, and why in the words of the redacteur."""

    link: Link
    uitleg: str


@dataclass(frozen=True, slots=True)
class Doelen:
    """What there is to link to, read once for any number of pages."""

    paginas: frozenset[str]
    documenten: frozenset[str]
    dood: frozenset[str]

    def find_dead(self, links: Sequence[Link]) -> list[DodeLink]:
        """The links of these that lead nowhere, each once per place."""
        return [DodeLink(link, text) for link in dict.fromkeys(links) if (text := self._explain(link))]

    def _explain(self, link: Link) -> str:
        if link.soort == "page" and link.doel not in self.paginas:
            return _("Deze pagina staat niet (meer) op de site.")
        if link.soort == "document" and link.doel not in self.documenten:
            return _("Dit document bestaat niet meer.")
        if link.soort == "adres" and link.doel in self.dood:
            return _("Deze pagina op een andere site bestaat niet meer.")
        return ""


def read_doelen(links: Sequence[Link], *, now: datetime) -> Doelen:
    """What exists of all that these links point at. Three queries at most."""
    pages = Page.objects.filter(_ids(links, "page")).filter(visible_q(Lezer.MEDEWERKER, now=now))
    documents = get_document_model().objects.filter(_ids(links, "document"))
    dead = ExterneLink.objects.dead().filter(url__in={link.doel for link in links if link.soort == "adres"})
    return Doelen(
        paginas=frozenset(map(str, pages.values_list("pk", flat=True))),
        documenten=frozenset(map(str, documents.values_list("pk", flat=True))),
        dood=frozenset(dead.values_list("url", flat=True)),
    )


def page_links(page: Any) -> list[Link]:
    """Every link of a product: in its texts, its channels, and the organisation that arranges it."""
    rows = [("elders_url", page.elders_naam, page.elders_url)]
    rows += [("kanalen", str(kanaal), kanaal.adres) for kanaal in page.kanalen.all()]
    return [
        *list_links(list_teksten(page)),
        *(Link("adres", adres, label, veld, label) for veld, label, adres in rows if "://" in adres),
    ]


def find_dode_links(page: Any, *, now: datetime) -> list[DodeLink]:
    """The links of this page, as it is in memory, that lead nowhere."""
    links = page_links(page)
    return read_doelen(links, now=now).find_dead(links)


def _ids(links: Sequence[Link], soort: str) -> Q:
    """Ids that are no number, or too large for one, exist nowhere."""
    return Q(pk__in={int(link.doel) for link in links if link.soort == soort and _is_id(link.doel)})


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10
