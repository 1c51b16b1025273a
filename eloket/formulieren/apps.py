from django.apps import AppConfig


class FormulierenConfig(AppConfig):
    name = "eloket.formulieren"
    label = "formulieren"
    default_auto_field = "django.db.models.BigAutoField"
