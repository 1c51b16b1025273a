"""The report "Gezocht zonder resultaat", and from it the way to a product."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from eloket.lib.rekenblad import plain_cell
from eloket.producten.models import ProductPage, VraagZonderTreffer
from eloket.producten.zonder_treffer.formulier import SynoniemForm
from eloket.producten.zonder_treffer.synoniem import KanNiet, add_synoniem

PERMISSION = "producten.view_vraagzondertreffer"
REMOVE = "producten.delete_vraagzondertreffer"


class VragenFilter(WagtailFilterSet):
    class Meta:
        model = VraagZonderTreffer
        fields = ["taal"]


class VragenRapport(ReportView):
    """What people sought in vain, the most asked first; CSV and a sheet to take along."""

    results_template_name = "producten/rapporten/zonder_treffer.html"
    page_title = gettext_lazy("Gezocht zonder resultaat")
    verbose_name_plural = gettext_lazy("vragen")
    header_icon = "search"
    filterset_class = VragenFilter
    index_url_name = "zonder_treffer"
    index_results_url_name = "zonder_treffer-resultaten"
    permission_policy = ModelPermissionPolicy(VraagZonderTreffer)
    permission_required = "view"
    export_filename = "gezocht-zonder-resultaat"
    list_export = ["vraag", "taal", "aantal", "laatst_op"]
    export_headings = {
        "vraag": gettext_lazy("Vraag"),
        "taal": gettext_lazy("Taal"),
        "aantal": gettext_lazy("Hoe vaak"),
        "laatst_op": gettext_lazy("Voor het laatst"),
    }
    custom_field_preprocess = {"vraag": {ReportView.FORMAT_CSV: plain_cell}}

    def get_queryset(self) -> Any:
        return VraagZonderTreffer.objects.all()


@permission_required(REMOVE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def synoniem(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the product that gets the words of this question."""
    vraag = get_object_or_404(VraagZonderTreffer, pk=pk)
    form = SynoniemForm(request.POST or None, taal=vraag.taal, initial={"woord": vraag.vraag})
    if request.method == "POST" and form.is_valid() and _add(request, vraag, form):
        return redirect("zonder_treffer")
    return render(request, "producten/beheer/synoniem.html", {"vraag": vraag, "form": form})


def _add(request: HttpRequest, vraag: VraagZonderTreffer, form: SynoniemForm) -> bool:
    page: ProductPage = form.cleaned_data["product"]
    word = form.cleaned_data["woord"]
    try:
        live = add_synoniem(page, vraag, woord=word, user=request.user)
    except KanNiet as reason:
        form.add_error("product", str(reason))
        return False
    told = {"woord": word, "product": page.title}
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Naar het product"))
    if live:
        messages.success(request, _("“%(woord)s” leidt nu naar “%(product)s”.") % told, buttons=[edit])
    else:
        text = _("“%(woord)s” staat in het concept van “%(product)s”. Het werkt na publiceren.")
        messages.warning(request, text % told, buttons=[edit])
    return True


@permission_required(REMOVE, raise_exception=True)
@require_POST
def weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question off the list that no product answers."""
    VraagZonderTreffer.objects.filter(pk=pk).delete()
    messages.success(request, _("De vraag staat niet meer in de lijst."))
    return redirect("zonder_treffer")
