"""Addresses under /afspraken/. The steps keep what was chosen in their query."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from eloket.afspraken import urls_beheren
from eloket.afspraken.views.controleren import Controleren
from eloket.afspraken.views.doelgroep import gegevens
from eloket.afspraken.views.klaar import Klaar
from eloket.afspraken.views.plaats import Plaats
from eloket.afspraken.views.scherm import PUBLIEK
from eloket.afspraken.views.start import start
from eloket.afspraken.views.tijd import Tijd
from eloket.afspraken.views.vasthouden import Vasthouden
from eloket.afspraken.views.waarvoor import Waarvoor

app_name = "afspraken"

urlpatterns = [
    path("", start, name="start"),
    path("waarvoor/", Waarvoor.as_view(), name="waarvoor"),
    path("plaats/", Plaats.as_view(), name="plaats"),
    path("tijd/", Tijd.as_view(), name="tijd"),
    # Looks at where the request comes from instead of at a token, for a token needs a cookie.
    path("vasthouden/", csrf_exempt(Vasthouden.as_view()), name="vasthouden"),
    path("gegevens/", gegevens, {"loket": PUBLIEK}, name="gegevens"),
    path("controleren/", Controleren.as_view(), name="controleren"),
    path("klaar/", Klaar.as_view(), name="klaar"),
    *urls_beheren.urlpatterns,
]
