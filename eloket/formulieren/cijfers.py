"""The figures of forms in words and numbers, for the report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from eloket.formulieren.models import Formulier, Soort
from eloket.formulieren.models.telling import Apparaat, Kanaal, TellingQuerySet

VERSTUREN = "controleren"
Aantallen = dict[str, int]


@dataclass(frozen=True)
class Stapcijfers:
    """How often a step was filled in for the first time, and how often somebody stopped there for good."""

    titel: str
    ingevuld: int
    gestopt: int


@dataclass(frozen=True)
class Cijfers:
    """One form in a period. `afgemaakt` in percents of what was begun; "" when nothing was begun."""

    titel: str
    formulier_id: int
    begonnen: int
    verzonden: int
    gestopt: int
    duur: str
    stappen: tuple[Stapcijfers, ...]
    kanalen: str
    apparaten: str

    @property
    def afgemaakt(self) -> str:
        return f"{round(100 * self.verzonden / self.begonnen)}%" if self.begonnen else ""

    @property
    def stappen_tekst(self) -> str:
        words = _("%(titel)s: %(ingevuld)d ingevuld, %(gestopt)d gestopt")
        return "\n".join(
            words % {"titel": stap.titel, "ingevuld": stap.ingevuld, "gestopt": stap.gestopt}
            for stap in self.stappen
        )


def describe(rows: Iterable[Mapping[str, Any]], counted: TellingQuerySet) -> list[Cijfers]:
    """The rows of `per_formulier` with what lies behind them; three queries, however many rows."""
    rows = list(rows)
    ids = [row["formulier"] for row in rows]
    behind = _read(counted.filter(formulier__in=ids))
    forms = {formulier.pk: formulier for formulier in Formulier.objects.filter(pk__in=ids)}
    return [_describe_one(row, forms[row["formulier"]], behind[row["formulier"]]) for row in rows]


def _read(counted: TellingQuerySet) -> dict[int, dict[tuple[str, str], Aantallen]]:
    """Per form, and per sort and field: the counts by value."""
    found: dict[int, dict[tuple[str, str], Aantallen]] = defaultdict(lambda: defaultdict(dict))
    for field in ("stap", "kanaal", "apparaat"):
        totals = counted.order_by().values("formulier", "soort", field).annotate(totaal=Sum("aantal"))
        for row in totals.order_by("formulier", "soort", field):
            found[row["formulier"]][row["soort"], field][row[field]] = row["totaal"]
    return found


def _describe_one(
    row: Mapping[str, Any], formulier: Formulier, behind: dict[tuple[str, str], Aantallen]
) -> Cijfers:
    return Cijfers(
        titel=row["formulier__titel_nl"],
        formulier_id=row["formulier"],
        begonnen=row["begonnen"],
        verzonden=row["verzonden"],
        gestopt=row["gestopt"],
        duur=_median(behind[Soort.DUUR, "stap"]),
        stappen=_stappen(formulier, behind[Soort.STAP, "stap"], behind[Soort.GESTOPT, "stap"]),
        kanalen=_spell(behind[Soort.VERZONDEN, "kanaal"], dict(Kanaal.choices)),
        apparaten=_spell(behind[Soort.VERZONDEN, "apparaat"], dict(Apparaat.choices)),
    )


def _stappen(formulier: Formulier, filled: Aantallen, left: Aantallen) -> tuple[Stapcijfers, ...]:
    """In the order of the form as it is now; a step that it no longer has stands last, by its key."""
    titles = {stap.value["sleutel"]: stap.value["titel_nl"] for stap in formulier.stappen}
    titles[VERSTUREN] = _("Controleren en versturen")
    keys = [*titles, *sorted({*filled, *left} - set(titles))]
    return tuple(Stapcijfers(titles.get(key, key), filled.get(key, 0), left.get(key, 0)) for key in keys)


def _median(duur: Aantallen) -> str:
    """Within how many minutes half of them were done, in words."""
    total = sum(duur.values())
    if not total:
        return ""
    seen = 0
    for most in sorted(int(minutes) for minutes in duur if minutes):
        seen += duur[str(most)]
        if 2 * seen >= total:
            return _("de helft binnen %(minuten)d minuten") % {"minuten": most}
    return _("de helft langer dan een uur")


def _spell(counts: Aantallen, names: Mapping[str, Any]) -> str:
    return ", ".join(f"{names.get(key, key)} ({count})" for key, count in sorted(counts.items()))
