"""The real addresses and a few views that show one thing each."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from eloket import urls
from eloket.urls import handler400, handler403, handler404, handler500  # noqa: F401
from eloket.website.services import mark_public, public_page


def plain(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain")


@public_page(query=("pagina",))
def numbered(request: HttpRequest) -> HttpResponse:
    return plain(f"pagina {request.GET.get('pagina', '1')}")


def unmarked(request: HttpRequest) -> HttpResponse:
    return plain("niet voor iedereen hetzelfde")


@public_page()
def sets_cookie(request: HttpRequest) -> HttpResponse:
    response = plain("met koekje")
    response.set_cookie("x", "1")
    return response


@public_page()
def reads_session(request: HttpRequest) -> HttpResponse:
    return plain(f"hallo {request.session.get('naam', 'vreemde')}")


@public_page()
@never_cache
def refuses(request: HttpRequest) -> HttpResponse:
    return plain("bewaar mij niet")


def gone(request: HttpRequest) -> HttpResponse:
    return mark_public(plain("weg", status=410))


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("stuk")


urlpatterns = [
    path("t/genummerd/", numbered),
    path("t/ongemerkt/", unmarked),
    path("t/koekje/", sets_cookie),
    path("t/sessie/", reads_session),
    path("t/weiger/", refuses),
    path("t/weg/", gone),
    path("t/stuk/", breaks),
    *urls.urlpatterns,
]
