from django.apps import AppConfig


class UitgifteConfig(AppConfig):
    name = "eloket.uitgifte"
    label = "uitgifte"
    default_auto_field = "django.db.models.BigAutoField"
