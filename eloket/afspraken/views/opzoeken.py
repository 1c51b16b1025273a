"""The second way in to an afspraak: its number, and the address or telephone number that was given for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from eloket.afspraken.forms.opzoeken import OpzoekForm
from eloket.afspraken.services.links import make_token
from eloket.afspraken.services.opzoeken import TeVaak, look_up
from eloket.afspraken.views.antwoord import make_crumbs
from eloket.afspraken.views.scherm import see_other
from eloket.lib import klok
from eloket.lib.herkomst import client_address

WACHT_SECONDEN = 3600


# No token: nobody is logged in here, so that nothing can be done in somebody's name, and with the policy
# no-referrer a browser names no origin to look at.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def opzoeken(request: HttpRequest) -> HttpResponse:
    """Ask for number and contact; the answer is the same whichever of the two is wrong."""
    form = OpzoekForm(_read(request) if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return _show(request, form, status=200)
    try:
        afspraak = look_up(
            form.cleaned_data["nummer"],
            form.cleaned_data["contact"],
            herkomst=client_address(request),
            now=klok.now(),
        )
    except TeVaak:
        form.add_error(None, _("U probeerde het te vaak. Wacht een uur, of bel ons."))
        return _show(request, form, status=429)
    if afspraak is None:
        form.add_error(
            None,
            _(
                "Wij vinden geen afspraak met deze gegevens. Kijk het nummer na, en het e-mailadres of "
                "telefoonnummer. Lukt het niet? Bel ons."
            ),
        )
        return _show(request, form, status=200)
    return see_other(reverse("afspraken:beheren", args=[make_token(afspraak)]))


def _read(request: HttpRequest) -> dict[str, str]:
    """What was typed; signs that cannot be shown would only break the page that says what is wrong."""
    typed = {name: request.POST.get(name, "") for name in OpzoekForm.base_fields}
    return {name: "".join(filter(str.isprintable, text)) for name, text in typed.items()}


def _show(request: HttpRequest, form: OpzoekForm, *, status: int) -> HttpResponse:
    context = {"form": form, "crumbs": make_crumbs(_("Uw afspraak opzoeken"))}
    response = render(request, "afspraken/beheren/opzoeken.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(WACHT_SECONDEN)
    return response
