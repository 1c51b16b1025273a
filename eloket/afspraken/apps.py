from django.apps import AppConfig


class AfsprakenConfig(AppConfig):
    name = "eloket.afspraken"
    label = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"
