"""The back office in the Wagtail admin: what lies there to be done, and one zaak."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eloket.accounts.services import get_medewerker
from eloket.bestanden.services import serve_chunks
from eloket.lib import klok
from eloket.zaken.forms import StatusForm, WerkvoorraadForm
from eloket.zaken.services import (
    DocumentNotFound,
    Dossier,
    RegisterError,
    StatusChanged,
    ZaakNotFound,
    ZaakRejected,
    can_check,
    get_dossier,
    list_statusnamen,
    list_werkvoorraad,
    open_dossierstuk,
    set_controle,
    set_status,
)

P = ParamSpec("P")
PERMISSION = "zaken.behandel_zaak"


def behandelaar_required(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """403 for an employee without the right; and one plain page when the register gives no answer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        # Not PermissionDenied: the Wagtail admin turns that into a redirect to its home page.
        if not request.user.has_perm(PERMISSION):
            return render(request, "zaken/geen_toegang.html", status=403)
        try:
            return view(request, *args, **kwargs)
        except (ZaakNotFound, DocumentNotFound):
            raise Http404 from None
        except RegisterError:
            return render(request, "zaken/storing.html", status=503)

    return guarded


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


@require_http_methods(["GET", "HEAD", "POST"])
@behandelaar_required
def zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One zaak. A POST sets the next status; sent twice, the second one changes nothing."""
    dossier = get_dossier(identificatie)
    posted = request.POST if request.method == "POST" else None
    form = StatusForm(posted, zaak=dossier.zaak, initial={"huidig": _current(dossier)})
    if posted is not None:
        if posted.get("huidig") != _current(dossier):
            return _changed(request, identificatie)
        if form.is_valid():
            return _set_status(request, identificatie, form)
    waiting = [who for who in dossier.betrokkenen if who.controle == "open"] if can_check() else []
    context = {
        "dossier": dossier,
        "zaak": dossier.zaak,
        "form": form,
        "controleren": bool(waiting),
        "namens": any(who.hoedanigheid for who in waiting),
    }
    return render(request, "zaken/zaak.html", context, status=422 if form.errors else 200)


@require_POST
@behandelaar_required
def controle(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Note that somebody looked into who the aanvrager says to be."""
    uitkomst = request.POST.get("uitkomst")
    if uitkomst in ("klopt", "klopt_niet"):
        set_controle(identificatie, klopt=uitkomst == "klopt", door=_name(request), now=klok.now())
        messages.success(request, _("Wij hebben bewaard dat u de aanvrager hebt gecontroleerd."))
    return redirect("zaken:zaak", identificatie=identificatie)


@require_safe
@behandelaar_required
def document(request: HttpRequest, identificatie: str, id: UUID) -> HttpResponseBase:
    """What somebody sent along, to save; the browser never opens it as a page of ours."""
    found, chunks = open_dossierstuk(identificatie, str(id))
    return serve_chunks(chunks, naam=found.titel, mimetype=found.formaat, grootte=found.omvang)


def _set_status(request: HttpRequest, identificatie: str, form: StatusForm) -> HttpResponse:
    wanted = form.cleaned_data
    try:
        set_status(
            identificatie,
            statustype_volgnummer=wanted["volgnummer"],
            toelichting=wanted["toelichting"],
            resultaat=wanted["resultaat"],
            door=_name(request),
            huidig=wanted["huidig"],
            now=klok.now(),
        )
    except StatusChanged:
        return _changed(request, identificatie)
    except ZaakRejected as error:
        messages.error(request, _("Dit kan niet: %s.") % "; ".join(error.reasons))
    else:
        messages.success(request, _("De status is gezet. De inwoner ziet hem in Mijn zaken."))
    return redirect("zaken:zaak", identificatie=identificatie)


def _changed(request: HttpRequest, identificatie: str) -> HttpResponse:
    messages.warning(
        request, _("De status was intussen al veranderd. Kijk eerst hoe de zaak er nu voor staat.")
    )
    return redirect("zaken:zaak", identificatie=identificatie)


def _name(request: HttpRequest) -> str:
    """As colleagues know them; the history is never shown to a resident."""
    user = get_medewerker(request)
    return (user.get_full_name() or user.get_username())[:150] if user else ""


def _current(dossier: Dossier) -> str:
    return dossier.zaak.status.id if dossier.zaak.status else ""


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("p", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
