"""Addresses of website that are no page."""

from django.urls import path

from eloket.website import views

app_name = "website"

urlpatterns = [
    path("thema/<slug:kenmerk>.css", views.thema_css, name="thema"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]
