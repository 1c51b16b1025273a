"""The tree of a new site: home and its three index pages, in every language."""

from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from eloket.producten.models import HomePage, LevensgebeurtenisIndexPage, ProductIndexPage, ThemaIndexPage
from eloket.producten.models.zichtbaar import CatalogusPage

P = TypeVar("P", bound=CatalogusPage)


@dataclass(frozen=True)
class Boom:
    """The fixed pages of one language."""

    home: HomePage
    producten: ProductIndexPage
    themas: ThemaIndexPage
    levensgebeurtenissen: LevensgebeurtenisIndexPage


@transaction.atomic
def ensure_boom(taal: str = "nl") -> Boom:
    """The fixed pages in this language (a code of LANGUAGES), made where they are missing.

    Existing pages are left as they are.
    """
    with override(taal):
        home = _ensure_home(taal)
        return Boom(
            home=home,
            producten=_ensure_child(home, ProductIndexPage, "producten", _("Alle producten")),
            themas=_ensure_child(home, ThemaIndexPage, "themas", _("Thema’s")),
            levensgebeurtenissen=_ensure_child(
                home, LevensgebeurtenisIndexPage, "levensgebeurtenissen", _("Levensgebeurtenissen")
            ),
        )


def _ensure_home(taal: str) -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=taal)
    home: HomePage | None = HomePage.objects.filter(locale=locale).first()
    if home is not None:
        return home
    home = HomePage(title=_("Waarmee kunnen wij u helpen?"), slug=f"home-{taal}", locale=locale)
    dutch = HomePage.objects.filter(locale__language_code="nl").first() if taal != "nl" else None
    if dutch is not None:
        home.translation_key = dutch.translation_key
    root = Page.get_first_root_node()
    root.add_child(instance=home)
    if taal == "nl":
        _make_root_of_site(home)
    return home


def _make_root_of_site(home: HomePage) -> None:
    """Point the default site at the home page; Wagtail's welcome page, which nobody wrote, goes."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    welcome = site.root_page if site.pk else None
    site.root_page = home
    site.save()
    if welcome is not None and welcome.specific_class is Page and not welcome.is_root():
        Page.objects.get(pk=welcome.pk).delete()


def _ensure_child(home: HomePage, kind: type[P], slug: str, title: str) -> P:
    page: P | None = kind.objects.child_of(home).first()
    if page is not None:
        return page
    page = kind(title=title, slug=slug, locale=home.locale)
    dutch = (
        kind.objects.filter(locale__language_code="nl").first() if home.locale.language_code != "nl" else None
    )
    if dutch is not None:
        page.translation_key = dutch.translation_key
    home.add_child(instance=page)
    return page
