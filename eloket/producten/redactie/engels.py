"""The English text that Europe asks for: a task with a date, never a reason not to publish."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.timezone import get_default_timezone

from eloket.producten.redactie.tekst import has_text

# A month: long enough to have a text translated, short enough that nobody forgets that it must be done. The
# SDG regulation asks for the English text beside the Dutch one and names no days.
TERMIJN = timedelta(days=30)
TAAL = "en"
TEKSTVELDEN = (
    "samenvatting",
    "wat",
    "voor_wie",
    "bewijs",
    "hoe",
    "kosten",
    "termijn",
    "geen_reactie",
    "bezwaar",
)


@dataclass(frozen=True, slots=True)
class EngelsTaak:
    """What is missing in English. `voor`: the date, None as long as the product was never on line;
    `velden`: the Dutch answers without an English one, empty when there is no English page at all.
    """

    codes: str
    voor: date | None
    velden: tuple[str, ...]

    def is_late(self, *, today: date) -> bool:
        return self.voor is not None and self.voor < today


def find_engels(page: Any, english: Any | None) -> EngelsTaak | None:
    """The task for this Dutch page; None when nothing is asked or everything is there.

    `english`: its English page as it is on line, None when there is none.
    """
    codes = " ".join(dict.fromkeys(part.upn.sdg for part in page.upns.all() if part.upn.sdg.strip()))
    if not codes or page.locale.language_code != settings.LANGUAGE_CODE:
        return None
    fields = () if english is None else tuple(name for name in TEKSTVELDEN if _lacks(page, english, name))
    if english is not None and not fields:
        return None
    return EngelsTaak(codes, deadline(page.first_published_at), fields)


def deadline(first: datetime | None) -> date | None:
    """The last day, counted from the first publication."""
    return None if first is None else first.astimezone(get_default_timezone()).date() + TERMIJN


def find_english(page: Any) -> Any | None:
    """The English page of this product that is on line."""
    pages = type(page).objects.filter(translation_key=page.translation_key, live=True)
    return pages.filter(locale__language_code=TAAL).first()


def _lacks(page: Any, english: Any, name: str) -> bool:
    return has_text(getattr(page, name)) and not has_text(getattr(english, name))
