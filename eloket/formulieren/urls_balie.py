"""The same forms under /balie/, for the KCC alone."""

from django.urls import path

from eloket.accounts.services import Rol, rol_required
from eloket.formulieren.views import balie, balie_bestanden

app_name = "formulieren_balie"

kcc = rol_required(Rol.KCC)

urlpatterns = [
    path("", kcc(balie.start), name="start"),
    path("<slug:slug>/beginnen/", kcc(balie.beginnen), name="beginnen"),
    path("<slug:slug>/<uuid:uuid>/", kcc(balie.BalieStap.as_view()), name="verder"),
    path("<slug:slug>/<uuid:uuid>/controleren/", kcc(balie.BalieControle.as_view()), name="controleren"),
    path("<slug:slug>/<uuid:uuid>/einde/", kcc(balie.BalieEinde.as_view()), name="einde"),
    path("<slug:slug>/<uuid:uuid>/overgeven/", kcc(balie.Overgeven.as_view()), name="overgeven"),
    path("<slug:slug>/<uuid:uuid>/scan/", kcc(balie_bestanden.ScanView.as_view()), name="scan"),
    path("<slug:slug>/<uuid:uuid>/bijlage/<uuid:bijlage>/", kcc(balie_bestanden.bijlage), name="bijlage"),
    path("<slug:slug>/<uuid:uuid>/weg/", kcc(balie.BalieWeg.as_view()), name="weg"),
    path("<slug:slug>/<uuid:uuid>/later/", kcc(balie.later), name="later"),
    path("<slug:slug>/<uuid:uuid>/ontvangst/", kcc(balie.ontvangst), name="ontvangst"),
    path("<slug:slug>/<uuid:uuid>/kopie/", kcc(balie.kopie), name="kopie"),
    path("<slug:slug>/<uuid:uuid>/<slug:step>/", kcc(balie.BalieStap.as_view()), name="stap"),
]
