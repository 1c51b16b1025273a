"""Who looks, and what every screen of Mijn zaken needs besides."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from eloket.accounts.services import Identiteit, get_identiteit, seconds_left
from eloket.mijnzaken.services import Dossier, NotMine, get_dossier
from eloket.website.services import Link


def require_identiteit(request: HttpRequest) -> Identiteit:
    """Who is logged in. Errors: `Http404` when the session ended between the decorator and here."""
    identiteit = get_identiteit(request)
    if identiteit is None:
        raise Http404
    return identiteit


def require_dossier(identificatie: str, identiteit: Identiteit) -> Dossier:
    """The zaak. Errors: `Http404`, for somebody else's too."""
    try:
        return get_dossier(identificatie, voor=identiteit.belanghebbende, door=identiteit.handelende)
    except NotMine:
        raise Http404("Deze zaak is er niet, of is niet van u.") from None


def screen_context(request: HttpRequest, identiteit: Identiteit, *crumbs: Link) -> dict[str, Any]:
    """The bar above the page, and where it stands: home, then `crumbs`, the last of which is this page."""
    home = Link(_("Home"), reverse("wagtail_serve", args=[""]))
    return {
        "identiteit": identiteit,
        "idle_seconds": seconds_left(request),
        "crumbs": [home, *crumbs],
    }


def list_crumb() -> Link:
    return Link(_("Mijn zaken"), reverse("mijnzaken:lijst"))


def title_of(dossier: Dossier) -> str:
    """What stands above a zaak, also when the register does not give it."""
    return dossier.zaak.naam if dossier.zaak else _("Uw aanvraag")


def zaak_crumb(identificatie: str, title: str = "") -> Link:
    """The way back to a zaak; by its number when nobody asked the register for its name."""
    return Link(title or identificatie, reverse("mijnzaken:zaak", args=[identificatie]))
