"""The holidays that a list proposed: a redacteur decides on each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eloket.afspraken.beheer.gevolgen import AKKOORD, TERUG, ask, tell_geraakt
from eloket.afspraken.beheer.rechten import MAG_UITZONDEREN, recht_required
from eloket.afspraken.services.feestdagen import confirm_voorstel, drop_voorstel, list_voorstellen
from eloket.afspraken.services.gevolgen import AkkoordNodig, make_change
from eloket.lib import klok


@require_http_methods(["GET", "HEAD", "POST"])
@recht_required(MAG_UITZONDEREN)
def feestdagen(request: HttpRequest) -> HttpResponse:
    """Those that wait. A POST with `dicht` or `open` and the number of one decides on it."""
    if request.method == "POST" and TERUG not in request.POST:
        return _decide(request)
    return render(
        request, "afspraken/beheer/feestdagen.html", {"voorstellen": list_voorstellen(klok.today())}
    )


def _decide(request: HttpRequest) -> HttpResponse:
    if (pk := _number(request.POST.get("dicht", ""))) is not None:
        try:
            _close(request, pk)
        except AkkoordNodig as vraag:
            return ask(request, vraag)
    elif (pk := _number(request.POST.get("open", ""))) is not None and drop_voorstel(pk):
        messages.success(request, _("Weg. Wij zijn die dag gewoon open."))
    return redirect("afspraakbeheer:feestdagen")


def _close(request: HttpRequest, pk: int) -> None:
    """Errors: `AkkoordNodig`."""
    done, geraakt = make_change(
        lambda: confirm_voorstel(pk), None, akkoord=request.POST.get(AKKOORD, ""), now=klok.now()
    )
    if done:
        day = date_format(done.eerste_dag, "j F Y")
        messages.success(request, _("Op %(dag)s zijn alle locaties dicht.") % {"dag": day})
    tell_geraakt(request, geraakt)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
