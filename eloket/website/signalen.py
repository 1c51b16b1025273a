"""Which changes make what is kept of the public site out of date: Wagtail's own signals, nothing else.

Snippets and settings of other apps call `website.services.bump_version()` themselves.
"""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save
from wagtail import signals
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Site

from eloket.website.models import Afwijking, Instellingen, Locatie, Openingstijd, Storing
from eloket.website.versie import bump_version


def connect() -> None:
    """Called once, when all apps are loaded."""
    for signal in (signals.published, signals.unpublished, signals.page_published, signals.page_unpublished):
        signal.connect(on_change, dispatch_uid="website.versie")
    for signal in (signals.page_slug_changed, signals.post_page_move):
        signal.connect(on_change, dispatch_uid="website.versie")
    signals.page_published.connect(on_parts_saved, dispatch_uid="website.verwijzingen")
    post_save.connect(on_page_saved, dispatch_uid="website.versie.pagina")
    post_delete.connect(on_page_deleted, dispatch_uid="website.versie.pagina")
    # A document's address holds the name of its file: another file makes kept links dead.
    # Wagtail saves the parts of a Locatie after the Locatie itself: each of them counts.
    own = (Instellingen, Locatie, Openingstijd, Afwijking, Storing)
    for model in (*own, Redirect, Site, get_image_model(), get_document_model()):
        post_save.connect(on_change, sender=model, dispatch_uid="website.versie")
        post_delete.connect(on_change, sender=model, dispatch_uid="website.versie")


def on_change(sender: Any, **kwargs: Any) -> None:
    bump_version()


def on_parts_saved(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Wagtail notes what a page points at before the parts that were taken off it are gone: once more."""
    ReferenceIndex.create_or_update_for_object(instance)


def on_page_saved(
    sender: type[models.Model], instance: models.Model, created: bool, raw: bool, **kwargs: Any
) -> None:
    """A page made live without the publish action (a loader, a copy); drafts leave the site as it is."""
    if isinstance(instance, Page) and created and instance.live and not raw:
        bump_version()


def on_page_deleted(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        bump_version()
