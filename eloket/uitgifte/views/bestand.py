"""Offering a PDF for comparison: is this, to the last byte, what we issued?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from eloket.lib import klok
from eloket.uitgifte.services import Controle, ProductNotFound, check_code, check_sha256
from eloket.uitgifte.upload import Vingerafdruk, VingerafdrukHandler
from eloket.uitgifte.views.scherm import checking, controle_context, show, show_unknown


# Changes nothing, keeps nothing and looks at no cookie: there is nothing to forge.
@csrf_exempt
@require_http_methods(["POST"])
@checking
def bestand(request: HttpRequest) -> HttpResponse:
    """The answer for an offered file, with the code that it came with or without."""
    request.upload_handlers = [VingerafdrukHandler(request)]
    code, offered, now = request.POST.get("code", ""), request.FILES.get("bestand"), klok.now()
    try:
        controle = check_code(code, now=now) if code else None
    except ProductNotFound:
        return show_unknown(request, code)
    if not isinstance(offered, Vingerafdruk) or not offered.is_pdf:
        wrong = "geen_bestand" if offered is None else "geen_pdf"
        return show(request, "uitgifte/vergelijken.html", {"code": code, "uitkomst": wrong}, status=422)
    if controle is None:
        try:
            controle = check_sha256(offered.sha256, now=now)
        except ProductNotFound:
            return show(request, "uitgifte/vergelijken.html", {"uitkomst": "onbekend"})
    context = {**controle_context(controle, now=now), "uitkomst": _compare(controle, offered)}
    return show(request, "uitgifte/controle.html", context)


def _compare(controle: Controle, offered: Vingerafdruk) -> str:
    """ "wacht" while there is no PDF of ours yet."""
    if not controle.sha256:
        return "wacht"
    return "zelfde" if offered.sha256 == controle.sha256 else "anders"
