"""One page: who are you today, and how sure may the loket be of that?"""

from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from allauth.idp.oidc.models import Client
from allauth.idp.oidc.views import AuthorizationView
from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from eloket.demo.provider.middelen import Middel, find_middel, login_name

CSS = Path(__file__).with_name("stijl.css").read_text(encoding="utf-8")
AUTHORIZE = "/identity/o/authorize"


class AuthorizeOnce(AuthorizationView):
    """Each login asks anew: nobody stays logged in at this service."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        if request.user.is_authenticated:
            logout(request)
        return response


class Vraag:
    """The loket's request to log somebody in, as it stands in `next`."""

    def __init__(self, next: str) -> None:
        self.next = next
        query = {name: values[0] for name, values in parse_qs(urlsplit(next).query).items()}
        self.own = next.startswith(f"{AUTHORIZE}?")
        self.client_id, self.state = query.get("client_id", ""), query.get("state", "")
        self.redirect_uri, self.acr = query.get("redirect_uri", ""), query.get("acr_values", "").split()

    @property
    def middel(self) -> Middel | None:
        """None when this is no request of a client of ours, to an address of that client."""
        found = find_middel(self.client_id)
        client = Client.objects.filter(pk=self.client_id).first()
        known = client is not None and self.redirect_uri in client.get_redirect_uris()
        return found[1] if found and known and self.own else None


@never_cache
def kies(request: HttpRequest) -> HttpResponseBase:
    """Choose a person and a level (GET); log in or cancel (POST)."""
    vraag = Vraag(request.POST.get("next") or request.GET.get("next") or "")
    middel = vraag.middel
    if middel is None:
        return HttpResponseBadRequest("Deze inlogpagina hoort bij geen loket. Begin opnieuw in het loket.")
    if request.method == "POST":
        return _answer(request, vraag, middel)
    gevraagd = next((niveau.code for niveau in middel.niveaus if niveau.acr in vraag.acr), middel.standaard)
    context = {"middel": middel, "next": vraag.next, "gevraagd": gevraagd}
    return _closed(render(request, "provider/kies.html", context), vraag.redirect_uri)


def _answer(request: HttpRequest, vraag: Vraag, middel: Middel) -> HttpResponseBase:
    if "annuleren" in request.POST:
        query = urlencode({"error": "access_denied", "state": vraag.state})
        return HttpResponseRedirect(f"{vraag.redirect_uri}?{query}")
    niveau = middel.get_niveau(request.POST.get("niveau", ""))
    persoon = next((who for who in middel.personen if who.sleutel == request.POST.get("persoon")), None)
    if persoon is None or niveau is None:
        return HttpResponseBadRequest("Kies een persoon en een niveau.")
    login(request, get_user_model().objects.get(username=login_name(persoon, niveau)))
    return HttpResponseRedirect(vraag.next)


def _closed(response: HttpResponse, redirect_uri: str) -> HttpResponse:
    loket = "{0.scheme}://{0.netloc}".format(urlsplit(redirect_uri))
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; img-src data:; form-action 'self' {loket}; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    return response


def stijl(request: HttpRequest) -> HttpResponse:
    return HttpResponse(CSS, content_type="text/css")


def thuis(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Demo-inlogdienst van eloket. Begin in het loket.\n", content_type="text/plain")
