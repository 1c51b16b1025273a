"""The same steps under /balie/, for the KCC alone."""

from django.urls import path

from eloket.accounts.services import Rol, rol_required
from eloket.afspraken.views.balie import start
from eloket.afspraken.views.controleren import Controleren
from eloket.afspraken.views.doelgroep import gegevens
from eloket.afspraken.views.klaar import Klaar
from eloket.afspraken.views.plaats import Plaats
from eloket.afspraken.views.scherm import BALIE
from eloket.afspraken.views.tijd import Tijd
from eloket.afspraken.views.vasthouden import Vasthouden
from eloket.afspraken.views.waarvoor import Waarvoor

app_name = "afspraken_balie"

kcc = rol_required(Rol.KCC)

urlpatterns = [
    path("", kcc(start), name="start"),
    path("waarvoor/", kcc(Waarvoor.as_view(loket=BALIE)), name="waarvoor"),
    path("plaats/", kcc(Plaats.as_view(loket=BALIE)), name="plaats"),
    path("tijd/", kcc(Tijd.as_view(loket=BALIE)), name="tijd"),
    path("vasthouden/", kcc(Vasthouden.as_view(loket=BALIE)), name="vasthouden"),
    path("gegevens/", kcc(gegevens), {"loket": BALIE}, name="gegevens"),
    path("controleren/", kcc(Controleren.as_view(loket=BALIE)), name="controleren"),
    path("klaar/", kcc(Klaar.as_view(loket=BALIE)), name="klaar"),
]
