"""Which details step belongs to whom."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from eloket.afspraken.models import Doelgroep
from eloket.afspraken.views.gegevens import GegevensStap
from eloket.afspraken.views.scherm import Loket
from eloket.afspraken.views.stand import read_stand
from eloket.afspraken.views.zakelijk import ZakelijkStap

GEGEVENS: dict[str, type[GegevensStap]] = {
    Doelgroep.INWONER.value: GegevensStap,
    Doelgroep.ONDERNEMER.value: ZakelijkStap,
}


def gegevens(request: HttpRequest, loket: Loket) -> HttpResponseBase:
    """The address of the details step: the view of who it is for answers."""
    stand = read_stand(request)
    view = GEGEVENS[stand.keuze.voor if stand else Doelgroep.INWONER.value]
    return view.as_view(loket=loket)(request)
