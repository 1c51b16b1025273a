"""A request that is too large gets one clear answer, before anything of it is written anywhere."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

PIECE = 64 * 1024
# Read on and thrown away, so that a browser which is still sending gets to read the answer. Who sends more
# finds the line closed.
MOST_READ = 8


class OmvangMiddleware:
    """Refuses what is larger than ELOKET_VERZOEK_MAX_BYTES. A server gives no more than was promised."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponse | None:
        if content_length(request) <= settings.ELOKET_VERZOEK_MAX_BYTES:
            return None
        read_away(request)
        context = {"max_mb": settings.ELOKET_UPLOAD_MAX_MB, "terug_url": request.get_full_path()}
        return render(request, "413.html", context, status=413)


def content_length(request: HttpRequest) -> int:
    """What the browser promised; 0 when it is no number (then nothing is read of it)."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdigit() else 0


def read_away(request: HttpRequest) -> None:
    """Read the body and keep nothing of it, up to some times what is allowed."""
    left = settings.ELOKET_VERZOEK_MAX_BYTES * MOST_READ
    while left > 0 and (piece := request.read(PIECE)):
        left -= len(piece)
