"""The buttons of /demo/: let ten days pass, and put the zaakregister out of order or make it slow."""

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from eloket.demo.stand import move_clock, slow_down_register, switch_register
from eloket.lib.herkomst import is_from_own_page
from eloket.website.services import bump_version


# The origin is looked at instead of a token: the page of the demo carries no cookie.
@csrf_exempt
@require_POST
@never_cache
def verder(request: HttpRequest) -> HttpResponse:
    """Put the clock on; `dagen` is where it comes to stand, so that pressing twice moves it once."""
    if not is_from_own_page(request):
        return HttpResponseForbidden()
    dagen = request.POST.get("dagen", "")
    if dagen.isascii() and dagen.isdigit() and len(dagen) < 5 and move_clock(int(dagen)):
        bump_version()  # pages that were kept tell the day before
    return _back()


@csrf_exempt
@require_POST
@never_cache
def register(request: HttpRequest) -> HttpResponse:
    """Switch the register off ("uit") or on ("aan"), or make it slow ("langzaam") or quick ("snel")."""
    if not is_from_own_page(request):
        return HttpResponseForbidden()
    if (wanted := request.POST.get("register")) in ("uit", "aan"):
        switch_register(uit=wanted == "uit")
    elif wanted in ("langzaam", "snel"):
        slow_down_register(langzaam=wanted == "langzaam")
    return _back()


def _back() -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('demo')}#knoppen")
