"""The Content-Security-Policy of every answer.

Public pages run nothing that is not ours: no inline script, no inline style, no frame around us. The Wagtail
admin has inline scripts without a nonce, so `/beheer/` gets a wider one; nothing else does.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER = "Content-Security-Policy"

PUBLIC = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
}
ADMIN = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "frame-ancestors": ["'self'"],
    "form-action": ["'self'"],
}


class CspMiddleware:
    """Gives each answer its policy, unless the view already chose one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if HEADER not in response:
            response[HEADER] = build_policy(request)
        return response


def build_policy(request: HttpRequest) -> str:
    """The policy for this address. A preview is a public page inside the admin's frame."""
    if request.path_info.startswith("/beheer/"):
        return serialise(ADMIN)
    if getattr(request, "is_dummy", False):
        return serialise(PUBLIC | {"frame-ancestors": ["'self'"]})
    # A login page leads to a broker, which leads on elsewhere: browsers count all those hops.
    own: list[str] = getattr(request, "eloket_form_action", [])
    return serialise(PUBLIC | {"form-action": ["'self'", *settings.ELOKET_CSP_FORM_ACTION, *own]})


def serialise(policy: dict[str, list[str]]) -> str:
    return "; ".join(" ".join([name, *values]) for name, values in policy.items())
