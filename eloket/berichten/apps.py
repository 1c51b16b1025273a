from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "eloket.berichten"
    label = "berichten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.berichten import checks  # noqa: F401 — registers itself
