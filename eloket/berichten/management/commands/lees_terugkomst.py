"""`eloket manage lees_terugkomst FILE`: mail that came back becomes a letter."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from eloket.berichten.services.terugkomst import TooLarge, process_terugkomst
from eloket.lib import klok


class Command(BaseCommand):
    help = (
        "Leest meldingen van mailservers dat een e-mail niet aankwam (RFC 3464): één bericht of een mbox. "
        "Met - als bestand leest dit van standaardinvoer, zoals een mailserver die een bericht doorgeeft."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["bestand"] == "-":
                with tempfile.NamedTemporaryFile() as copy:
                    copy.write(sys.stdin.buffer.read())
                    copy.flush()
                    self._process(Path(copy.name))
            else:
                self._process(Path(options["bestand"]))
        except (OSError, TooLarge) as error:
            raise CommandError(f"Dit bestand is niet te lezen: {error}") from error

    def _process(self, path: Path) -> None:
        done = process_terugkomst(path, now=klok.now())
        rest = f"{done.later} nog onderweg, {done.onbekend} niet van ons of al bekend"
        self.stdout.write(f"{done.terug} teruggekomen, {rest}.")
