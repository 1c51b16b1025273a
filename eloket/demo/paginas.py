"""Site settings, overviews and statements of Rietwaard."""

import json

from wagtail.models import Site

from eloket.demo.bron import read
from eloket.producten.services import Boom, ensure_verklaringen, republish
from eloket.website.services import save_instellingen


def load_paginas(nl: Boom, en: Boom) -> None:
    """The settings of the default site, the words of the overviews, and the statements in both languages."""
    values = read("instellingen")
    reports = json.dumps(values.pop("toegankelijk_onderzoeken"))
    save_instellingen(Site.objects.get(is_default_site=True), **values, toegankelijk_onderzoeken=reports)
    for name, words in read("overzichten").items():
        for boom, taal in ((nl, "nl"), (en, "en")):
            page = getattr(boom, name)
            page.title, page.samenvatting = words[taal]["title"], words[taal]["samenvatting"]
            republish(page)
    ensure_verklaringen(nl, en)
