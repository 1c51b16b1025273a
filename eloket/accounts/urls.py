"""Addresses of login and logout. Mounted per language; the callback of the OIDC providers has one address."""

from django.urls import path
from django.views.generic import RedirectView

from eloket.accounts import views

app_name = "accounts"
urlpatterns = [
    path("inloggen/", views.inloggen, name="inloggen"),
    path("inloggen/uitloggen/", views.uitloggen, name="uitloggen"),
    path("inloggen/uitgelogd/", views.uitgelogd, name="uitgelogd"),
    path("inloggen/blijf/", views.blijf, name="blijf"),
    path("inloggen/medewerker/", views.medewerker, name="medewerker"),
    path("inloggen/medewerker/uitloggen/", views.uitloggen, name="medewerker_uitloggen"),
    path("inloggen/medewerker/blijf/", views.blijf, name="medewerker_blijf"),
    path("inloggen/medewerker/nood/", views.nood, name="nood"),
    # Wagtail's login for pages behind a password of ours: no such pages, and no such way in.
    path("_util/login/", RedirectView.as_view(pattern_name="accounts:inloggen", query_string=True)),
]
