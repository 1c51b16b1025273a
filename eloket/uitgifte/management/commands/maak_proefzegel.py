"""`eloket manage maak_proefzegel`: another key for the seal of a demo."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.uitgifte.services import ZegelError, renew_zegel


class Command(BaseCommand):
    help = "Maakt een nieuw proefzegel. Documenten zeggen zelf dat het geen echt zegel is."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            renew_zegel()
        except ZegelError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Er is een nieuw proefzegel. Wat al was gezegeld, blijft zoals het is.")
