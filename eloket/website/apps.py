from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "eloket.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core.checks import register

        from eloket.website import signalen
        from eloket.website.checks import check_thema_tokens

        signalen.connect()
        register(check_thema_tokens)
