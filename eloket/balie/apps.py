from django.apps import AppConfig


class BalieConfig(AppConfig):
    name = "eloket.balie"
    label = "balie"
    default_auto_field = "django.db.models.BigAutoField"
