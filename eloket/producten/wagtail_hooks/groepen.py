"""Taking away a theme or a life event: the products stay, and the editor hears how many there are."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from eloket.producten.models import LevensgebeurtenisPage, ProductPage, ThemaPage

RELATIES = {ThemaPage: "themas", LevensgebeurtenisPage: "levensgebeurtenissen"}


def count_producten(page: Page) -> int:
    """How many products stand in this theme or life event, in whatever language; 0 for another page."""
    relation = RELATIES.get(type(page))
    if relation is None:
        return 0
    found = ProductPage.objects.filter(**{f"{relation}__translation_key": page.translation_key})
    return found.values("translation_key").distinct().count()


@hooks.register("before_delete_page")
def tell_before_deleting(request: HttpRequest, page: Page) -> None:
    count = count_producten(page)
    if count and request.method == "GET":
        text = ngettext(
            "In “%(titel)s” staat %(aantal)d product. Het product zelf blijft bestaan en blijft op de site, "
            "maar is hier niet meer te vinden. Zet het zo nodig eerst ergens anders bij.",
            "In “%(titel)s” staan %(aantal)d producten. De producten zelf blijven bestaan en blijven op de "
            "site, maar zijn hier niet meer te vinden. Zet ze zo nodig eerst ergens anders bij.",
            count,
        )
        messages.warning(request, text % {"titel": page.title, "aantal": count})


@hooks.register("before_bulk_action")
def tell_before_bulk_deleting(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    """Wagtail's screen for many pages at once cannot say what hangs on each. Snippets come by here too."""
    if action_type != "delete":
        return None
    pages = [each.specific for each in objects if isinstance(each, Page)]
    used = [page for page in pages if count_producten(page)]
    if not used:
        return None
    names = ", ".join(f"“{page.title}”" for page in used)
    text = _(
        "Er staan nog producten in %(namen)s. Verwijder zo’n pagina apart; dan ziet u om hoeveel het gaat."
    )
    messages.error(request, text % {"namen": names})
    return redirect(action.next_url)
