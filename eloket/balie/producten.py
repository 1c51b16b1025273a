"""Products at the desk: found as fast as on the site, and with what is for colleagues alone."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Rol, get_medewerker, rol_required
from eloket.lib import klok
from eloket.producten.services import Deskproduct, find_deskproducten, get_deskproduct
from eloket.website.services import Link

PER_PAGINA = 20
MAX_VRAAG = 100


@require_safe
@rol_required(Rol.KCC)
def zoeken(request: HttpRequest) -> HttpResponse:
    """Products that fit `?q=`, with the same search as the site."""
    vraag = " ".join(request.GET.get("q", "").replace("\0", "").split())[:MAX_VRAAG]
    found = find_deskproducten(vraag, now=klok.now())
    pagina = Paginator(found, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "vraag": vraag,
        "aantal": len(found),
        "treffers": _links(pagina.object_list),
        "pagina": pagina,
        "basis": f"?{_query(vraag)}&pagina=",
        "medewerker": get_medewerker(request),
        "crumbs": _crumbs(),
    }
    return render(request, "balie/producten.html", context)


@require_safe
@rol_required(Rol.KCC)
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """One product: what the caller reads, and what only a colleague may."""
    found = get_deskproduct(slug, now=klok.now())
    if found is None:
        raise Http404
    context = {
        "intern": found,
        "product": found.product,
        "verwant": _links(found.verwant),
        "medewerker": get_medewerker(request),
        "crumbs": [*_crumbs(), Link(found.product.titel, "")],
    }
    return render(request, "balie/product.html", context)


def _links(products: Iterable[Deskproduct]) -> list[Link]:
    return [
        Link(each.titel, reverse("balie:product", args=[each.slug]), each.samenvatting) for each in products
    ]


def _query(vraag: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = vraag
    return query.urlencode()


def _crumbs() -> list[Link]:
    return [Link(_("Balie"), reverse("balie:start")), Link(_("Producten"), reverse("balie:producten"))]
