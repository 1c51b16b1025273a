"""The question why, for whoever looks into a zaak that they do not handle."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eloket.zaken.backoffice.inkijk import write_look
from eloket.zaken.backoffice.toegang import behandelaar_required, get_toegang, get_user
from eloket.zaken.forms.doel import DoelForm
from eloket.zaken.regels import Zaakrol


@require_http_methods(["GET", "HEAD", "POST"])
@partial(behandelaar_required, rol=Zaakrol.RAADPLEGER, noted=False)
def doel(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Only after the answer the zaak opens, for an hour. Whose it is reads the purpose, not the words."""
    form = DoelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        write_look(get_user(request), get_toegang(request).verdeling, **form.cleaned_data)
        return redirect(_where(request, identificatie))
    context = {"form": form, "identificatie": identificatie, "naar": _where(request, identificatie)}
    return render(request, "zaken/doel.html", context, status=422 if form.errors else 200)


def _where(request: HttpRequest, identificatie: str) -> str:
    """Back to what they wanted to open: something of this zaak, and of nothing else."""
    own = reverse("zaken:zaak", args=[identificatie])
    wanted = request.POST.get("naar") or request.GET.get("naar", "")
    return wanted if wanted.startswith(own) and "//" not in wanted and ".." not in wanted else own
