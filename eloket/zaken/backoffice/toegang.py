"""Who may come in, and as whom colleagues know them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from eloket.accounts.services import get_medewerker
from eloket.zaken.services import DocumentNotFound, RegisterError, ZaakNotFound

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


def get_name(request: HttpRequest) -> str:
    """As colleagues know them; the history is never shown to a resident."""
    user = get_medewerker(request)
    return (user.get_full_name() or user.get_username())[:150] if user else ""
