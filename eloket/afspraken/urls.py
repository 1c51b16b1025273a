"""Addresses under /afspraken/."""

from django.urls import path

from eloket.afspraken import urls_beheren
from eloket.afspraken.views.start import start

app_name = "afspraken"

urlpatterns = [path("", start, name="start"), *urls_beheren.urlpatterns]
