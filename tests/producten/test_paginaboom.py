"""Breadcrumbs and links between pages come from one tree in memory; it hides what `visible_to` hides."""

from datetime import timedelta

from django.test import Client
from wagtail.models import PageViewRestriction

from eloket.lib import klok
from eloket.website.services import get_paginaboom
from tests.producten.factories import Catalogus, make_product


def test_links_are_given_to_what_everybody_may_see(catalogus: Catalogus) -> None:
    seen, expired, closed, draft = (make_product(catalogus, name) for name in ("a", "b", "c", "d"))
    expired.expire_at = klok.now() - timedelta(minutes=1)
    expired.save()
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    draft.unpublish()
    keys = [page.translation_key for page in (seen, expired, closed, draft)]
    found = get_paginaboom().links(keys, locale_id=seen.locale_id, now=klok.now())
    assert [link.url for link in found.values()] == ["/producten/a/"]


def test_a_restriction_higher_up_counts_too(catalogus: Catalogus) -> None:
    page = make_product(catalogus, "a")
    PageViewRestriction.objects.create(page=catalogus.nl.producten, restriction_type="login")
    assert not get_paginaboom().links([page.translation_key], locale_id=page.locale_id, now=klok.now())


def test_a_renamed_page_is_in_the_breadcrumb_at_once(client: Client, catalogus: Catalogus) -> None:
    make_product(catalogus, "paspoort")
    catalogus.nl.producten.title = "Alles wat u kunt regelen"
    catalogus.nl.producten.save_revision().publish()
    assert "Alles wat u kunt regelen" in client.get("/producten/paspoort/").content.decode()
