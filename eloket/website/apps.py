from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "eloket.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.website import signalen

        signalen.connect()
