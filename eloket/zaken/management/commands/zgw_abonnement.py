"""`eloket manage zgw_abonnement`: have the gemeente's own register tell eloket what changes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from eloket.zaken.backends.base import RegisterError
from eloket.zaken.services.abonnement import subscribe


class Command(BaseCommand):
    help = (
        "Laat uw zaakregister eloket vertellen wat er in zaken verandert. Het loket moet draaien: het"
        " register probeert het adres meteen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--opnieuw",
            action="store_true",
            help="ook als het abonnement er al is; nodig na een ander ELOKET_ZGW_NOTIFICATIES_GEHEIM",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            abonnement = subscribe(anew=options["opnieuw"])
        except RegisterError as error:
            raise CommandError(str(error)) from error
        what = "gemaakt" if abonnement.is_new else "er al"
        kanalen = ", ".join(abonnement.kanalen)
        self.stdout.write(f"Het abonnement is {what}: {kanalen} naar {abonnement.adres}")
