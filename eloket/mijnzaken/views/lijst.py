"""All zaken of one person."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.formulieren.services import list_concepten
from eloket.lib import klok
from eloket.mijnzaken.services import get_overzicht
from eloket.mijnzaken.views.wie import require_identiteit, screen_context
from eloket.website.services import Link
from eloket.zaken.services import Pagina, Zaak


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """All zaken of this person; 503 in plain words, never an empty list, when the register is silent."""
    identiteit = require_identiteit(request)
    page = _page_number(request)
    overzicht = get_overzicht(voor=identiteit.belanghebbende, door=identiteit.handelende, page=page)
    context = {
        **screen_context(request, identiteit, Link(_("Mijn zaken"), "")),
        "overzicht": overzicht,
        "concepten": list_concepten(identiteit, now=klok.now()) if page == 1 else [],
        "pagina": _paginator_page(overzicht.zaken),
    }
    return render(request, "mijnzaken/lijst.html", context, status=503 if overzicht.storing else 200)


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("pagina", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _paginator_page(zaken: Pagina[Zaak] | None) -> "Page[int] | None":
    """Only numbers, for the links to other pages; the register did the counting."""
    if zaken is None:
        return None
    return Paginator(range(zaken.total), zaken.page_size).page(zaken.page)
