"""The pages that every site owes its visitors, in both languages, for a gemeente to make its own."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Site

from eloket.producten.boom import Boom
from eloket.producten.invoer import publish_child, translate_page
from eloket.website.models import ContentPage, Instellingen
from eloket.website.services import save_instellingen

TEKSTEN = Path(__file__).parent / "standaard" / "verklaringen.json"


@transaction.atomic
def ensure_verklaringen(nl: Boom, en: Boom) -> None:
    """Contact, accessibility, privacy, cookies and archive: made and chosen where no page was chosen yet.

    A page at the same address is chosen as it is. `en` must be there, as the parent of the translations.
    """
    site = Site.objects.get(is_default_site=True)
    own = Instellingen.objects.filter(site=site).first() or Instellingen(site=site)
    missing = [each for each in _read() if getattr(own, f"{each['veld']}_id") is None]
    if missing:
        save_instellingen(site, **{each["veld"]: _ensure_page(nl, each) for each in missing})


def _ensure_page(nl: Boom, data: dict[str, Any]) -> ContentPage:
    found: ContentPage | None = ContentPage.objects.child_of(nl.home).filter(slug=data["slug"]).first()
    if found is not None:
        return found
    page = publish_child(nl.home, ContentPage(slug=data["slug"], **_words(data["nl"])))
    translate_page(page, "en", _words(data["en"]))
    return page


def _words(words: dict[str, Any]) -> dict[str, Any]:
    """Title, summary and body; the body is a list of [block, value]."""
    return {**words, "body": [(kind, value) for kind, value in words["body"]]}


def _read() -> list[dict[str, Any]]:
    return json.loads(TEKSTEN.read_text(encoding="utf-8"))
