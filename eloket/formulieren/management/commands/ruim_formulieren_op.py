"""`eloket manage ruim_formulieren_op`: what a worker does each hour, at once, or only counted."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eloket.formulieren.services.bewaren import tidy
from eloket.lib import klok


class Command(BaseCommand):
    help = (
        "Waarschuwt wie een formulier bewaarde dat bijna verloopt, verwijdert verlopen formulieren en wist "
        "persoonsgegevens van aanvragen na hun bewaartermijn. Een worker doet dit elk uur zelf."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="telt alleen en verandert niets")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        done = tidy(now=klok.now(), dry_run=dry_run)
        self.stdout.write(f"Gewaarschuwd: {done.gewaarschuwd}")
        self.stdout.write(f"Verlopen formulieren verwijderd: {done.verlopen}")
        self.stdout.write(f"Aanvragen gewist: {done.gewist}")
        if dry_run:
            self.stdout.write("Dit was een telling. Er is niets veranderd.")
