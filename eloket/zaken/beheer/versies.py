"""The versions of a zaaktype: see them, make the next one, put it in force."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.panels import Panel

from eloket.lib import klok
from eloket.zaken.models import Zaaktype
from eloket.zaken.services.zaaktypeversies import (
    PublishRefused,
    copy_zaaktype,
    list_versies,
    publish_zaaktype,
)

MAG_WIJZIGEN = "zaken.change_zaaktype"


class VersiePanel(Panel):
    """At the top of a zaaktype: is it in force, do zaken hang on it, and the way to its other versions."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "zaken/beheer/versiepaneel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"zaaktype": self.instance, "in_gebruik": self.instance.zaken.exists()}


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAG_WIJZIGEN, raise_exception=True)
def versies(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions of this zaaktype. A POST copies one, or puts a concept in force."""
    zaaktype = get_object_or_404(Zaaktype, pk=pk)
    if request.method == "POST":
        return _do(request, zaaktype)
    context = {
        "zaaktype": zaaktype,
        "versies": list_versies(zaaktype.identificatie, vandaag=klok.today()),
    }
    return render(request, "zaken/beheer/versies.html", context)


def _do(request: HttpRequest, zaaktype: Zaaktype) -> HttpResponse:
    if request.POST.get("doe") == "kopieer":
        copy = copy_zaaktype(zaaktype.pk, vandaag=klok.today())
        messages.success(
            request, _("Dit is de nieuwe versie, nog als concept. Pas hem aan en publiceer hem daarna.")
        )
        return redirect("zaaktypen:edit", copy.pk)
    if request.POST.get("doe") == "publiceer":
        try:
            publish_zaaktype(zaaktype.pk)
        except PublishRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Deze versie geldt vanaf haar begindatum voor nieuwe zaken."))
    return redirect("zaaktypen:versies", zaaktype.pk)
