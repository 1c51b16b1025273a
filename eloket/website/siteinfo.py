"""What the settings of a site say, in one language: the same for every page.

Made once per version of the site and kept in the process. It never looks at the session or the user.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from wagtail.models import Site
from wagtail.rich_text import expand_db_html

from eloket.lib.tekst import Tekst, in_language
from eloket.website.bewaard import per_versie
from eloket.website.huisstijl import build_stylesheet
from eloket.website.locaties import LocatieInfo, read_locaties
from eloket.website.models import Instellingen, Storing
from eloket.website.onderdelen import Link
from eloket.website.storingen import StoringInfo, read_storingen
from eloket.website.telefoon import dial
from eloket.website.thema import css_hash
from eloket.website.voet import find_chosen, list_voetlinks


@dataclass(frozen=True)
class Nood:
    """The emergency banner, until a moment or until it is switched off."""

    toon: str
    titel: Tekst
    tekst: SafeString
    tot: datetime | None


@dataclass(frozen=True)
class SiteInfo:
    """What the settings of a site say, in one language."""

    naam: str
    omschrijving: str
    home_url: str
    logo_url: str
    logo_breedte: int
    logo_hoogte: int
    telefoon: str
    telefoon_buitenland: str
    email: str
    email_mb: int  # the largest mail that arrives
    adres: str  # this and `openingstijden`: only where there are no `locaties`
    openingstijden: Tekst
    locaties: tuple[LocatieInfo, ...]
    thema_url: str
    contact_url: str
    voetlinks: tuple[Link, ...]
    nood: Nood | None
    storingen: tuple[StoringInfo, ...]  # the newest, also those that are over or still to come
    home_depth: int

    @property
    def telefoon_href(self) -> str:
        return dial(self.telefoon)

    @property
    def telefoon_buitenland_href(self) -> str:
        return dial(self.telefoon_buitenland)


def default_site() -> Site | None:
    return Site.objects.filter(is_default_site=True).select_related("root_page").first()


def get_site_info(site: Site | None) -> SiteInfo:
    """The settings of this site in the language of now; kept in the process per version of the site."""
    return read_site_info(site, get_language() or settings.LANGUAGE_CODE)


@per_versie
def read_site_info(site: Site | None, language: str) -> SiteInfo:
    """The same, from the database. A site without settings gets the defaults; reading writes nothing."""
    rows = Instellingen.objects.select_related("logo").annotate(met_storing=Exists(Storing.objects.all()))
    found = rows.filter(site=site).first() if site else None
    own = found or Instellingen()
    logo = own.logo.get_rendition("max-480x160") if own.logo else None
    chosen = find_chosen(own, language)
    locaties = read_locaties(language)
    openingstijden = in_language(own.openingstijden, own.openingstijden_en, language)
    return SiteInfo(
        naam=own.naam,
        omschrijving=in_language(own.omschrijving, own.omschrijving_en, language),
        home_url=home_url(language),
        logo_url=logo.url if logo else "",
        logo_breedte=logo.width if logo else 0,
        logo_hoogte=logo.height if logo else 0,
        telefoon=own.telefoon,
        telefoon_buitenland=own.telefoon_buitenland,
        email=own.email,
        email_mb=own.email_mb,
        adres="" if locaties else own.adres,
        openingstijden=Tekst("") if locaties else openingstijden,
        locaties=locaties,
        thema_url=thema_url(own),
        contact_url=chosen["pagina_contact"].url if "pagina_contact" in chosen else "",
        voetlinks=list_voetlinks(site, own, chosen, language),
        nood=build_nood(own, language),
        storingen=read_storingen() if found is not None and found.met_storing else (),
        home_depth=site.root_page.depth if site else 2,
    )


def build_nood(own: Instellingen, language: str) -> Nood | None:
    if not own.nood_aan:
        return None
    words = in_language(own.nood_tekst, own.nood_tekst_en, language)
    text = mark_safe(expand_db_html(words))  # noqa: S308  a redacteur's, cleaned by Wagtail
    return Nood(
        toon=own.nood_toon,
        titel=in_language(own.nood_titel, own.nood_titel_en, language),
        tekst=format_html('<div lang="{}">{}</div>', words.lang, text) if words.lang else text,
        tot=own.nood_tot,
    )


def thema_url(own: Instellingen) -> str:
    """The address of the theme's style sheet, "" when the gemeente keeps the look of eloket itself."""
    css = build_stylesheet(own)
    return reverse("website:thema", args=[css_hash(css)]) if css else ""


def home_url(language: str) -> str:
    with override(language):
        return reverse("wagtail_serve", args=[""])
