"""`export_formulier SLUG`: a form as one JSON file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.formulieren.models import Formulier
from eloket.formulieren.services.overdracht import export_formulier


class Command(BaseCommand):
    help = "Zet een formulier in een JSON-bestand, zoals het bij de redacteur staat (ook als concept)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("adres", help="het adres (slug) van het formulier")
        parser.add_argument("--naar", type=Path, metavar="pad.json", help="anders naar het scherm")

    def handle(self, *args: Any, adres: str, naar: Path | None, **options: Any) -> None:
        formulier = Formulier.objects.filter(slug=adres).first()
        if formulier is None:
            raise CommandError(f"er is geen formulier met het adres {adres!r}.")
        text = json.dumps(export_formulier(formulier), ensure_ascii=False, indent=2)
        if naar is None:
            self.stdout.write(text)
            return
        try:
            naar.write_text(f"{text}\n", encoding="utf-8")
        except OSError as fout:
            raise CommandError(f"{naar}: {fout.strerror}.") from fout
