"""A date in three boxes: what people type without mistakes, on every keyboard and without JavaScript."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from eloket.website.vakken import Deel, VakkenWidget, fout

# Wide enough for a name of a month, and for a whole date that somebody pastes into the first box.
DELEN = tuple(
    Deel(naam, label, breedte, {"inputmode": "numeric", "maxlength": size, "autocomplete": "off"})
    for naam, label, breedte, size in (
        ("dag", _("Dag"), "getal", 20),
        ("maand", _("Maand"), "getal", 10),
        ("jaar", _("Jaar"), "jaar", 4),
    )
)
MAANDEN = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)


class DatumWidget(VakkenWidget):
    """Day, month, year; the posted names are `<naam>_dag`, `<naam>_maand`, `<naam>_jaar`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(DELEN, attrs)

    def decompress(self, value: date | str | None) -> list[str]:
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return [part.lstrip("0") for part in reversed(value.split("-"))] if value else ["", "", ""]


class DatumField(forms.MultiValueField):
    """A `date` from three boxes; says which part is missing or that the day does not exist."""

    widget = DatumWidget

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(forms.CharField(required=False) for _part in DELEN)
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def clean(self, value: object) -> date | None:
        """Boxes with nothing but spaces are empty; a whole date in the first box is understood."""
        parts = [str(part or "") for part in value] if isinstance(value, list | tuple) else ["", "", ""]
        found: date | None = super().clean(spread_date(parts))
        return found

    def compress(self, data_list: list[str]) -> date | None:
        if not any(data_list):
            return None
        missing = [deel for deel, text in zip(DELEN, data_list, strict=True) if not text]
        if missing:
            names = ", ".join(str(deel.label).lower() for deel in missing)
            raise fout(missing[0].naam, _("Vul ook in: %(delen)s."), code="onvolledig", delen=names)
        return existing_date(*data_list)

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(initial if initial else None, data)


def spread_date(parts: list[str]) -> list[str]:
    """Day, month and year as figures where they can be read: "1-12-2026" in one box, "maart" in another."""
    parts = [part.strip() for part in (*parts, "", "", "")[:3]]
    if parts[0] and not parts[1] and not parts[2]:
        parts = _split_date(parts[0]) or parts
    return [parts[0], read_maand(parts[1]), parts[2]]


def _split_date(text: str) -> list[str] | None:
    """ "1-12-2026", "1 december 2026", "2026-12-01" or "01122026" in three; None for something else."""
    pieces = re.split(r"[-/.\s]+", text.strip(" ."))
    if len(pieces) == 3:
        return list(reversed(pieces)) if re.fullmatch(r"\d{4}", pieces[0], re.ASCII) else pieces
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        return [text[:2], text[2:4], text[4:]]
    return None


def read_maand(text: str) -> str:
    """The number of a month that was written as a word, whole or its first letters; other text as it is."""
    word = text.strip(". ").lower()
    if len(word) < 3:
        return text
    found = (
        number for number, names in enumerate(MAANDEN, 1) if any(name.startswith(word) for name in names)
    )
    return str(next(found, text))


def existing_date(day: str, month: str, year: str) -> date:
    """The date that three texts name; ValidationError in plain words when there is no such day."""
    for deel, text in zip(DELEN, (day, month, year), strict=True):
        if not (text.isascii() and text.isdigit()):
            raise fout(
                deel.naam,
                _("Vul de datum in met cijfers: dag, maand en jaar. Bijvoorbeeld 27 3 1985."),
            )
    if len(year) != 4:
        raise fout("jaar", _("Vul het jaar in met 4 cijfers, bijvoorbeeld 1985."))
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError) as error:
        raise ValidationError(
            _("Deze datum bestaat niet. Controleer de dag en de maand."), code="ongeldig"
        ) from error
