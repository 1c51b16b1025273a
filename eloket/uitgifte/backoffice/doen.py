"""Suspending, resuming and withdrawing one product, beside what its holder will read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from eloket.lib import klok
from eloket.uitgifte.backoffice.toegang import WIJZIGEN, get_login, recht_required
from eloket.uitgifte.backoffice.tonen import show_regel
from eloket.uitgifte.forms import RedenForm
from eloket.uitgifte.regels.status import may_become
from eloket.uitgifte.services import (
    Door,
    Hoedanigheid,
    ProductChanged,
    ProductInfo,
    Productstatus,
    Stand,
    get_product,
    list_wijzigingen,
    preview_bekendmaking,
    resume_product,
    suspend_product,
    withdraw_product,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Handeling:
    """What can be done with a product: its words, and who does it."""

    slug: str
    naar: Productstatus
    titel: "_StrPromise"
    uitleg: "_StrPromise"
    gelukt: "_StrPromise"
    do: Callable[..., ProductInfo]


HANDELINGEN = {
    each.slug: each
    for each in (
        Handeling(
            "schorsen",
            Productstatus.GESCHORST,
            gettext_lazy("Zet tijdelijk stop"),
            gettext_lazy("Het product geldt niet, tot u het weer laat gelden. De einddatum blijft gelijk."),
            gettext_lazy("Het product is tijdelijk stopgezet. De houder krijgt bericht."),
            suspend_product,
        ),
        Handeling(
            "hervatten",
            Productstatus.UITGEGEVEN,
            gettext_lazy("Laat weer gelden"),
            gettext_lazy("Het product geldt meteen weer, tot en met de dag die erop staat."),
            gettext_lazy("Het product geldt weer. De houder krijgt bericht."),
            resume_product,
        ),
        Handeling(
            "intrekken",
            Productstatus.INGETROKKEN,
            gettext_lazy("Trek in"),
            gettext_lazy(
                "Het product geldt meteen niet meer, voorgoed. Vroeg u de houder om een zienswijze, als dat"
                " moet (Awb 4:8)?"
            ),
            gettext_lazy("Het product is ingetrokken. De houder krijgt bericht."),
            withdraw_product,
        ),
    )
}


def list_handelingen(product: ProductInfo) -> list[Handeling]:
    """What can be done with it now; what is over stays over."""
    if product.stand in (Stand.VERLOPEN, Stand.CONCEPT):
        return []
    return [each for each in HANDELINGEN.values() if may_become(product.status, each.naar)]


@require_http_methods(["GET", "HEAD", "POST"])
@recht_required(WIJZIGEN)
def doen(request: HttpRequest, id: str, slug: str) -> HttpResponse:
    """A behandelaar does one thing; of two at once the second reads what the first did."""
    handeling, info = HANDELINGEN.get(slug), get_product(id, now=klok.now())
    if handeling is None:
        raise Http404
    if handeling not in list_handelingen(info):
        return _too_late(request, info)
    seen = str(len(list_wijzigingen(id)))
    form = RedenForm(request.POST) if request.method == "POST" else RedenForm(initial={"stand": seen})
    if form.is_bound and "bekijk" in request.POST:
        form = RedenForm(initial={"stand": form["stand"].value(), "reden": form["reden"].value()})
    if form.is_bound and form.is_valid():
        if form.cleaned_data["stand"] == seen:
            return _do(request, handeling, info, form.cleaned_data["reden"])
        form = _renew(request, seen)
    return _show(request, handeling, info, form)


def _do(request: HttpRequest, handeling: Handeling, info: ProductInfo, reden: str) -> HttpResponse:
    door = Door(Hoedanigheid.MEDEWERKER, get_login(request))
    try:
        handeling.do(info.id, door=door, reden=reden, now=klok.now())
    except ProductChanged:
        return _too_late(request, get_product(info.id, now=klok.now()))
    messages.success(request, handeling.gelukt)
    return redirect("uitgiftebeheer:product", id=info.id)


def _too_late(request: HttpRequest, info: ProductInfo) -> HttpResponse:
    messages.warning(request, _("Dit kan niet: het product is nu %s.") % info.stand.label)
    return redirect("uitgiftebeheer:product", id=info.id)


def _renew(request: HttpRequest, seen: str) -> RedenForm:
    """The same words on what the product is now; sending it once more is a choice."""
    data = request.POST.copy()
    data["stand"] = seen
    form = RedenForm(data)
    message = _("Iemand anders deed intussen iets met dit product. Kijk dat na, en verstuur dit dan opnieuw.")
    form.add_error(None, message)
    return form


def _show(request: HttpRequest, handeling: Handeling, info: ProductInfo, form: RedenForm) -> HttpResponse:
    context: dict[str, Any] = {
        "handeling": handeling,
        "regel": show_regel(info),
        "form": form,
        "voorbeeld": preview_bekendmaking(info.id, handeling.naar, reden=str(form["reden"].value() or "")),
    }
    wrong = form.is_bound and bool(form.errors)
    return render(request, "uitgifte/beheer/doen.html", context, status=422 if wrong else 200)
