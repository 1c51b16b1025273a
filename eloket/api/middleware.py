"""What holds for every answer of the API, also for those that no view of ours gave."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from eloket.api.adres import HANDHAVING, ROOT, VERSION
from eloket.api.problemen import CONTENT_TYPE, problem

READING = "GET, HEAD, OPTIONS"
# Open data: a page of anybody may fetch it, and read these beside the body.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link",
}
ASKED_BEFORE = {
    "Access-Control-Allow-Methods": READING,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
WORDS = {
    400: ("Ongeldige vraag", "Wij begrijpen deze vraag niet. Controleer het adres."),
    404: ("Niet gevonden", "Dit is er niet."),
    405: ("Kan niet", "Dat kan op dit adres niet. De beschrijving van de API zegt wat wel kan."),
}
BROKEN = ("Storing", "Er ging iets mis bij ons. Probeer het later opnieuw.")


class ApiMiddleware:
    """Version, open to every page, reading only, and every error a problem."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(HANDHAVING):
            return keep_private(as_problem(self.get_response(request)))
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        response = self._answer(request)
        for name, value in OPEN.items():
            response[name] = value
        response["API-Version"] = VERSION
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": READING, **ASKED_BEFORE})
        if request.method == "HEAD":
            return self._head(request)
        if request.method != "GET":
            return problem(405, *WORDS[405], headers={"Allow": READING})
        return as_problem(self.get_response(request))

    def _head(self, request: HttpRequest) -> HttpResponseBase:
        """What a GET would say; the server leaves out the body."""
        request.method = "GET"
        try:
            return as_problem(self.get_response(request))
        finally:
            request.method = "HEAD"


def keep_private(response: HttpResponseBase) -> HttpResponseBase:
    """What is said to one system with a key is for no page of others, and in no cache."""
    response["API-Version"] = VERSION
    response["Cache-Control"] = "no-store"
    return response


def as_problem(response: HttpResponseBase) -> HttpResponseBase:
    """The answer itself, or an error of Django in our form."""
    if response.status_code < 400 or response.get("Content-Type") == CONTENT_TYPE:
        return response
    allowed = {"Allow": response["Allow"]} if "Allow" in response else {}
    return problem(response.status_code, *WORDS.get(response.status_code, BROKEN), headers=allowed)
