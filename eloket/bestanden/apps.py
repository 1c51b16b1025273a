from django.apps import AppConfig


class BestandenConfig(AppConfig):
    name = "eloket.bestanden"
    label = "bestanden"
    default_auto_field = "django.db.models.BigAutoField"
