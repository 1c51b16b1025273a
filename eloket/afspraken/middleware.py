"""What every answer behind a manage link says, also an error that another middleware gives."""

import re
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

PAD = re.compile(r"^(/[a-z]{2})?/afspraken/(beheren|opzoeken)(/|$)")
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the key stands in the address
    "X-Robots-Tag": "noindex, nofollow",
}


class BeheerlinkMiddleware:
    """Kept nowhere, found nowhere, told to no other site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if PAD.match(request.path_info):
            for name, value in HEADERS.items():
                response[name] = value
        return response
