"""Addresses under /controleer/."""

from django.urls import path

from eloket.uitgifte import views

app_name = "uitgifte"

urlpatterns = [
    path("", views.start, name="start"),
    path("bestand/", views.bestand, name="bestand"),
    path("<str:code>/", views.controleer, name="controleer"),
]
