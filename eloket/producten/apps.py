from django.apps import AppConfig


class ProductenConfig(AppConfig):
    name = "eloket.producten"
    label = "producten"
    default_auto_field = "django.db.models.BigAutoField"
