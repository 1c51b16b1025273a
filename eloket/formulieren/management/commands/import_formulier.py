"""`import_formulier FILE`: a form from a JSON file, as a draft."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.formulieren.services.bestandlezen import MAX_BYTES, BestandOnleesbaar, read_formulierbestand
from eloket.formulieren.services.overdracht import ImportRefused, Verslag, examine_formulier, place_concept


class Command(BaseCommand):
    help = (
        "Neemt een formulier over uit een JSON-bestand. Het komt binnen als concept; publiceren doet de "
        "redacteur. Vertelt eerst wat hier niet past."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--adres", help="geef het nieuwe formulier dit adres (slug)")
        parser.add_argument(
            "--bijwerken", action="store_true", help="maak een nieuw concept van het formulier met dit adres"
        )
        parser.add_argument("--proef", action="store_true", help="vertel alleen wat er niet past")

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        try:
            with bestand.open("rb") as file:
                inhoud = read_formulierbestand(file.read(MAX_BYTES + 1))
            verslag = examine_formulier({**inhoud, "slug": options["adres"] or inhoud["slug"]})
            self._tell(verslag)
            if not options["proef"]:
                self._place(verslag, bijwerken=options["bijwerken"])
        except OSError as fout:
            raise CommandError(f"{bestand}: {fout.strerror}.") from fout
        except (BestandOnleesbaar, ImportRefused) as fout:
            raise CommandError(str(fout)) from fout

    def _tell(self, verslag: Verslag) -> None:
        for zin in (*verslag.fouten, *verslag.meldingen):
            self.stdout.write(f"    {zin}")
        if verslag.fouten:
            raise CommandError("dit formulier past hier niet. Er is niets gewijzigd.")

    def _place(self, verslag: Verslag, *, bijwerken: bool) -> None:
        if verslag.bestaand is not None and not bijwerken:
            raise CommandError(
                f"er is al een formulier met het adres {verslag.slug!r}. Kies --bijwerken voor een nieuw "
                "concept daarvan, of --adres voor een nieuw formulier."
            )
        over = verslag.bestaand if bijwerken else None
        formulier = place_concept(verslag.inhoud, slug=verslag.slug, over=over, user=None)
        self.stdout.write(f"“{formulier}” staat klaar als concept.")
