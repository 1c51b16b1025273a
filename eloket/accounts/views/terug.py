"""Back from the provider. One address per middel, known to the provider, in no language."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eloket.accounts.uitkomst import LoginFailed
from eloket.accounts.views.meldingen import render_failure


@never_cache
@require_safe
def terug(request: HttpRequest, middel: str) -> HttpResponseBase:
    """Finish the login and go on to where they wanted to be, or say in plain words why not."""
    if not settings.ELOKET_OIDC.get(middel, {}).get("client_id"):
        raise Http404
    provider = get_adapter(request).get_provider(request, middel)
    view = OAuth2CallbackView.adapter_view(provider.get_oauth2_adapter(request))
    try:
        return view(request)
    except LoginFailed as failure:
        return render_failure(request, failure)
