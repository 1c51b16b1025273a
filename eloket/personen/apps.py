from django.apps import AppConfig
from django.core import checks

from eloket.personen.checks import check_personen


class PersonenConfig(AppConfig):
    name = "eloket.personen"
    label = "personen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        checks.register(check_personen)
