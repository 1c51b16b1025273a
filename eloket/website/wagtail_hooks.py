"""What the Wagtail admin adds or hides for this site."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.website.models import Locatie, Storing
from eloket.website.storingbeheer import StoringViewSet, stilstand


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The colour of eloket in the admin; nothing more."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/beheer.css"))


@hooks.register("insert_global_admin_js")
def admin_js() -> SafeString:
    """What Wagtail does not finish by itself; the file says what."""
    return format_html('<script src="{}" defer></script>', static("js/beheer.js"))


class LocatieViewSet(SnippetViewSet):
    """The addresses, beside the other settings of the site."""

    model = Locatie
    menu_label = _("Locaties")
    icon = "home"
    list_display = ["naam", "straat", "plaats", "volgorde"]
    add_to_settings_menu = True


register_snippet(LocatieViewSet)
register_snippet(StoringViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [path("stilstand/", stilstand, name="stilstand")]


@hooks.register("before_delete_snippet")
def keep_confirmed(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """Terms were counted with a confirmed outage: it stays as the reason."""
    if not any(isinstance(each, Storing) and each.bevestigd_at for each in instances):
        return None
    messages.error(request, _("Deze storing is bevestigd: termijnen zijn erdoor verlengd. Hij blijft staan."))
    return redirect("wagtailsnippets_website_storing:list")
