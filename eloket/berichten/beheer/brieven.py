"""Letters to send, and what a beheerder must know of mail that does not arrive."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.log_actions import log

from eloket.accounts.services import get_medewerker
from eloket.berichten.models import Brieftaak
from eloket.berichten.opstellen import has_letter, write_letter
from eloket.berichten.services.brieven import retry_mail, send_brief
from eloket.berichten.services.telaat import get_bezorgstand
from eloket.lib import klok
from eloket.lib.pdf import PdfUnavailable

PERMISSION = "berichten.change_brieftaak"
PAGE_SIZE = 50

medewerker_only = permission_required(PERMISSION, raise_exception=True)


@require_GET
@medewerker_only
def lijst(request: HttpRequest) -> HttpResponse:
    """The letters that wait, oldest first, or those that are done."""
    done = request.GET.get("klaar") == "1"
    now = klok.now()
    rows = Brieftaak.objects.select_related("bericht").order_by("-created_at" if done else "created_at", "pk")
    rows = rows.exclude(verstuurd_op=None) if done else rows.filter(verstuurd_op=None, vervallen_at=None)
    if zoek := request.GET.get("zoek", "").strip()[:40]:
        rows = rows.filter(bericht__zaak__icontains=zoek)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "te_maken": {taak.pk for taak in page.object_list if has_letter(taak.bericht)},
        "klaar": done,
        "zoek": zoek,
        "stand": get_bezorgstand(now=now),
        "now": now,
    }
    return render(request, "berichten/beheer/brieven.html", context)


@require_GET
@medewerker_only
@never_cache
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter itself, to print."""
    taak = _get(pk)
    if not has_letter(taak.bericht):
        raise Http404
    try:
        letter = write_letter(taak.bericht, datum=klok.today())
    except PdfUnavailable as error:
        messages.error(request, _("Een brief maken lukt nu niet: %s") % error)
        return redirect("brieven:lijst")
    disposition = content_disposition_header(as_attachment=True, filename=letter.naam)
    headers = {"Content-Disposition": disposition or "attachment"}
    return HttpResponse(letter.inhoud, content_type="application/pdf", headers=headers)


@require_POST
@medewerker_only
def verstuurd(request: HttpRequest, pk: int) -> HttpResponse:
    """This letter is on its way."""
    taak = _get(pk)
    if send_brief(pk, door=_naam(request), now=klok.now()):
        log(taak, "berichten.brief_verstuurd", user=request.user)
        messages.success(request, _("De brief over %s staat op verstuurd.") % taak.bericht.zaak)
    else:
        messages.warning(request, _("Deze brief was al verstuurd, of hoeft niet meer."))
    return redirect("brieven:lijst")


@require_POST
@medewerker_only
def opnieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Try the mail once more."""
    taak = _get(pk)
    if retry_mail(pk, now=klok.now()):
        log(taak, "berichten.brief_opnieuw", user=request.user)
        messages.success(request, _("Wij proberen de e-mail opnieuw. Komt die aan, dan vervalt de brief."))
    else:
        messages.warning(request, _("Deze e-mail is niet opnieuw te proberen."))
    return redirect("brieven:lijst")


def _get(pk: int) -> Brieftaak:
    taak = Brieftaak.objects.select_related("bericht").filter(pk=pk).first()
    if taak is None:
        raise Http404
    return taak


def _naam(request: HttpRequest) -> str:
    user = get_medewerker(request)
    return (user.get_full_name() or user.get_username()) if user else ""
