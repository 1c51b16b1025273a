"""`maak_site`: the fixed pages of a new site."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from eloket.producten.services import ensure_boom, ensure_verklaringen


class Command(BaseCommand):
    help = "Maakt de vaste pagina’s van een nieuwe site. Wat er al is, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        bomen = {taal: ensure_boom(taal) for taal, _naam in settings.LANGUAGES}
        ensure_verklaringen(bomen["nl"], bomen["en"])
        self.stdout.write(
            "De voorpagina, de overzichten en de verklaringen staan klaar. "
            "Lees de verklaringen na en vul de instellingen van de site in."
        )
