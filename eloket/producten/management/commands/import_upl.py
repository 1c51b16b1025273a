"""`import_upl FILE|URL`: take over the national list of product names."""

from argparse import ArgumentParser
from io import TextIOWrapper
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from eloket.producten.bronnen import BronOnleesbaar, open_bron
from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl

MAX_BYTES = 20_000_000


class Command(BaseCommand):
    help = (
        "Neemt de uniforme productnamenlijst (UPL) over uit een CSV-bestand of van een webadres."
        " Verwijdert nooit een naam."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "bron",
            metavar="bestand|adres",
            help="de UPL als CSV, zoals landelijk gepubliceerd: een bestand, of een adres met https://",
        )

    def handle(self, *args: Any, bron: str, **options: Any) -> None:
        try:
            with open_bron(bron, max_bytes=MAX_BYTES) as file:
                verslag = _read(file)
        except (BronOnleesbaar, UplOnleesbaar) as fout:
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


def _read(file: IO[bytes]) -> UplVerslag:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        return import_upl(text)
    finally:
        text.detach()  # the file is closed by who opened it
