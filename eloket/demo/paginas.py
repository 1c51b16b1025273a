"""Site settings, overviews and plain pages of Rietwaard."""

from typing import Any

from wagtail.models import Site

from eloket.demo.bron import read
from eloket.producten.services import Boom, publish_child, republish, translate_page
from eloket.website.models import ContentPage
from eloket.website.services import save_instellingen


def load_paginas(nl: Boom, en: Boom) -> None:
    """The settings of the default site, the words of the overviews, and the plain pages in both languages."""
    save_instellingen(Site.objects.get(is_default_site=True), **read("instellingen"))
    for name, words in read("overzichten").items():
        for boom, taal in ((nl, "nl"), (en, "en")):
            page = getattr(boom, name)
            page.title, page.samenvatting = words[taal]["title"], words[taal]["samenvatting"]
            republish(page)
    for data in read("paginas"):
        page = publish_child(
            nl.home, ContentPage(slug=data["slug"], show_in_menus=True, **_words(data["nl"]))
        )
        translate_page(page, "en", _words(data["en"]))


def _words(words: dict[str, Any]) -> dict[str, Any]:
    """Title, summary and body of a plain page; the body is a list of [block, value]."""
    return {**words, "body": [(kind, value) for kind, value in words["body"]]}
