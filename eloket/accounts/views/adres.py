"""Where to go after a login: only ever an address of our own."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language


def own_path(value: str) -> str:
    """The path when it is one of ours; "" when it leads elsewhere."""
    safe = value.startswith("/") and url_has_allowed_host_and_scheme(value, allowed_hosts=None)
    return value if safe and len(value) <= 2000 else ""


def next_path(request: HttpRequest) -> str:
    """The checked `next` of a GET or POST; "" for none."""
    return own_path(request.POST.get("next") or request.GET.get("next") or "")


def allow_providers(request: HttpRequest) -> None:
    """Let the form of this page end at any provider: which hosts a broker leads along, it does not tell."""
    request.eloket_form_action = ["https:"]  # type: ignore[attr-defined]


def landing() -> str:
    """Where a citizen lands who came from nowhere, in the present language."""
    return translate_url(settings.LOGIN_REDIRECT_URL, get_language() or settings.LANGUAGE_CODE)
