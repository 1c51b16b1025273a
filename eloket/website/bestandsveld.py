"""A question that is answered with files: what was added already, and a box for the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext

VOEG_TOE, VERWIJDER = "voeg_toe", "verwijder"  # the names of the two buttons
MB = 1000 * 1000


@dataclass(frozen=True, slots=True)
class Gekozen:
    """One file that was added. `url`: where its owner can have it back; `opmerking`: what to know of it."""

    id: str
    naam: str
    grootte: str
    opmerking: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bestandsvak:
    """All that `components/form_files.html` shows of one question."""

    gekozen: Sequence[Gekozen]
    nog: int  # how many more may be added
    uitleg: str
    accept: str
    max_mb: int
    kies_id: str


class BestandenWidget(forms.Widget):
    """Its value is a list of `Gekozen`; what is in the box for the next one is not its business.

    `basis_url`: where the files can be had back, with their ids behind it; empty for nowhere.
    """

    vorm = "bestanden"  # which component shows it
    needs_multipart_form = True
    use_fieldset = True

    def __init__(self, *, uitleg: str, accept: str, max_mb: int, max_aantal: int) -> None:
        super().__init__()
        self.uitleg, self.accept, self.max_mb, self.max_aantal = uitleg, accept, max_mb, max_aantal
        self.basis_url = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def id_for_label(self, id_: str) -> str:
        return ""  # the box is for the next file, not for the whole answer

    def read(self, value: Any) -> Sequence[Gekozen]:
        """What was added; a type of field knows how that is written."""
        return ()

    def vak(self, field: forms.BoundField) -> Bestandsvak:
        gekozen = self.read(field.value())
        return Bestandsvak(
            gekozen=gekozen,
            nog=self.max_aantal - len(gekozen),
            uitleg=self.uitleg,
            accept=self.accept,
            max_mb=self.max_mb,
            kies_id=kies_id(field),
        )


def kies_id(field: forms.BoundField) -> str:
    """The id of the box, where an error of the question can be mended."""
    return f"{field.auto_id}_kies"


def show_grootte(size: int) -> str:
    """A size in bytes in words: "340 kB", "2,4 MB"."""
    if size < MB:
        return gettext("%d kB") % max(1, round(size / 1000))
    whole, tenth = divmod(round(size / (MB / 10)), 10)
    return gettext("%(heel)d,%(tiende)d MB") % {"heel": whole, "tiende": tenth}
