"""One id and one line in the log for every request."""

import re
import secrets
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

log = structlog.get_logger("eloket.verzoek")

GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
# Letters only: a run of digits would be taken for a BSN and masked.
LETTERS = bytes(b"abcdefghijklmnopqrstuvwxyzABCDEF"[number % 32] for number in range(256))


class VerzoekMiddleware:
    """Takes the proxy's X-Request-ID or makes one, gives it back, and binds it to every line of this request.

    The line has the path without the query string: that may hold what somebody searched or a login code.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request_id = _request_id(request)
        started = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
            log.info(
                "verzoek",
                method=request.method,
                path=request.path,
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
        response["X-Request-ID"] = request_id
        _drop_body_of_head(request, response)
        return response


def _drop_body_of_head(request: HttpRequest, response: HttpResponseBase) -> None:
    """The answer to a HEAD has the headers of a GET alone; a server that gets a body complains of it."""
    if request.method != "HEAD":
        return
    if isinstance(response, HttpResponse):
        response.content = b""
    elif isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()


def _request_id(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if GIVEN.fullmatch(given) else secrets.token_bytes(20).translate(LETTERS).decode()
