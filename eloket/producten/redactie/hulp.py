"""Help while writing: everything that can be said of one product as it was saved, for its edit screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import get_default_timezone

from eloket.producten.models import UniformeProductnaam
from eloket.producten.redactie.dodelinks import DodeLink, find_dode_links
from eloket.producten.redactie.engels import EngelsTaak, find_engels, find_english
from eloket.producten.redactie.leesbaarheid import Niveau, Oordeel, judge_tekst
from eloket.producten.redactie.poort import Gat, find_gaps
from eloket.producten.redactie.teksten import Tekst, list_teksten

# Not for residents, so nobody minds how it reads.
INTERN = {"desk_memo"}


@dataclass(frozen=True, slots=True)
class Blok:
    """One text with what can be said of how it reads."""

    tekst: Tekst
    oordeel: Oordeel

    @property
    def is_plain(self) -> bool:
        """Nothing to mend here."""
        return self.oordeel.niveau in (Niveau.B1, Niveau.ONBEKEND) and not self.oordeel.bevindingen


@dataclass(frozen=True, slots=True)
class Hulp:
    """What there is to do. `herzien_op`: only when that day has come."""

    gaten: Sequence[Gat]
    blokken: Sequence[Blok]
    dode_links: Sequence[DodeLink]
    vervallen: Sequence[UniformeProductnaam]
    herzien_op: date | None
    engels: EngelsTaak | None
    engels_te_laat: bool

    @property
    def is_empty(self) -> bool:
        """Nothing to do at all."""
        return not (
            self.gaten or self.dode_links or self.vervallen or self.herzien_op or self.engels
        ) and all(blok.is_plain for blok in self.blokken)


def read_hulp(page: Any, *, now: datetime) -> Hulp:
    """What to say of this page as it is in memory. A handful of queries; nothing leaves the machine."""
    today = now.astimezone(get_default_timezone()).date()
    engels = find_engels(page, find_english(page))
    return Hulp(
        gaten=find_gaps(page),
        blokken=judge_page(page),
        dode_links=find_dode_links(page, now=now),
        vervallen=find_vervallen(page),
        herzien_op=page.herzien_op if is_due(page, today=today) else None,
        engels=engels,
        engels_te_laat=engels is not None and engels.is_late(today=today),
    )


def judge_page(page: Any) -> list[Blok]:
    """How each text of a Dutch page reads; what is shared with other products is judged there."""
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return []
    own = (text for text in list_teksten(page) if not text.gedeeld and text.veld not in INTERN)
    return [Blok(text, judge_tekst(text.html)) for text in own]


def find_vervallen(page: Any) -> list[UniformeProductnaam]:
    """The national names of this page that are no longer in the list."""
    return [part.upn for part in page.upns.all() if part.upn.is_verwijderd]


def is_due(page: Any, *, today: date) -> bool:
    """Whether the day has come on which a redacteur wanted to look at it again."""
    return page.herzien_op is not None and page.herzien_op <= today
