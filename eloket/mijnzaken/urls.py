"""Addresses under /mijn-zaken/."""

from django.urls import path

from eloket.mijnzaken import views

app_name = "mijnzaken"

urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<str:identificatie>/", views.zaak, name="zaak"),
    path("<str:identificatie>/waarom/", views.waarom, name="waarom"),
]
