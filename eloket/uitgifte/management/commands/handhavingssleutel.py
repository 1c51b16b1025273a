"""`eloket manage handhavingssleutel NAAM`: a key for the API of handhaving, shown once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.lib import klok
from eloket.uitgifte.services import UitgifteError, make_sleutel, revoke_sleutel


class Command(BaseCommand):
    help = "Maakt een sleutel voor handhaving, of trekt die in. De sleutel is daarna niet meer te lezen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("naam", help="het systeem dat de sleutel krijgt")
        parser.add_argument("--intrekken", action="store_true", help="de sleutel opent niets meer")

    def handle(self, *args: Any, naam: str, intrekken: bool, **options: Any) -> None:
        try:
            if intrekken:
                revoke_sleutel(naam, now=klok.now())
                self.stdout.write(f"De sleutel van {naam} opent niets meer.")
            else:
                self.stdout.write(make_sleutel(naam, now=klok.now()))
        except UitgifteError as error:
            raise CommandError(str(error)) from error
