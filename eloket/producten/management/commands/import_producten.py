"""`import_producten FILE|URL`: take a catalogue over as drafts."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.lib import klok
from eloket.producten.bronnen import BronOnleesbaar, open_bron
from eloket.producten.overname.aanbod import Onleesbaar, Regel, Uitkomst
from eloket.producten.overname.lezen import Soort, read_aanbod
from eloket.producten.overname.plaatsen import take_over
from eloket.producten.overname.verslag import tell, write_verslag

MAX_BYTES = 200_000_000


class Command(BaseCommand):
    help = (
        "Neemt producten over uit een feed van Samenwerkende Catalogi (XML) of uit een tabel (CSV)."
        " Zij komen binnen als concept. Twee keer hetzelfde bestand verdubbelt niets."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bron", metavar="bestand|adres", help="een bestand, of een adres met https://")
        parser.add_argument("--soort", choices=list(Soort), help="anders wordt aan het begin gekeken")
        parser.add_argument("--verslag", type=Path, metavar="pad.csv", help="schrijf het verslag ook hierin")
        parser.add_argument("--proef", action="store_true", help="vertel alleen wat er zou gebeuren")

    def handle(self, *args: Any, bron: str, verslag: Path | None, **options: Any) -> None:
        try:
            if verslag is None:
                self._run(bron, options, None)
            else:
                with verslag.open("w", encoding="utf-8-sig", newline="") as file:
                    self._run(bron, options, file)
        except OSError as fout:
            raise CommandError(f"{verslag or bron}: {fout.strerror}.") from fout
        except (BronOnleesbaar, Onleesbaar) as fout:
            raise CommandError(str(fout)) from fout

    def _run(self, bron: str, options: dict[str, Any], file: Any) -> None:
        counted: Counter[Uitkomst] = Counter()
        soort = Soort(options["soort"]) if options["soort"] else None
        with open_bron(bron, max_bytes=MAX_BYTES) as source:
            aanbod = read_aanbod(source, soort=soort)
            regels = self._tell(take_over(aanbod, now=klok.now(), proef=options["proef"]), counted)
            if file:
                write_verslag(regels, file)
            else:
                for _regel in regels:
                    pass
        self.stdout.write(
            tell(counted) + (" Er is niets gewijzigd: dit was een proef." if options["proef"] else "")
        )

    def _tell(self, regels: Iterator[Regel], counted: Counter[Uitkomst]) -> Iterator[Regel]:
        """Say each line as it comes; a long file shows that it goes on."""
        for regel in regels:
            counted[regel.uitkomst] += 1
            self.stdout.write(f"{regel.nummer}: {regel.titel or '–'}: {regel.label}")
            for melding in regel.meldingen:
                self.stdout.write(f"    {melding}")
            yield regel
