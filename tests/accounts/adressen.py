"""Small views for the tests of sessions and guards, before all of the counter's own addresses."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from eloket.accounts.services import (
    Niveau,
    Rol,
    burger_required,
    get_identiteit,
    get_medewerker,
    rol_required,
)
from eloket.urls import handler400, handler403, handler404, handler500
from eloket.urls import urlpatterns as alle

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@burger_required(niveau=Niveau.MIDDEN)
def mijn(request: HttpRequest) -> HttpResponse:
    who = get_identiteit(request)
    assert who is not None
    return HttpResponse(who.naam)


@burger_required(niveau=Niveau.HOOG)
def geheim(request: HttpRequest) -> HttpResponse:
    return HttpResponse("geheim")


@rol_required(Rol.KCC)
def balie(request: HttpRequest) -> HttpResponse:
    medewerker = get_medewerker(request)
    assert medewerker is not None
    return HttpResponse(medewerker.get_full_name())


def wie(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.user.is_authenticated))


def gewoon(request: HttpRequest) -> HttpResponse:
    return HttpResponse("voor iedereen")


urlpatterns = [
    path("mijn/", mijn),
    path("geheim/", geheim),
    path("balie/scherm/", balie),
    path("beheer/wie/", wie),
    path("wie/", wie),
    path("gewoon/", gewoon),
    *alle,
]
