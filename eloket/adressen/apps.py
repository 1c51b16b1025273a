from django.apps import AppConfig
from django.core import checks

from eloket.adressen.checks import check_adressen


class AdressenConfig(AppConfig):
    name = "eloket.adressen"
    label = "adressen"

    def ready(self) -> None:
        checks.register(check_adressen)
