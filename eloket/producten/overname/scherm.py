"""The screen "Producten overnemen" in the Wagtail admin: look first, then do."""

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eloket.lib import klok
from eloket.outbox.services import get_stand
from eloket.producten.models import Overname
from eloket.producten.overname import opdracht
from eloket.producten.overname.aanbod import Onleesbaar, Regel
from eloket.producten.overname.verslag import tell, write_verslag

PERMISSION = "producten.add_overname"
PER_PAGINA = 100
RECENT = 20

redacteur_only = permission_required(PERMISSION, raise_exception=True)


class BestandForm(forms.Form):
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy(
            "Een feed van Samenwerkende Catalogi (XML) of een tabel (CSV), hooguit 5 MB en 2000 producten."
        ),
        error_messages={
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Het bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".xml,.csv,.txt", "aria-describedby": "bestand-uitleg"}),
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if (bestand.size or 0) > opdracht.MAX_BYTES:
            raise forms.ValidationError(
                _("Het bestand is groter dan 5 MB. Vraag uw beheerder om het over te nemen.")
            )
        return bestand


@require_http_methods(["GET", "HEAD", "POST"])
@redacteur_only
def lijst(request: HttpRequest) -> HttpResponse:
    """Offer a file; and what was offered before."""
    form = BestandForm()
    if request.method == "POST":
        form = BestandForm(request.POST, request.FILES)
        if form.is_valid() and (overname := _preview(request, form)):
            return redirect("overnemen:overname", pk=overname.pk)
    eerder = Overname.objects.select_related("door").defer("verslag")[:RECENT]
    return render(request, "producten/beheer/overnemen.html", {"form": form, "eerder": eerder})


@require_safe
@redacteur_only
def overname(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report of one file, and what can be done now."""
    found = get_object_or_404(Overname, pk=pk)
    regels = _regels(found)
    wacht = found.status == Overname.Status.WACHT
    context = {
        "overname": found,
        "samen": tell(Counter(regel.uitkomst for regel in regels)),
        "pagina": Paginator(regels, PER_PAGINA).get_page(request.GET.get("p")),
        "bruikbaar": any(regel.uitkomst != "overgeslagen" for regel in regels),
        "geen_worker": wacht and not get_stand(now=klok.now()).workers,
    }
    return render(request, "producten/beheer/overname.html", context)


@require_POST
@redacteur_only
def uitvoeren(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take it over."""
    found = get_object_or_404(Overname, pk=pk)
    if not opdracht.start_overname(found, now=klok.now()):
        messages.warning(request, _("Dit bestand wordt al overgenomen, of dat is al gebeurd."))
    return redirect("overnemen:overname", pk=pk)


@require_POST
@redacteur_only
def weg(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Do not take it over after all."""
    opdracht.drop_overname(get_object_or_404(Overname, pk=pk))
    messages.success(request, _("Er is niets overgenomen."))
    return redirect("overnemen:lijst")


@require_safe
@redacteur_only
def verslag(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report as a file for a spreadsheet."""
    found = get_object_or_404(Overname, pk=pk)
    headers = {"Content-Disposition": 'attachment; filename="verslag.csv"'}
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8", headers=headers)
    write_verslag(_regels(found), response)
    return response


def _preview(request: HttpRequest, form: BestandForm) -> Overname | None:
    bestand: Any = form.cleaned_data["bestand"]
    try:
        return opdracht.preview_overname(
            naam=bestand.name, inhoud=bestand.read(), door=request.user, now=klok.now()
        )
    except Onleesbaar as error:
        form.add_error("bestand", str(error))
        return None


def _regels(found: Overname) -> list[Regel]:
    return [Regel.from_json(row) for row in found.verslag]
