"""Addresses in no language: where providers send people back to, and what must not be a way in.

Mounted before Wagtail, whose own views at these addresses take a password.
"""

from django.urls import path
from django.views.generic import RedirectView

from eloket.accounts import views

naar_login = RedirectView.as_view(pattern_name="accounts:medewerker", query_string=True)

urlpatterns = [
    path("inloggen/oidc/<slug:middel>/callback/", views.terug, name="oidc_callback"),
    path("beheer/login/", naar_login),
    path("beheer/password_reset/", naar_login),
    path("beheer/logout/", views.uitloggen),
]
