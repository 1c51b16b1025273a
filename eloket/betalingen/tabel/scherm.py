"""The screens for next year's table: read it in, look at what it changes, take it over."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eloket.betalingen.forms import TabelForm
from eloket.betalingen.models import Tabelconcept
from eloket.betalingen.tabel.concept import store_concept
from eloket.betalingen.tabel.overnemen import (
    AlOvergenomen,
    NietOverTeNemen,
    TabelVeranderd,
    apply_concept,
    compare_concept,
)
from eloket.betalingen.tabel.uitvoer import write_tabel
from eloket.betalingen.tabel.vergelijken import Soort, Vergelijking
from eloket.betalingen.tabel.weergave import group_rijen, tell_rijen
from eloket.lib import klok

LOOK, CHANGE = "betalingen.view_tarief", "betalingen.change_tarief"
PER_PAGE = 100
SHOWN_FAULTS = 200


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(LOOK, raise_exception=True)
def lijst(request: HttpRequest) -> HttpResponse:
    """What waits and what was taken over; a POST reads a file in, and nothing more."""
    if request.method == "POST" and not request.user.has_perm(CHANGE):
        raise PermissionDenied
    form = TabelForm(request.POST, request.FILES) if request.method == "POST" else TabelForm()
    if form.is_bound and form.is_valid():
        name = form.cleaned_data["bestand"].name
        concept = store_concept(form.tabel, bestandsnaam=name, user=request.user, now=klok.now())
        return redirect("tarieventabel:concept", pk=concept.pk)
    known = Tabelconcept.objects.select_related("created_by", "overgenomen_by")
    context = {
        "form": form,
        "mag_wijzigen": request.user.has_perm(CHANGE),
        "wachtend": known.waiting(),
        "overgenomen": known.filter(overgenomen_at__isnull=False).order_by("-overgenomen_at")[:10],
    }
    return render(request, "betalingen/tabel/lijst.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(LOOK, raise_exception=True)
def concept(request: HttpRequest, pk: int) -> HttpResponse:
    """Old beside new, per tarief or per product. A POST takes over exactly what was shown."""
    found = get_object_or_404(Tabelconcept.objects.select_related("created_by", "overgenomen_by"), pk=pk)
    if request.method == "POST":
        return _take_over(request, found)
    return render(request, "betalingen/tabel/concept.html", _preview(request, found))


@require_POST
@permission_required(CHANGE, raise_exception=True)
def weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a table away that waits; one that was taken over stays in the list."""
    if Tabelconcept.objects.waiting().filter(pk=pk).delete()[0]:
        messages.success(request, _("De ingelezen tabel is weg. Aan de tarieven is niets veranderd."))
    return redirect("tarieventabel:lijst")


@require_safe
@permission_required(LOOK, raise_exception=True)
def download(request: HttpRequest) -> HttpResponse:
    """The table of now, to change in a spreadsheet and read in again."""
    response = HttpResponse(write_tabel(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="tarieven-{klok.today().isoformat()}.csv"'
    return response


def _preview(request: HttpRequest, found: Tabelconcept) -> dict[str, Any]:
    now = klok.now()
    compared = compare_concept(found, now=now)
    rows, missing = tell_rijen(compared, user=request.user, today=klok.today())
    per_product = request.GET.get("per") == "product"
    shown: Any = group_rijen([*rows, *missing]) if per_product else rows
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("p"))
    return {
        "concept": found,
        "vergelijking": compared,
        "aantallen": _count(compared),
        "verandert": len(compared.veranderingen),
        "sprongen": sum(row.is_sprong for row in rows),
        "fouten": compared.fouten[:SHOWN_FAULTS],
        "algemeen": [each for each in compared.meldingen if each.nummer == 0 and not each.fout],
        "ontbreekt": missing,
        "page": page,
        "per_product": per_product,
        "mag_wijzigen": request.user.has_perm(CHANGE),
    }


def _count(compared: Vergelijking) -> list[tuple[str, int]]:
    counts = [
        (_("Nieuwe bedragen"), compared.count(Soort.BEDRAG)),
        (_("Nieuwe tarieven"), compared.count(Soort.NIEUW)),
        (_("Gewijzigde bedragen die nog niet gelden"), compared.count(Soort.WIJZIGING)),
        (_("Andere namen of artikelen"), compared.count(Soort.WOORDEN)),
        (_("Staan er al"), compared.count(Soort.GELIJK)),
        (_("Staan niet in de nieuwe tabel"), len(compared.ontbreekt)),
    ]
    return [(label, number) for label, number in counts if number]


def _take_over(request: HttpRequest, found: Tabelconcept) -> HttpResponse:
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    try:
        apply_concept(found, kenmerk=request.POST.get("kenmerk", ""), user=request.user, now=klok.now())
    except AlOvergenomen:
        messages.info(request, _("Deze tabel was al overgenomen. Er is nu niets veranderd."))
    except NietOverTeNemen:
        messages.error(request, _("Er staan nog fouten in de tabel. Er is niets veranderd."))
    except TabelVeranderd:
        messages.warning(
            request, _("De tarieven zijn intussen veranderd. Kijk de vergelijking nog een keer na.")
        )
    else:
        messages.success(
            request, _("De tabel is overgenomen. Elk bedrag gaat vanzelf in om 0.00 uur op zijn dag.")
        )
    return redirect("tarieventabel:concept", pk=found.pk)
