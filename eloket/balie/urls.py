"""Addresses under /balie/: for employees, in Dutch only."""

from django.urls import path

from eloket.balie import views

app_name = "balie"

urlpatterns = [path("", views.start, name="start")]
