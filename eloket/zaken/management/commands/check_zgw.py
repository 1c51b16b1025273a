"""`eloket check zgw`: is the gemeente's own register set up as eloket needs it?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from eloket.zaken.backends.base import RegisterError
from eloket.zaken.services.nakijken import inspect_register

WOORDEN = {True: "goed  ", None: "let op", False: "FOUT  "}


class Command(BaseCommand):
    help = "Kijkt uw zaakregister na en zegt per onderdeel wat goed is en wat u moet doen. Verandert niets."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        try:
            for bevinding in inspect_register():
                wrong += bevinding.is_goed is False
                self.stdout.write(f"{WOORDEN[bevinding.is_goed]}  {bevinding.onderdeel}: {bevinding.uitleg}")
        except RegisterError as error:
            raise CommandError(str(error)) from error
        if wrong:
            raise CommandError(f"{wrong} onderdelen zijn nog niet goed; zie docs/zgw.md")
