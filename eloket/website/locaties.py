"""The addresses of the gemeente as plain data, in one language, and what is told of them now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from eloket.lib.tekst import Tekst, in_language
from eloket.website import tijdtekst
from eloket.website.models import Afwijking as AfwijkingRow
from eloket.website.models import Locatie
from eloket.website.onderdelen import Rij
from eloket.website.openingstijden import WEEKDAGEN, Afwijking, Openingstijden, Tijdvak, tidy
from eloket.website.telefoon import dial


@dataclass(frozen=True)
class LocatieInfo:
    """One address. `telefoon` is "" where the number of the gemeente holds."""

    id: int
    naam: Tekst
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    telefoon: str
    uitleg: Tekst
    tijden: Openingstijden

    @property
    def anker(self) -> str:
        """The id of this address on the contact page."""
        return f"locatie-{self.id}"

    @property
    def telefoon_href(self) -> str:
        return dial(self.telefoon)

    @property
    def openingstijden(self) -> dict[str, list[str]]:
        """Weekday to the spans in which anybody can walk in (SDG)."""
        return self.tijden.by_weekday(op_afspraak=False)

    @property
    def openingstijden_op_afspraak(self) -> dict[str, list[str]]:
        """Weekday to the spans for which one must have an afspraak (SDG)."""
        return self.tijden.by_weekday(op_afspraak=True)


@dataclass(frozen=True)
class AfwijkingNu:
    """Days that differ, in words; `uren` is what is told of an ordinary day too."""

    dagen: str
    uren: str
    reden: str


@dataclass(frozen=True)
class LocatieNu:
    """An address with what is true of it at this moment, in words; "" and empty without hours."""

    info: LocatieInfo
    vandaag: str
    afwijkingen: tuple[AfwijkingNu, ...]

    @property
    def week(self) -> tuple[Rij, ...]:
        """The hours of an ordinary week, Monday first; empty without hours."""
        return week_rows(self.info.tijden) if has_hours(self.info.tijden) else ()


def read_locaties(language: str) -> tuple[LocatieInfo, ...]:
    """Every address in the order of the redacteur. Three queries."""
    rows = Locatie.objects.prefetch_related("tijden", "afwijkingen")
    return tuple(_read(row, language) for row in rows)


def describe(info: LocatieInfo, now: datetime) -> LocatieNu:
    """What a visitor reads. It holds until `next_change`."""
    local = now.astimezone(_zone())
    if not has_hours(info.tijden):
        return LocatieNu(info, "", ())
    soon = info.tijden.upcoming(local.date())
    told = [AfwijkingNu(tijdtekst.tell_days(a), tijdtekst.tell_hours(a.tijdvakken), a.reden) for a in soon]
    return LocatieNu(
        info=info,
        vandaag=tijdtekst.tell_now(info.tijden, local),
        afwijkingen=tuple(told),
    )


def next_change(locaties: Sequence[LocatieInfo], now: datetime) -> datetime | None:
    """The first moment at which `describe` says something else; None when no address has hours."""
    told = [each.tijden for each in locaties if has_hours(each.tijden)]
    return min((each.next_change(now, _zone()) for each in told), default=None)


def has_hours(tijden: Openingstijden) -> bool:
    """Whether the redacteur wrote any; an address without them is not called closed."""
    return any(tijden.week) or bool(tijden.afwijkingen)


def week_rows(tijden: Openingstijden) -> tuple[Rij, ...]:
    """Seven rows, Monday first."""
    days = enumerate(tijden.week)
    return tuple(Rij(tijdtekst.weekday_name(number), tijdtekst.tell_hours(day)) for number, day in days)


def _read(row: Locatie, language: str) -> LocatieInfo:
    return LocatieInfo(
        id=row.pk,
        naam=in_language(row.naam, row.naam_en, language),
        straat=row.straat,
        huisnummer=row.huisnummer,
        postcode=row.postcode,
        plaats=row.plaats,
        telefoon=row.telefoon,
        uitleg=in_language(row.uitleg, row.uitleg_en, language),
        tijden=Openingstijden(_read_week(row), _read_afwijkingen(row.afwijkingen.all(), language)),
    )


def _read_week(row: Locatie) -> tuple[tuple[Tijdvak, ...], ...]:
    days: dict[int, list[Tijdvak]] = defaultdict(list)
    for each in row.tijden.all():
        days[each.dag].append(Tijdvak(each.van, each.tot, each.op_afspraak))
    return tuple(tidy(days[number]) for number in range(len(WEEKDAGEN)))


def _read_afwijkingen(rows: Iterable[AfwijkingRow], language: str) -> tuple[Afwijking, ...]:
    """Rows with the same days are one exception with several spans."""
    groups: dict[tuple[date, date], list[AfwijkingRow]] = defaultdict(list)
    for row in rows:
        groups[row.vanaf, row.laatste_dag].append(row)
    return tuple(_read_afwijking(*days, groups[days], language) for days in sorted(groups))


def _read_afwijking(vanaf: date, laatste: date, rows: list[AfwijkingRow], language: str) -> Afwijking:
    spans = [Tijdvak(row.van, row.tot, row.op_afspraak) for row in rows if row.van and row.tot]
    reasons = [in_language(row.reden, row.reden_en, language) for row in rows if row.reden]
    return Afwijking(vanaf, laatste, tidy(spans), reasons[0] if reasons else Tekst(""))


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)
