"""What lies there to be done."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eloket.zaken.backoffice.toegang import behandelaar_required
from eloket.zaken.forms import WerkvoorraadForm
from eloket.zaken.services import list_statusnamen, list_werkvoorraad


@require_safe
@behandelaar_required
def lijst(request: HttpRequest) -> HttpResponse:
    """Open zaken, oldest first; by number, by status, or the closed ones."""
    form = WerkvoorraadForm(request.GET, statusnamen=list_statusnamen())
    form.is_valid()  # what makes no sense is left out of the filter
    wanted = form.cleaned_data
    zaken = list_werkvoorraad(
        zoek=wanted.get("zoek", "").strip(),
        status=wanted.get("status", ""),
        open_zaken=not wanted.get("gesloten", False),
        page=_page_number(request),
    )
    page = Paginator(range(zaken.total), zaken.page_size).page(zaken.page)
    query = request.GET.copy()
    query.pop("p", None)
    context = {"form": form, "zaken": zaken, "page": page, "query": query.urlencode()}
    return render(request, "zaken/werkvoorraad.html", context)


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("p", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
