"""A form as one file: out of here, and in from elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.widgets import Button

from eloket.formulieren.beheer import overdracht
from eloket.formulieren.models import Formulier


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("importeren/", overdracht.importeren, name="importeren"),
        path("importeren/uitvoeren/", overdracht.uitvoeren, name="uitvoeren"),
        path("<int:pk>/exporteren/", overdracht.exporteren, name="exporteren"),
    ]
    return [path("formulieren/", include((urls, "formulieroverdracht")))]


@hooks.register("register_snippet_listing_buttons")
def offer_export(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the list, behind the dots of each form."""
    if isinstance(snippet, Formulier) and user.has_perm(overdracht.MAG_EXPORTEREN):
        yield overdracht.exporteer_knop(snippet)
