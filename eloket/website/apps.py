from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "eloket.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core.checks import register

        from eloket.website import momenten, signalen
        from eloket.website.checks import check_thema_tokens
        from eloket.website.storingen import next_storing

        signalen.connect()
        momenten.register_moment_source(next_storing)
        register(check_thema_tokens)
