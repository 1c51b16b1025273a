"""What one code stands for, at this moment."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eloket.lib import klok
from eloket.uitgifte.services import ProductNotFound, check_code
from eloket.uitgifte.views.scherm import checking, controle_context, show, show_unknown


@require_safe
@checking
def controleer(request: HttpRequest, code: str) -> HttpResponse:
    """Valid or not and since when; a code that is not ours is said plainly."""
    now = klok.now()
    try:
        controle = check_code(code, now=now)
    except ProductNotFound:
        return show_unknown(request, code)
    return show(request, "uitgifte/controle.html", controle_context(controle, now=now))
