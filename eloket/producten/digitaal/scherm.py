"""The page "Zo kunt u ons digitaal bereiken", and its link in the footer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.lib import klok
from eloket.producten.digitaal.wegen import list_wegen
from eloket.website.services import Link, public_page


@require_safe
@public_page()
def digitaal_bereiken(request: HttpRequest) -> HttpResponse:
    """Which digital way is open for what, as the law asks the gemeente to make known."""
    wegen = list_wegen(taal=get_language() or "nl", now=klok.now())
    groepen = [(_("Voor inwoners"), wegen.inwoners), (_("Voor ondernemers"), wegen.ondernemers)]
    context = {
        "groepen": [(kop, each) for kop, each in groepen if each],
        "crumbs": [Link(_("Home"), reverse("wagtail_serve", args=[""])), voetlink()],
    }
    return render(request, "producten/digitaal_bereiken.html", context)


def voetlink() -> Link:
    """The page in the language of now."""
    return Link(_("Zo kunt u ons digitaal bereiken"), reverse("digitaal-bereiken"))
