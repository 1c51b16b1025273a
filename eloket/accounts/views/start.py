"""The step from our page to the provider's."""

from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from eloket.accounts.niveau import Niveau
from eloket.accounts.uitkomst import LoginFailed, Poging
from eloket.accounts.views.meldingen import render_failure


def start_login(request: HttpRequest, *, middel: str, next: str, niveau: Niveau) -> HttpResponseBase:
    """Send the browser to the provider; a page in plain words when it does not answer."""
    if not settings.ELOKET_OIDC[middel]["client_id"]:
        raise Http404
    taal = get_language() or settings.LANGUAGE_CODE
    provider = get_adapter(request).get_provider(request, middel)
    data = {"niveau": int(niveau), "taal": taal}
    try:
        return provider.redirect(request, "login", next_url=next, data=data)
    except LoginFailed as failure:
        failure.poging = Poging(middel, next, niveau, taal)
        return render_failure(request, failure)
