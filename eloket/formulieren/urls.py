"""Addresses of forms. `uuid` is the draft's, and afterwards the aanvraag's."""

from django.urls import path

from eloket.formulieren.views.bijlagen import bijlage
from eloket.formulieren.views.controle import ControleView
from eloket.formulieren.views.einde import EindeView
from eloket.formulieren.views.hulp import HulpView, overnemen
from eloket.formulieren.views.later import LaterView, WegView, hervatten
from eloket.formulieren.views.ontvangst import kopie, mens, ontvangst
from eloket.formulieren.views.papier import papier
from eloket.formulieren.views.start import BeginView, start
from eloket.formulieren.views.wizard import ConceptWizard

app_name = "formulieren"

urlpatterns = [
    path("<slug:slug>/", start, name="start"),
    path("<slug:slug>/beginnen/", BeginView.as_view(), name="beginnen"),
    path("<slug:slug>/<uuid:uuid>/", ConceptWizard.as_view(), name="verder"),
    path("<slug:slug>/<uuid:uuid>/controleren/", ControleView.as_view(), name="controleren"),
    path("<slug:slug>/<uuid:uuid>/bijlage/<uuid:bijlage>/", bijlage, name="bijlage"),
    path("<slug:slug>/<uuid:uuid>/einde/", EindeView.as_view(), name="einde"),
    path("<slug:slug>/<uuid:uuid>/ontvangst/", ontvangst, name="ontvangst"),
    path("<slug:slug>/<uuid:uuid>/kopie/", kopie, name="kopie"),
    path("<slug:slug>/<uuid:uuid>/mens/", mens, name="mens"),
    path("<slug:slug>/papier/", papier, name="papier"),
    path("<slug:slug>/overnemen/", overnemen, name="overnemen"),
    path("<slug:slug>/<uuid:uuid>/hulp/", HulpView.as_view(), name="hulp"),
    path("<slug:slug>/<uuid:uuid>/later/", LaterView.as_view(), name="later"),
    path("<slug:slug>/<uuid:uuid>/hervatten/", hervatten, name="hervatten"),
    path("<slug:slug>/<uuid:uuid>/weg/", WegView.as_view(), name="weg"),
    path("<slug:slug>/<uuid:uuid>/<slug:step>/", ConceptWizard.as_view(), name="stap"),
]
