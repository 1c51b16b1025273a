"""What base.html shows around one page. It never looks at the session or the user.

What is the same for every page comes from `siteinfo.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from eloket.lib import klok
from eloket.website.locaties import LocatieNu, describe
from eloket.website.onderdelen import Link
from eloket.website.paginaboom import get_paginaboom
from eloket.website.siteinfo import Nood, SiteInfo, default_site, get_site_info, home_url
from eloket.website.storingen import StoringInfo
from eloket.website.wegwijzer import find_site


@dataclass(frozen=True)
class Taal:
    """A language and this page in it."""

    code: str
    naam: str
    url: str
    huidig: bool


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
    storingen: tuple[StoringInfo, ...]
    locaties: tuple[LocatieNu, ...]


def build_kader(request: HttpRequest | None, *, page: object, kruimels: Sequence[Link] | None) -> Kader:
    """The frame for this page. `page`: a Wagtail page or nothing; `kruimels`: a plain view's breadcrumb."""
    own_page = page if isinstance(page, Page) and page.pk else None
    info = get_site_info(find_site(request) if request else default_site())
    now = klok.now()
    crumbs = tuple(kruimels) if kruimels else page_crumbs(own_page, info.home_depth)
    return Kader(
        site=info,
        basis_url=settings.ELOKET_BASIS_URL,
        demo=settings.ELOKET_DEMO,
        menu=build_menu(info, request.path if request else ""),
        talen=tuple(build_talen(request, own_page)),
        kruimels=crumbs if len(crumbs) > 1 else (),
        nood=info.nood if info.nood and (info.nood.tot is None or now < info.nood.tot) else None,
        storingen=tuple(each for each in info.storingen if each.holds(now)),
        locaties=tuple(describe(each, now) for each in info.locaties),
    )


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


def page_crumbs(page: Page | None, home_depth: int) -> tuple[Link, ...]:
    """The way from home to this page; the page itself too while it is not published (a preview)."""
    if page is None:
        return ()
    way = get_paginaboom().above(page)
    if not way or way[-1].path != page.path:
        way = [*way, page]
    return tuple(
        Link(title=gettext("Home") if each.depth == home_depth else each.title, url=each.get_url() or "")
        for each in way
        if each.depth >= home_depth
    )


def build_talen(request: HttpRequest | None, page: Page | None) -> list[Taal]:
    """Each language with the address of this page in it, or of its home page."""
    current = get_language() or settings.LANGUAGE_CODE
    addresses = translated_urls(page) if page else plain_urls(request)
    return [
        Taal(code, name, addresses.get(code) or home_url(code), huidig=code == current)
        for code, name in settings.LANGUAGES
    ]


def translated_urls(page: Page) -> dict[str, str]:
    return {each.locale.language_code: each.get_url() or "" for each in get_paginaboom().translations(page)}


def plain_urls(request: HttpRequest | None) -> dict[str, str]:
    """The addresses of a plain view, with what was asked; nothing for a page that does not exist."""
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
    found = {current: request.path} | {code: url for code, url in others.items() if url != request.path}
    asked = _kept_query(request)
    return {code: f"{url}?{asked}" if asked else url for code, url in found.items()}


def _kept_query(request: HttpRequest) -> str:
    """What was asked, for the same page in another language; without a way on that leads to somebody else."""
    if request.method != "GET":
        return ""
    query = request.GET.copy()
    if not url_has_allowed_host_and_scheme(query.get("next", ""), allowed_hosts={request.get_host()}):
        query.pop("next", None)
    return query.urlencode()
