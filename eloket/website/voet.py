"""The links in the footer: pages for the menu, the statements of the site, and what apps above add."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext
from wagtail.models import Page, Site

from eloket.lib.tekst import Tekst
from eloket.website.models import Instellingen, Verklaringen
from eloket.website.onderdelen import Link

VoetSource = Callable[[], Link]

_sources: list[VoetSource] = []


def register_voetlink(source: VoetSource) -> VoetSource:
    """Add `source() -> Link` to the footer of every page; it is asked in the language of the page.

    Call it in `AppConfig.ready`; usable as a decorator. It is asked once per version of the site.
    """
    if source not in _sources:
        _sources.append(source)
    return source


def find_chosen(own: Instellingen, language: str) -> dict[str, Link]:
    """The pages that a redacteur chose, by field; in this language, or else in Dutch. One query."""
    ids = {name: getattr(own, f"{name}_id") for name in ("pagina_contact", *Verklaringen.VOET)}
    keys = dict(Page.objects.filter(pk__in=ids.values()).values_list("pk", "translation_key"))
    pages = _published(set(keys.values()), language)
    return {name: _link(pages[keys[pk]], language) for name, pk in ids.items() if pk and keys[pk] in pages}


def list_voetlinks(
    site: Site | None, own: Instellingen, chosen: dict[str, Link], language: str
) -> tuple[Link, ...]:
    """All links, each address once. `chosen`: what `find_chosen` found."""
    statements = [_with_status(link, own, name) for name, link in chosen.items()]
    added = [source() for source in _sources]
    named = {link.url for link in statements}
    menu = [link for link in _menu_links(site, language) if link.url not in named]
    return (*menu, *statements, *added)


def _published(keys: set[UUID], language: str) -> dict[UUID, Page]:
    """The page of each translation key that a visitor gets; the language of now goes before Dutch."""
    if not keys:
        return {}
    wanted = {settings.LANGUAGE_CODE, language}
    pages = Page.objects.live().public().filter(translation_key__in=keys, locale__language_code__in=wanted)
    ranked = sorted(pages.select_related("locale"), key=lambda page: page.locale.language_code == language)
    return {page.translation_key: page for page in ranked}


def _link(page: Page, language: str) -> Link:
    own = page.locale.language_code
    return Link(title=Tekst(page.title, "" if own == language else own), url=page.get_url() or "")


def _with_status(link: Link, own: Instellingen, name: str) -> Link:
    """The law asks status and date of the statement on accessibility beside the link to it."""
    if name != "pagina_toegankelijkheid" or own.toegankelijk_op is None:
        return link
    words = {"status": own.toegankelijk_status, "dag": date_format(own.toegankelijk_op, "j F Y")}
    return Link(link.title, link.url, gettext("status %(status)s, %(dag)s") % words)


def _menu_links(site: Site | None, language: str) -> list[Link]:
    """The pages right below home that a redacteur marked to be shown in menus."""
    if site is None:
        return []
    home = site.root_page.get_translations(inclusive=True).filter(locale__language_code=language).first()
    pages = Page.objects.child_of(home).live().in_menu().order_by("path") if home else []
    return [Link(title=page.title, url=page.get_url() or "") for page in pages]
