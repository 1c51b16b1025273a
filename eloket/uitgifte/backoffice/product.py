"""One product: what it says, what it is worth, what was done with it, and what can be done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from eloket.lib import klok
from eloket.uitgifte.backoffice.doen import list_handelingen
from eloket.uitgifte.backoffice.toegang import BEKIJKEN, WIJZIGEN, get_login, may_document, recht_required
from eloket.uitgifte.backoffice.tonen import show_houder
from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.services import (
    Hoedanigheid,
    ProductInfo,
    get_documentstand,
    get_product,
    list_wijzigingen,
    note_bekeken,
    note_document,
    retry_document,
    serve_document,
)
from eloket.uitgifte.tonen import show_claims, show_moment, show_term
from eloket.website.services import Rij
from eloket.zaken.services import RegisterError, handles_zaken, names_of

ZAKEN = "zaken.behandel_zaak"


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """A line of the history."""

    op: datetime
    wat: str
    reden: str
    door: str


@require_safe
@recht_required(BEKIJKEN)
def product(request: HttpRequest, id: str) -> HttpResponse:
    """Whoever answers a holder or handles their product; that they looked is noted once an hour."""
    now = klok.now()
    info = get_product(id, now=now)
    note_bekeken(info.id, door=get_login(request), now=now)
    context = {
        "product": info,
        "naam": str(info.naam),
        "rijen": _rows(info),
        "zaak_url": _zaak_url(request, info),
        "document": get_documentstand(info.id),
        "mag_document": may_document(request),
        "handelingen": list_handelingen(info) if request.user.has_perm(WIJZIGEN) else [],
        "geschiedenis": _history(info),
        "controle_url": reverse("uitgifte:controleer", args=[info.code]),
    }
    return render(request, "uitgifte/beheer/product.html", context)


def _rows(info: ProductInfo) -> list[Rij]:
    return [
        Rij(_("Stand"), f"{info.stand.label}, {_('sinds')} {show_moment(info.sinds)}"),
        *show_claims(CLAIMTYPEN[info.claimtype].velden, info.claims),
        *show_term(info.geldig_vanaf, info.geldig_tot),
        Rij(_("Houder"), show_houder(info.houder)),
    ]


def _zaak_url(request: HttpRequest, info: ProductInfo) -> str:
    """Where its zaak is handled, for who may handle it; "" elsewhere."""
    try:
        here = bool(info.zaak) and request.user.has_perm(ZAKEN) and handles_zaken()
    except RegisterError:
        here = False
    return reverse("zaken:zaak", args=[info.zaak]) if here else ""


def _history(info: ProductInfo) -> list[Gebeurd]:
    """The last first, with the names of colleagues."""
    lines = list_wijzigingen(info.id)
    names = names_of(line.door for line in lines if line.als == Hoedanigheid.MEDEWERKER)
    return [
        Gebeurd(line.op, str(line.naar.label), line.reden, names.get(line.door) or str(line.als.label))
        for line in reversed(lines)
    ]


@require_safe
@recht_required(BEKIJKEN)
def document(request: HttpRequest, id: str) -> HttpResponseBase:
    """The sealed PDF, to save; that they took it is noted."""
    answer = serve_document(id)
    note_document(id, door=get_login(request), now=klok.now())
    return answer


@require_POST
@recht_required(BEKIJKEN)
def opnieuw(request: HttpRequest, id: str) -> HttpResponse:
    """Have the document made now, instead of when the outbox tries again."""
    info: ProductInfo = get_product(id, now=klok.now())
    if may_document(request) and retry_document(info.id, now=klok.now()):
        log(UitgegevenProduct(pk=info.id), "uitgifte.document_opnieuw", user=request.user, **_title(info))
        messages.success(request, _("Wij proberen het document nu opnieuw te maken. Kijk over een minuut."))
    else:
        messages.warning(request, _("Dit document is er al, wordt nu gemaakt, of hoeft niet meer."))
    return redirect("uitgiftebeheer:product", id=info.id)


def _title(info: ProductInfo) -> dict[str, Any]:
    return {"title": info.tooncode}
