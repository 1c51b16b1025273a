"""Handing over many zaken at once: the ones that were ticked, or all of a colleague."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from eloket.lib import klok
from eloket.zaken.backoffice.toegang import behandelaar_required, get_name, get_own_rechten, refuse
from eloket.zaken.forms import OverdrachtForm
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import (
    OVERDRACHT_MAXIMUM,
    Bereik,
    NieuweToewijzing,
    Overdracht,
    get_ontvanger,
    hand_over,
    hand_over_all,
    list_alle_collegas,
    list_werklast,
    names_of,
)


@dataclass(frozen=True, slots=True)
class Last:
    """What one colleague has. `login` is empty for what nobody has."""

    login: str
    naam: str
    open_zaken: int
    te_laat: int


@require_safe
@behandelaar_required
def verdeling(request: HttpRequest) -> HttpResponse:
    """For the coördinator: who has how much, and how much of it is late."""
    bereik = get_own_rechten(request).bereik(Zaakrol.COORDINATOR)
    if not _divides(bereik):
        return refuse(request)
    return _show(request, bereik, OverdrachtForm(collegas=list_alle_collegas()))


@require_POST
@behandelaar_required
def overdragen(request: HttpRequest) -> HttpResponse:
    """Give the ticked zaken, or with `van` all of a colleague, to somebody. What does not go is told."""
    bereik = get_own_rechten(request).bereik(Zaakrol.COORDINATOR)
    if not _divides(bereik):
        return refuse(request)
    form = OverdrachtForm(request.POST, collegas=list_alle_collegas())
    if not form.is_valid():
        return _show(request, bereik, form, status=422)
    wanted = _ticked(request)
    if not wanted and not request.POST.get("van"):
        messages.error(request, _("U heeft geen zaken aangevinkt. Vink eerst zaken aan in de lijst."))
        return redirect("zaken:lijst")
    return _report(request, _hand_over(request, form, wanted, bereik))


def _divides(bereik: Bereik) -> bool:
    return bereik.overige or bool(bereik.zaaktypen)


def _hand_over(
    request: HttpRequest, form: OverdrachtForm, wanted: dict[str, str | None], bereik: Bereik
) -> Overdracht:
    naar = form.cleaned_data["naar"]
    nieuw = NieuweToewijzing(naar, reden=form.cleaned_data["reden"], door=get_name(request))
    # Nobody may have any zaak; a colleague those that they may handle.
    ontvanger = get_ontvanger(naar).bereik(Zaakrol.BEHANDELAAR) if naar else bereik
    if van := request.POST.get("van", ""):
        return hand_over_all(van, nieuw, bereik=bereik, ontvanger=ontvanger, now=klok.now())
    return hand_over(wanted, nieuw, bereik=bereik, ontvanger=ontvanger, now=klok.now())


def _ticked(request: HttpRequest) -> dict[str, str | None]:
    """By number who had it on the screen."""
    pairs = (value.partition(":") for value in request.POST.getlist("zaak"))
    return {number: login for number, _colon, login in pairs}


def _report(request: HttpRequest, outcome: Overdracht) -> HttpResponse:
    if outcome.gelukt:
        words = ngettext("%d zaak is overgedragen.", "%d zaken zijn overgedragen.", len(outcome.gelukt))
        messages.success(request, words % len(outcome.gelukt))
    if not outcome.mislukt and not outcome.over:
        return redirect("zaken:lijst")
    context = {"overdracht": outcome, "maximum": OVERDRACHT_MAXIMUM}
    return render(request, "zaken/overgedragen.html", context)


def _show(request: HttpRequest, bereik: Bereik, form: OverdrachtForm, *, status: int = 200) -> HttpResponse:
    lasten = list_werklast(bereik=bereik, vandaag=klok.today())
    names = names_of(last.behandelaar for last in lasten)
    context = {
        "form": form,
        "lasten": [
            Last(
                last.behandelaar,
                names.get(last.behandelaar, _("niemand")),
                last.open_zaken,
                last.te_laat,
            )
            for last in lasten
        ],
        "van": request.POST.get("van", ""),
        "gekozen": request.POST.getlist("zaak"),
        "maximum": OVERDRACHT_MAXIMUM,
    }
    return render(request, "zaken/verdeling.html", context, status=status)
