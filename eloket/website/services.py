"""The door of website: what screens show, what the response cache must hear, what the worker does."""

from datetime import datetime

from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from eloket.lib.tekst import Tekst
from eloket.website.bestandsveld import VERWIJDER, VOEG_TOE, BestandenWidget, Gekozen, show_grootte
from eloket.website.bewaard import per_versie
from eloket.website.fouten import GENEST
from eloket.website.gebruik import Gebruiker, count_gebruik, list_gebruik
from eloket.website.gebruikscherm import GebruikColumn, GebruikPaneel
from eloket.website.huisstijl import build_stylesheet
from eloket.website.locaties import LocatieInfo, read_locaties
from eloket.website.models import Instellingen
from eloket.website.momenten import next_moment, register_moment_source
from eloket.website.onderdelen import Link, Rij, Stap
from eloket.website.paginaboom import Paginaboom, get_paginaboom
from eloket.website.publiek import mark_public, public_page
from eloket.website.siteinfo import SiteInfo, default_site, get_site_info
from eloket.website.storingen import Storingen, StoringInfo, get_storing, list_storingen
from eloket.website.vakken import Deel, VakkenField, VakkenWidget, collect, fout
from eloket.website.vast import VasteWaarde
from eloket.website.velden import DatumField, DatumWidget, spread_date
from eloket.website.versie import bump_version, site_version
from eloket.website.verwijderen import refuse_deletion
from eloket.website.voet import register_voetlink
from eloket.website.zichtbaar import Lezer, visible_q

__all__ = [
    "GENEST",
    "VERWIJDER",
    "VOEG_TOE",
    "BestandenWidget",
    "DatumField",
    "DatumWidget",
    "Deel",
    "GebruikColumn",
    "GebruikPaneel",
    "Gebruiker",
    "Gekozen",
    "Lezer",
    "Link",
    "LocatieInfo",
    "Paginaboom",
    "Rij",
    "SiteInfo",
    "Stap",
    "StoringInfo",
    "Storingen",
    "Tekst",
    "VakkenField",
    "VakkenWidget",
    "VasteWaarde",
    "bump_version",
    "collect",
    "count_gebruik",
    "fout",
    "get_instellingen",
    "get_paginaboom",
    "get_storing",
    "get_themacss",
    "list_gebruik",
    "list_locaties",
    "list_storingen",
    "mark_public",
    "next_moment",
    "per_versie",
    "public_page",
    "publish_scheduled",
    "refuse_deletion",
    "register_moment_source",
    "register_voetlink",
    "save_instellingen",
    "show_grootte",
    "site_version",
    "spread_date",
    "visible_q",
]


def get_instellingen() -> SiteInfo:
    """Name, telephone, e-mail, address and opening hours of the (default) site, in the language of now."""
    return get_site_info(default_site())


def get_themacss() -> str:
    """The gemeente's tokens as a rule on :root, for what no browser shows; "" for eloket's own look."""
    own = Instellingen.objects.filter(site=default_site()).first()
    return build_stylesheet(own or Instellingen())


def list_locaties(*, taal: str) -> tuple[LocatieInfo, ...]:
    """Every address of the gemeente with its hours and exceptions, in the order of the contact page.

    `taal`: a code of LANGUAGES. Three queries.
    """
    return read_locaties(taal)


def save_instellingen(site: Site, **values: object) -> None:
    """Write settings of a site, field by field (names of `Instellingen`), checked like a redacteur's own.

    Raises ValidationError, for instance when two colours cannot be read together.
    """
    own = Instellingen.objects.filter(site=site).first() or Instellingen(site=site)
    for name, value in values.items():
        setattr(own, name, value)
    own.full_clean()
    own.save()


def publish_scheduled(*, now: datetime) -> bool:
    """Publish and withdraw what a redacteur planned for before `now`; True when there was something to do.

    For the worker's sweeper: two cheap queries when nothing is due. Safe to call twice.
    """
    due = (
        Page.objects.filter(live=True, expire_at__lt=now).exists()
        or Revision.objects.filter(approved_go_live_at__lt=now).exists()
    )
    if due:
        call_command("publish_scheduled")
    return due
