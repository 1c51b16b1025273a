"""What the catalogue does by itself."""

from datetime import datetime

from django.conf import settings

from eloket.lib.periodiek import elke
from eloket.outbox.services import handler
from eloket.producten.overname import opdracht
from eloket.producten.redactie.linkcontrole import check_links, collect_links
from eloket.producten.waarderingen.bewaren import purge_waarderingen
from eloket.producten.zonder_treffer.bewaren import purge_vragen


@elke(name="producten.vergeet_waarderingen", minutes=24 * 60)
def vergeet_waarderingen(*, now: datetime) -> None:
    """Remove what visitors said of a page two years ago."""
    purge_waarderingen(now=now)


@elke(name="producten.vergeet_vragen", minutes=24 * 60)
def vergeet_vragen(*, now: datetime) -> None:
    """Remove what people sought in vain and did not ask for again in ninety days."""
    purge_vragen(now=now)


@elke(name="producten.verzamel_links", minutes=60)
def verzamel_links(*, now: datetime) -> None:
    """Know which other sites the products link to."""
    collect_links()


@elke(name="producten.controleer_links", minutes=1)
def controleer_links(*, now: datetime) -> None:
    """Visit a few of them, spread over the week."""
    if settings.ELOKET_LINKCONTROLE:
        check_links(now=now)


@handler(opdracht.HANDLER)
def take_over(ids: dict[str, str], *, now: datetime) -> None:
    """Make drafts of the products in a file. May run twice."""
    opdracht.run_overname(ids["overname"], now=now)


@elke(name="producten.vergeet_overnames", minutes=60)
def vergeet_overnames(*, now: datetime) -> None:
    """Remove files that were only looked at."""
    opdracht.purge_overnames(now=now)
