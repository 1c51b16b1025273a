"""`import_upl FILE`: take over the national list of product names."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl


class Command(BaseCommand):
    help = "Neemt de uniforme productnamenlijst (UPL) over uit een CSV-bestand. Verwijdert nooit een naam."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="de UPL als CSV, zoals landelijk gepubliceerd")

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        try:
            with bestand.open(encoding="utf-8-sig", newline="") as csv_file:
                verslag = import_upl(csv_file)
        except OSError as fout:
            raise CommandError(f"{bestand} kan niet gelezen worden: {fout.strerror}.") from fout
        except UplOnleesbaar as fout:
            raise CommandError(str(fout)) from fout
        self._report(verslag)

    def _report(self, verslag: UplVerslag) -> None:
        self.stdout.write(
            f"{verslag.rijen} rijen gelezen: {verslag.nieuw} namen nieuw, {verslag.gewijzigd} gewijzigd, "
            f"{verslag.ongewijzigd} gelijk gebleven, {verslag.vervallen} vervallen."
        )
        for fout in verslag.fouten:
            self.stderr.write(fout)
        if verslag.fouten:
            self.stderr.write(f"{len(verslag.fouten)} rijen overgeslagen.")
