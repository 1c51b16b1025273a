"""Addresses under /balie/: for employees, in Dutch only."""

from django.urls import path

from eloket.balie import producten, views

app_name = "balie"

urlpatterns = [
    path("", views.start, name="start"),
    path("producten/", producten.zoeken, name="producten"),
    path("producten/<slug:slug>/", producten.product, name="product"),
]
