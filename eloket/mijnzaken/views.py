"""Mijn zaken: a list and one zaak. Only for whoever logged in, and only what is theirs."""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Identiteit, Niveau, burger_required, get_identiteit, seconds_left
from eloket.formulieren.services import list_concepten
from eloket.lib import klok
from eloket.mijnzaken.services import Dossier, NotMine, get_dossier, get_overzicht, get_waarom
from eloket.website.services import Link
from eloket.zaken.services import Pagina, Zaak


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """All zaken of this person; 503 in plain words, never an empty list, when the register is silent."""
    identiteit = _identiteit(request)
    overzicht = get_overzicht(
        voor=identiteit.belanghebbende, door=identiteit.handelende, page=_page_number(request)
    )
    context = {
        "overzicht": overzicht,
        "concepten": list_concepten(identiteit, now=klok.now()) if _is_first_page(request) else [],
        "pagina": _paginator_page(overzicht.zaken),
        "identiteit": identiteit,
        "idle_seconds": seconds_left(request),
        "crumbs": [_home(), Link(_("Mijn zaken"), "")],
    }
    return render(request, "mijnzaken/lijst.html", context, status=503 if overzicht.storing else 200)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One zaak; somebody else's is 404, like one that does not exist."""
    identiteit = _identiteit(request)
    dossier = _get_dossier(identificatie, identiteit)
    context = {
        "dossier": dossier,
        "identificatie": identificatie,
        "identiteit": identiteit,
        "idle_seconds": seconds_left(request),
        "crumbs": [
            _home(),
            Link(_("Mijn zaken"), reverse("mijnzaken:lijst")),
            Link(_title(dossier.zaak), ""),
        ],
    }
    return render(request, "mijnzaken/zaak.html", context, status=503 if dossier.storing else 200)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def waarom(request: HttpRequest, identificatie: str) -> HttpResponse:
    """How the dates of one zaak came about; somebody else's is 404."""
    identiteit = _identiteit(request)
    dossier = _get_dossier(identificatie, identiteit)
    uitleg = get_waarom(dossier, voor=identiteit.belanghebbende, today=klok.today())
    context = {
        "zaak": dossier.zaak,
        "uitleg": uitleg,
        "identificatie": identificatie,
        "identiteit": identiteit,
        "idle_seconds": seconds_left(request),
        "crumbs": [
            _home(),
            Link(_("Mijn zaken"), reverse("mijnzaken:lijst")),
            Link(_title(dossier.zaak), reverse("mijnzaken:zaak", args=[identificatie])),
            Link(_("Waarom deze datum?"), ""),
        ],
    }
    return render(request, "mijnzaken/waarom.html", context, status=503 if uitleg.storing else 200)


def _get_dossier(identificatie: str, identiteit: Identiteit) -> Dossier:
    try:
        return get_dossier(identificatie, voor=identiteit.belanghebbende, door=identiteit.handelende)
    except NotMine:
        raise Http404("Deze zaak is er niet, of is niet van u.") from None


def _identiteit(request: HttpRequest) -> Identiteit:
    identiteit = get_identiteit(request)
    if identiteit is None:  # the session ended between the decorator and here
        raise Http404
    return identiteit


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("pagina", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _is_first_page(request: HttpRequest) -> bool:
    return _page_number(request) == 1


def _paginator_page(zaken: Pagina[Zaak] | None) -> "Page[int] | None":
    """Only numbers, for the links to other pages; the register did the counting."""
    if zaken is None:
        return None
    return Paginator(range(zaken.total), zaken.page_size).page(zaken.page)


def _home() -> Link:
    return Link(_("Home"), reverse("wagtail_serve", args=[""]))


def _title(zaak: Zaak | None) -> str:
    return zaak.naam if zaak else _("Uw aanvraag")
