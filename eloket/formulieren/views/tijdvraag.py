"""A time that is chosen in a form is kept off others: no oftener than in the steps of an afspraak."""

from django.conf import settings
from django.http import HttpRequest, QueryDict

from eloket.accounts.services import get_medewerker
from eloket.formulieren.definitie import Stap
from eloket.formulieren.stapformulier import PREFIX
from eloket.formulieren.velden.afspraak import get_soort, wants_hold
from eloket.formulieren.velden.afspraaktijd import VERLOPEN
from eloket.formulieren.views.wie import counted_as
from eloket.lib import klok
from eloket.lib.limiet import take_turn

HALF_UUR = 1800


def spare_times(request: HttpRequest, stap: Stap) -> QueryDict:
    """What was posted. Over the limit without the new time, so that the step says that it was not held.

    Counts together with the steps under /afspraken/. Employees have no limit: we know them.
    """
    posted: QueryDict = request.POST.copy()
    for veld in stap.velden:
        name = f"{PREFIX}-{veld.sleutel}"
        if veld.soort != "afspraak" or not wants_hold(get_soort(veld), posted.get(name, "")):
            continue
        if not _may_hold(request):
            posted[name] = VERLOPEN
    return posted


def _may_hold(request: HttpRequest) -> bool:
    return get_medewerker(request) is not None or take_turn(
        "afspraak_vasthouden",
        counted_as(request),
        maximum=settings.ELOKET_AFSPRAAK_PER_HALFUUR,
        seconds=HALF_UUR,
        now=klok.now(),
    )
