"""Addresses under /mijn-zaken/."""

from django.urls import path

from eloket.mijnzaken.views.lijst import lijst
from eloket.mijnzaken.views.zaak import waarom, zaak

app_name = "mijnzaken"

urlpatterns = [
    path("", lijst, name="lijst"),
    path("<str:identificatie>/", zaak, name="zaak"),
    path("<str:identificatie>/waarom/", waarom, name="waarom"),
]
