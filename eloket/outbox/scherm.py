"""The operator page "Bezorging" in the Wagtail admin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from eloket.lib import klok
from eloket.outbox import bezorging
from eloket.outbox.stand import get_stand

PERMISSION = "outbox.change_opdracht"
PAGE_SIZE = 50

beheerder_only = permission_required(PERMISSION, raise_exception=True)


@require_GET
@beheerder_only
def lijst(request: HttpRequest) -> HttpResponse:
    """What waits, what failed, why, since when; and the workers."""
    now = klok.now()
    handler, formulier = request.GET.get("soort", ""), request.GET.get("formulier", "")
    rows = Paginator(bezorging.list_opdrachten(now=now, handler=handler, formulier=formulier), PAGE_SIZE)
    context: dict[str, Any] = {
        "now": now,
        "stand": get_stand(now=now),
        "soorten": bezorging.list_soorten(now=now, formulier=formulier),
        "formulieren": bezorging.list_formulieren(),
        "soort": handler,
        "formulier": formulier,
        "page": rows.get_page(request.GET.get("p")),
        "werkers": bezorging.list_levenstekens(now=now),
    }
    return render(request, "outbox/bezorging.html", context)


@require_POST
@beheerder_only
def opnieuw(request: HttpRequest) -> HttpResponse:
    """Try one row (`opdracht`) or all failed rows of a handler (`soort`) again."""
    now = klok.now()
    pk, handler = request.POST.get("opdracht", ""), request.POST.get("soort", "")
    if pk.isdecimal() and len(pk) < 19:
        count = bezorging.retry_opdracht(int(pk), user=request.user, now=now)
    else:
        formulier = request.POST.get("formulier", "")
        count = bezorging.retry_handler(handler, user=request.user, now=now, formulier=formulier)
    if count:
        text = ngettext(
            "%(count)d opdracht wordt opnieuw geprobeerd.",
            "%(count)d opdrachten worden opnieuw geprobeerd.",
            count,
        )
        messages.success(request, text % {"count": count})
    else:
        messages.warning(request, _("Er was niets meer om opnieuw te proberen. Iemand was u voor."))
    return redirect("outbox:lijst")
