"""`laad_demo`: fill the demo gemeente."""

from typing import Any

from django.core.management.base import BaseCommand

from eloket.demo.laden import load
from eloket.demo.stand import switch_register
from eloket.lib import klok


class Command(BaseCommand):
    help = "Vult de demogemeente Rietwaard (fictief). Een tweede keer verandert er niets."

    def handle(self, *args: Any, **options: Any) -> None:
        switch_register(uit=False)  # nothing can be filled while the register is out of order
        load(now=klok.now())
