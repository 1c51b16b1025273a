"""`manage noodaccount`: make the sealed emergency account, or renew it."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from eloket.accounts.nood import NoodaccountExists, create_noodaccount


class Command(BaseCommand):
    help = "Maak het verzegelde noodaccount, of vernieuw het. Toont wachtwoord en TOTP-geheim één keer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--vernieuw", action="store_true", help="vervang wachtwoord en geheim")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            zegel = create_noodaccount(vernieuw=options["vernieuw"])
        except NoodaccountExists:
            raise CommandError("er is al een noodaccount; vervang het met --vernieuw.") from None
        self.stdout.write(f"Wachtwoord:   {zegel.wachtwoord}")
        self.stdout.write(f"TOTP-geheim:  {zegel.totp}")
        self.stdout.write(f"Inloggen:     {settings.ELOKET_BASIS_URL}/inloggen/medewerker/nood/")
        self.stdout.write("Deze gegevens worden niet opnieuw getoond: print ze en leg ze in een kluis.")
