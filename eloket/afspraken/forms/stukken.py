"""Drawings and papers beforehand, as a question: what was added, and a box for the next one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.services.stukken import GRENZEN, MEESTE
from eloket.website.services import BestandenWidget, Gekozen


class StukkenWidget(BestandenWidget):
    """Whatever is posted: what was added is known to us alone."""

    def __init__(self, gekozen: Sequence[Gekozen]) -> None:
        super().__init__(
            uitleg=GRENZEN.tell(MEESTE), accept=GRENZEN.accept, max_mb=GRENZEN.mb, max_aantal=MEESTE
        )
        self.gekozen = gekozen

    def read(self, value: Any) -> Sequence[Gekozen]:
        return self.gekozen


def make_stukken(gekozen: Sequence[Gekozen]) -> forms.Field:
    """Never required: without drawings one can talk too."""
    return forms.Field(
        label=_("Tekeningen of andere stukken"),
        help_text=_("Alleen wie het gesprek met u voert, kan ze zien."),
        required=False,
        widget=StukkenWidget(gekozen),
    )
