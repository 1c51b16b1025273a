"""Where the KCC-medewerker starts, with the caller on the line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Rol, get_medewerker, rol_required
from eloket.website.services import Link


@require_safe
@rol_required(Rol.KCC)
def start(request: HttpRequest) -> HttpResponse:
    """Search a product while you talk, and know at once whether something is down."""
    return render(request, "balie/start.html", {"links": _links(), "medewerker": get_medewerker(request)})


def _links() -> list[Link]:
    places = [
        (
            "formulieren_balie:start",
            _("Formulier invullen"),
            _("Vul een formulier in voor iemand anders, of help met een code."),
        ),
        ("storingen", _("Storingen"), _("Werkt er iets niet? Kijk hier eerst, voordat u gaat zoeken.")),
        (
            "afspraken_balie:start",
            _("Een afspraak maken"),
            _("Maak een afspraak voor wie belt of aan de balie staat."),
        ),
        ("uitgifte:start", _("Document controleren"), _("Wil iemand weten of een document echt van ons is?")),
    ]
    links = [(_reverse(name), title, text) for name, title, text in places]
    return [Link(title=title, url=url, text=text) for url, title, text in links if url]


def _reverse(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
