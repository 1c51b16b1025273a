"""`import_zaaktypen FILE`: zaaktypen from the export of another register, as concepts."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.zaken.services.catalogusbestand import MAX_BYTES, BestandOnleesbaar, read_catalogusbestand
from eloket.zaken.services.catalogusimport import Verslag, examine_catalogus, import_catalogus


class Command(BaseCommand):
    help = (
        "Neemt zaaktypen over uit de export van een ZGW-catalogus (zip of JSON). Ze komen binnen als "
        "concept; publiceren doet de beheerder. Vertelt wat hier niet past."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument(
            "--bijwerken", action="store_true", help="vervang ook de concepten die er al staan"
        )
        parser.add_argument("--proef", action="store_true", help="vertel alleen wat er zou gebeuren")

    def handle(self, *args: Any, bestand: Path, bijwerken: bool, proef: bool, **options: Any) -> None:
        try:
            with bestand.open("rb") as file:
                lists = read_catalogusbestand(file.read(MAX_BYTES + 1))
        except OSError as error:
            raise CommandError(f"{bestand}: {error.strerror}.") from error
        except BestandOnleesbaar as error:
            raise CommandError(str(error)) from error
        self._tell(
            (examine_catalogus if proef else import_catalogus)(lists, bijwerken=bijwerken), proef=proef
        )

    def _tell(self, verslag: Verslag, *, proef: bool) -> None:
        for voorstel in verslag.voorstellen:
            self.stdout.write(f"{voorstel.actie}: {voorstel.omschrijving} ({voorstel.begin_geldigheid})")
            for melding in voorstel.meldingen:
                self.stdout.write(f"    {melding}")
        for melding in verslag.meldingen:
            self.stdout.write(melding)
        klaar = "te maken" if proef else "gemaakt"
        self.stdout.write(f"concepten {klaar}: {verslag.te_doen} van {len(verslag.voorstellen)}")
