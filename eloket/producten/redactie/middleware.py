"""What the gate refuses beneath a form becomes a message, wherever in the admin it was asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from eloket.producten.redactie.berichten import refuse
from eloket.producten.redactie.poort import PoortDicht


class PoortMiddleware:
    """Costs nothing as long as nothing is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refuse(request, [exception]) if isinstance(exception, PoortDicht) else None
