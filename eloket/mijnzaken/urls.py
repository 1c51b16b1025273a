"""Addresses under /mijn-zaken/."""

from django.urls import path

from eloket.mijnzaken.views.afspraak import afspraak
from eloket.mijnzaken.views.berichten import berichten, meenemen
from eloket.mijnzaken.views.document import document
from eloket.mijnzaken.views.inzage import inzage, inzage_zaak
from eloket.mijnzaken.views.inzenden import inzenden
from eloket.mijnzaken.views.lijst import lijst
from eloket.mijnzaken.views.productdoen import beeindigen, kenteken, verlengen
from eloket.mijnzaken.views.producten import product, productdocument, producten
from eloket.mijnzaken.views.te_laat import te_laat
from eloket.mijnzaken.views.zaak import waarom, zaak

app_name = "mijnzaken"

urlpatterns = [
    path("", lijst, name="lijst"),
    path("afspraken/<uuid:id>/", afspraak, name="afspraak"),
    path("berichten/", berichten, name="berichten"),
    path("berichten/berichten.<slug:vorm>", meenemen, name="berichten-meenemen"),
    path("inzage/", inzage, name="inzage"),
    path("producten/", producten, name="producten"),
    path("producten/<slug:code>/", product, name="product"),
    path("producten/<slug:code>/document/", productdocument, name="product-document"),
    path("producten/<slug:code>/beeindigen/", beeindigen, name="product-beeindigen"),
    path("producten/<slug:code>/kenteken/", kenteken, name="product-kenteken"),
    path("producten/<slug:code>/verlengen/", verlengen, name="product-verlengen"),
    path("<str:identificatie>/inzage/", inzage_zaak, name="inzage-zaak"),
    path("<str:identificatie>/", zaak, name="zaak"),
    path("<str:identificatie>/waarom/", waarom, name="waarom"),
    path("<str:identificatie>/documenten/<slug:id>/", document, name="document"),
    path("<str:identificatie>/te-laat/", te_laat, name="te-laat"),
    path("<str:identificatie>/antwoord/<slug:verzoek>/", inzenden, name="antwoord"),
    path("<str:identificatie>/toevoegen/", inzenden, name="toevoegen"),
]
