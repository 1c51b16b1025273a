"""`maak_site`: the fixed pages of a new site."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from eloket.producten.boom import ensure_boom


class Command(BaseCommand):
    help = "Maakt de voorpagina en de overzichten van een nieuwe site. Wat er al is, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        for taal, _naam in settings.LANGUAGES:
            ensure_boom(taal)
        self.stdout.write(
            "De voorpagina en de overzichten staan klaar. Vul nu de instellingen van de site in."
        )
