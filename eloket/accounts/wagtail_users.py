"""Wagtail's users app with our own list of employees: the place where Wagtail lets it be replaced."""

from wagtail.users.apps import WagtailUsersAppConfig


class MedewerkersAppConfig(WagtailUsersAppConfig):
    user_viewset = "eloket.accounts.views.gebruikers.MedewerkerViewSet"
