from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "eloket.zaken"
    label = "zaken"
    default_auto_field = "django.db.models.BigAutoField"
