from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "eloket.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.demo.stand import get_shift
        from eloket.lib import klok

        klok.add_shift(get_shift)
