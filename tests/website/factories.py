"""A small public site for Samira de redacteur to work on."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Locale, Page, Site

from eloket.website.models import Afwijking, ContentPage, Instellingen, Locatie, Openingstijd


def make_site(**settings: Any) -> Site:
    """A Dutch and an English home page at `/` and `/en/`, with settings."""
    root = Page.objects.get(depth=1)
    dutch, _ = Locale.objects.get_or_create(language_code="nl")
    english, _ = Locale.objects.get_or_create(language_code="en")
    Site.objects.all().delete()
    root.get_children().delete()
    root.refresh_from_db()
    home = root.add_child(instance=ContentPage(title="Rietwaard", slug="home", locale=dutch))
    english_home = home.copy_for_translation(english)
    english_home.slug = "home-en"
    english_home.save_revision().publish()
    site = Site.objects.create(hostname="localhost", is_default_site=True, root_page=home)
    Instellingen.objects.create(site=site, **{"naam": "Gemeente Rietwaard", **settings})
    return site


def make_page(site: Site, slug: str, **values: Any) -> ContentPage:
    """A live page right below the Dutch home page."""
    home = Page.objects.get(pk=site.root_page_id)
    page: ContentPage = home.add_child(
        instance=ContentPage(slug=slug, locale=home.locale, **{"title": slug.capitalize(), **values})
    )
    return page


def publish(page: ContentPage, **changes: Any) -> None:
    """What Samira does: change fields, press publish."""
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def make_locatie(
    *,
    tijden: Sequence[tuple[int, str, str]] = (),
    afwijkingen: Sequence[dict[str, Any]] = (),
    **values: Any,
) -> Locatie:
    """The gemeentehuis. `tijden`: weekday (Monday is 0), from, to; `afwijkingen`: fields of each."""
    fields = {
        "naam": "Gemeentehuis",
        "straat": "Rietplein",
        "huisnummer": "1",
        "postcode": "1234 AB",
        "plaats": "Rietwaard",
    }
    locatie = Locatie(**{**fields, **values})
    locatie.tijden = [Openingstijd(dag=dag, van=van, tot=tot) for dag, van, tot in tijden]
    locatie.afwijkingen = [Afwijking(**each) for each in afwijkingen]
    locatie.save()
    return locatie
