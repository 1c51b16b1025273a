from django.apps import AppConfig


class MijnzakenConfig(AppConfig):
    name = "eloket.mijnzaken"
    label = "mijnzaken"
    default_auto_field = "django.db.models.BigAutoField"
