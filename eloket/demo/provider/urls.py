"""Addresses of the demo's login service."""

from django.urls import include, path

from eloket.demo.provider import views

urlpatterns = [
    path("", views.thuis),
    path("kies/", views.kies, name="kies"),
    path("stijl.css", views.stijl, name="stijl"),
    path("identity/o/authorize", views.AuthorizeOnce.as_view()),
    path("", include("allauth.idp.urls")),
]
