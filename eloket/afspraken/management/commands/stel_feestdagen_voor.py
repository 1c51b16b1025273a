"""`stel_feestdagen_voor`: propose the holidays of a year for the agenda; a person decides in the admin."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import date_format

from eloket.afspraken.services.feestdagen import propose_feestdagen

JAREN = range(2000, 2101)


class Command(BaseCommand):
    help = "Stelt de feestdagen van een jaar voor. Ze gelden pas als iemand ze in het beheer bevestigt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--jaar", type=int, required=True, help="Bijvoorbeeld 2027.")

    def handle(self, *args: Any, **options: Any) -> None:
        jaar = options["jaar"]
        if jaar not in JAREN:
            raise CommandError(f"Kies een jaar van {JAREN[0]} tot en met {JAREN[-1]}.")
        new = propose_feestdagen(jaar)
        for each in new:
            self.stdout.write(f"{date_format(each.eerste_dag, 'l j F Y')}: {each.reden}")
        self.stdout.write(f"{len(new)} voorgesteld. Bevestig ze in het beheer, bij Afspraken.")
