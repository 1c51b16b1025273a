"""What base.html shows around every page, from the site settings.

The part that is the same for every page of a language is made once per version of the site and kept in the
process. It never looks at the session or the user.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page, Site
from wagtail.rich_text import expand_db_html

from eloket.lib import klok
from eloket.website import thema, versie
from eloket.website.locaties import LocatieInfo, LocatieNu, describe, read_locaties
from eloket.website.models import Instellingen
from eloket.website.onderdelen import Link
from eloket.website.tekst import Tekst, in_language
from eloket.website.telefoon import dial


@dataclass(frozen=True)
class Taal:
    """A language and this page in it."""

    code: str
    naam: str
    url: str
    huidig: bool


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
    adres: str  # this and `openingstijden`: only where there are no `locaties`
    openingstijden: Tekst
    locaties: tuple[LocatieInfo, ...]
    thema_url: str
    contact_url: str
    voetlinks: tuple[Link, ...]
    nood: Nood | None
    home_depth: int

    @property
    def telefoon_href(self) -> str:
        return dial(self.telefoon)

    @property
    def telefoon_buitenland_href(self) -> str:
        return dial(self.telefoon_buitenland)


@dataclass(frozen=True)
class Kader:
    """Everything base.html needs."""

    site: SiteInfo
    basis_url: str
    demo: bool
    menu: tuple[Link, ...]
    talen: tuple[Taal, ...]
    kruimels: tuple[Link, ...]
    nood: Nood | None
    locaties: tuple[LocatieNu, ...]


def build_kader(request: HttpRequest | None, *, page: object, kruimels: Sequence[Link] | None) -> Kader:
    """The frame for this page. `page`: a Wagtail page or nothing; `kruimels`: a plain view's breadcrumb."""
    own_page = page if isinstance(page, Page) and page.pk else None
    info = get_site_info(Site.find_for_request(request) if request else default_site())
    related = relatives(own_page) if own_page else []
    now = klok.now()
    crumbs = tuple(kruimels) if kruimels else page_crumbs(own_page, related, info.home_depth)
    return Kader(
        site=info,
        basis_url=settings.ELOKET_BASIS_URL,
        demo=settings.ELOKET_DEMO,
        menu=build_menu(info, request.path if request else ""),
        talen=tuple(build_talen(request, own_page, related)),
        kruimels=crumbs if len(crumbs) > 1 else (),
        nood=info.nood if info.nood and (info.nood.tot is None or now < info.nood.tot) else None,
        locaties=tuple(describe(each, now) for each in info.locaties),
    )


def default_site() -> Site | None:
    return Site.objects.filter(is_default_site=True).first()


# --- The part that is kept ------------------------------------------------------------------------

_kept: dict[tuple[int, int | None, str], SiteInfo] = {}
_lock = threading.Lock()


def get_site_info(site: Site | None) -> SiteInfo:
    """The settings of this site in the language of now; kept in the process per version of the site."""
    language = get_language() or settings.LANGUAGE_CODE
    if not settings.ELOKET_PAGINACACHE:
        return read_site_info(site, language)
    version = versie.lezer.current()
    place = (version, site.pk if site else None, language)
    if version and place in _kept:
        return _kept[place]
    info = read_site_info(site, language)
    with _lock:
        for old in [other for other in _kept if other[0] != version]:
            del _kept[old]
        _kept[place] = info
    return info


def read_site_info(site: Site | None, language: str) -> SiteInfo:
    """The same, from the database. A site without settings gets the defaults; reading writes nothing."""
    found = Instellingen.objects.select_related("logo").filter(site=site).first() if site else None
    own = found or Instellingen()
    logo = own.logo.get_rendition("max-480x160") if own.logo else None
    links = menu_pages(site, language)
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
        adres="" if locaties else own.adres,
        openingstijden=Tekst("") if locaties else openingstijden,
        locaties=locaties,
        thema_url=thema_url(own),
        contact_url=next((link.url for link in links if link.url.rstrip("/").endswith("/contact")), ""),
        voetlinks=links,
        nood=build_nood(own, language),
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
    if own.thema == Instellingen().thema:
        return ""
    return reverse("website:thema", args=[thema.css_hash(thema.build_css(own.thema))])


def menu_pages(site: Site | None, language: str) -> tuple[Link, ...]:
    """The pages right below home that a redacteur marked to be shown in menus."""
    if site is None:
        return ()
    home = site.root_page.get_translations(inclusive=True).filter(locale__language_code=language).first()
    pages = Page.objects.child_of(home).live().in_menu().order_by("path") if home else []
    return tuple(Link(title=page.title, url=page.get_url() or "") for page in pages)


def home_url(language: str) -> str:
    with override(language):
        return reverse("wagtail_serve", args=[""])


# --- The part of this page ------------------------------------------------------------------------


def build_menu(info: SiteInfo, path: str) -> tuple[Link, ...]:
    """Home, Mijn zaken and Contact, with the one we are in marked."""
    entries = [
        (gettext("Home"), info.home_url),
        (gettext("Mijn zaken"), f"{info.home_url}mijn-zaken/"),
        *([(gettext("Contact"), info.contact_url)] if info.contact_url else []),
    ]
    return tuple(
        Link(title=title, url=url, huidig=marker(url, path, info.home_url)) for title, url in entries
    )


def marker(url: str, path: str, home: str) -> str:
    """The aria-current value of a menu entry."""
    if url == path:
        return "page"
    return "true" if url != home and path.startswith(url) else ""


def relatives(page: Page) -> list[Page]:
    """The pages above this one and its translations, in one query."""
    above = [page.path[:length] for length in range(page.steplen, len(page.path) + 1, page.steplen)]
    wanted = Q(path__in=above) | Q(translation_key=page.translation_key, live=True)
    return list(Page.objects.filter(wanted).select_related("locale").order_by("depth"))


def page_crumbs(page: Page | None, related: list[Page], home_depth: int) -> tuple[Link, ...]:
    """The way from home to this page."""
    way = [each for each in related if page and page.path.startswith(each.path) and each.depth >= home_depth]
    return tuple(
        Link(title=gettext("Home") if each.depth == home_depth else each.title, url=each.get_url() or "")
        for each in way
    )


def build_talen(request: HttpRequest | None, page: Page | None, related: list[Page]) -> list[Taal]:
    """Each language with the address of this page in it, or of its home page."""
    current = get_language() or settings.LANGUAGE_CODE
    addresses = translated_urls(page, related) if page else plain_urls(request)
    return [
        Taal(code, name, addresses.get(code) or home_url(code), huidig=code == current)
        for code, name in settings.LANGUAGES
    ]


def translated_urls(page: Page, related: list[Page]) -> dict[str, str]:
    return {
        each.locale.language_code: each.get_url() or ""
        for each in related
        if each.translation_key == page.translation_key
    }


def plain_urls(request: HttpRequest | None) -> dict[str, str]:
    """The addresses of a plain view; nothing for what is no view (a page that does not exist)."""
    if request is None:
        return {}
    current = get_language() or settings.LANGUAGE_CODE
    try:
        if resolve(request.path_info).url_name == "wagtail_serve":
            return {}
    except Resolver404:
        return {}
    others = {
        code: translate_url(request.path, code) for code, _name in settings.LANGUAGES if code != current
    }
    return {current: request.path} | {code: url for code, url in others.items() if url != request.path}
