"""Addresses under /afspraken/."""

from django.urls import path

from eloket.afspraken import views

app_name = "afspraken"

urlpatterns = [path("", views.start, name="start")]
