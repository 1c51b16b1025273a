"""Where a results page without results tells that it was shown (frontend/js/zoeken.js).

A GET writes nothing, so the search page cannot count by itself. The script sends one small POST: counted is
what people with a browser saw, not what machines ask.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.lib.herkomst import client_address, is_from_own_page
from eloket.lib.limiet import take_turn
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken import search
from eloket.producten.zonder_treffer.bewaren import count_vraag

MAXIMUM = 60
WINDOW = 3600


# The origin of the request is looked at instead of a token, for a token needs a cookie.
@csrf_exempt
@require_POST
@never_cache
def meld(request: HttpRequest) -> HttpResponse:
    """Count `q` when it finds nothing indeed. Nobody reads the answer: it is empty, whatever happened."""
    now, vraag, taal = klok.now(), request.POST.get("q", ""), get_language() or "nl"
    if not is_from_own_page(request):
        return HttpResponse(status=403)
    if not take_turn("zonder_treffer", client_address(request), maximum=MAXIMUM, seconds=WINDOW, now=now):
        return HttpResponse(status=429)
    if not search(vraag, taal=taal, lezer=Lezer.IEDEREEN, now=now).alle:
        count_vraag(vraag, taal=taal, now=now)
    return HttpResponse(status=204)
