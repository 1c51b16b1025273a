"""Worklists: each is an index read in order, so that a million zaken are as quick as a thousand."""

import re
from collections import defaultdict
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from eloket.zaken import models
from eloket.zaken.backends.base import (
    WERK_MAXIMUM,
    Bereik,
    Pagina,
    Werkfilter,
    Werklast,
    Werkstuk,
    Werkvolgorde,
)
from eloket.zaken.backends.database.vertaling import to_zaak
from eloket.zaken.models.zaak import ZaakQuerySet
from eloket.zaken.regels import levels_up_to

_ORDER: dict[Werkvolgorde, tuple[Combinable | str, ...]] = {
    Werkvolgorde.UITERLIJK: (F("uiterlijke_einddatum_afdoening").asc(nulls_last=True), "pk"),
    Werkvolgorde.BEGONNEN: ("startdatum", "pk"),
    Werkvolgorde.GESLOTEN: (F("einddatum").desc(nulls_last=True), "-pk"),
}
#: What people remember of a number: the figures at its end, perhaps with the year.
_REMEMBERED = re.compile(r"(?:(?:ELK-)?(\d{4})-)?0*(\d{1,7})\Z")
_FOUND = 200  # of a number that is half typed; sorting all of them would take long
_YEARS = range(2020, 2060)  # each is one look into the unique index


def list_werk(filter: Werkfilter, bereik: Bereik, *, page: int, page_size: int) -> Pagina[Werkstuk]:
    """One page; beyond the last it is the last, and beyond `WERK_MAXIMUM` there is none."""
    rows = select(filter, bereik)
    total = rows[:WERK_MAXIMUM].count()
    page = min(max(1, page), max(1, -(-total // page_size)))
    start = (page - 1) * page_size
    ordered = rows.with_controle().with_ingekomen().select_related("team").order_by(*_ORDER[filter.volgorde])
    items = tuple(_to_werkstuk(row) for row in ordered.complete()[start : start + page_size])
    return Pagina(items=items, page=page, page_size=page_size, total=total)


def select(filter: Werkfilter, bereik: Bereik) -> ZaakQuerySet:
    """The zaken that the filter asks for, of those within reach; unordered, so that counting stops early."""
    rows = within(bereik).order_by()
    if filter.open_zaken is not None:
        rows = rows.filter(einddatum__isnull=filter.open_zaken)
    if filter.zoek:
        found = rows.filter(_by_number(filter.zoek)).order_by("-pk").values_list("pk", flat=True)
        rows = rows.filter(pk__in=list(found[:_FOUND]))
    if filter.status:
        steps = models.Statustype.objects.filter(omschrijving=filter.status).values_list("pk", flat=True)
        rows = rows.filter(statustype__in=list(steps))
    if filter.zaaktype:
        rows = rows.filter(zaaktype__in=_versions({filter.zaaktype}))
    if filter.behandelaar is not None:
        rows = rows.filter(behandelaar=filter.behandelaar)
    if filter.teams is not None:
        rows = rows.filter(_of_teams(filter.teams, filter.teamzaaktypen))
    if filter.ongezien is not None:
        answers = models.Verzoek.objects.unseen(filter.ongezien)
        rows = rows.filter(Exists(answers.filter(zaak=OuterRef("pk"))))
    return _between(rows, filter.vanaf, filter.voor)


def within(bereik: Bereik) -> ZaakQuerySet:
    """The zaken within this reach."""
    if bereik.overige and not bereik.verdeeld:
        return models.Zaak.objects.all()
    types: defaultdict[str, list[int]] = defaultdict(list)
    for pk, identificatie in models.Zaaktype.objects.values_list("pk", "identificatie"):
        if maximum := bereik.maximum(identificatie):
            types[maximum].append(pk)
    reach = Q(pk__in=[])
    for maximum, pks in sorted(types.items()):
        reach |= Q(zaaktype__in=pks, vertrouwelijkheidaanduiding__in=levels_up_to(maximum))
    return models.Zaak.objects.filter(reach)


def zaaktypen_within(bereik: Bereik) -> list[int]:
    """The versions of zaaktypen of which something is within reach."""
    found = models.Zaaktype.objects.values_list("pk", "identificatie")
    return [pk for pk, identificatie in found if bereik.maximum(identificatie)]


def list_zaaktypenamen(bereik: Bereik) -> list[tuple[str, str]]:
    """By name; of a zaaktype with versions the name that the last one has."""
    rows = models.Zaaktype.objects.filter(concept=False).order_by("begin_geldigheid")
    names = dict(rows.values_list("identificatie", "omschrijving"))
    found = [(each, naam) for each, naam in names.items() if bereik.maximum(each)]
    return sorted(found, key=lambda pair: (pair[1].casefold(), pair[0]))


def count_per_behandelaar(bereik: Bereik, *, op: date) -> tuple[Werklast, ...]:
    rows = within(bereik).filter(einddatum__isnull=True)
    late = Q(~Exists(_standstill()), uiterlijke_einddatum_afdoening__lt=op)
    counted = rows.values("behandelaar").annotate(aantal=Count("pk"), laat=Count("pk", filter=late))
    return tuple(
        Werklast(row["behandelaar"], row["aantal"], row["laat"])
        for row in counted.order_by("-aantal", "behandelaar")
    )


def _by_number(zoek: str) -> Q:
    """By the unique index: the number itself, how it begins, or its last figures in any year."""
    wanted = zoek.strip().upper()
    begins = Q(identificatie__startswith=wanted)
    found = _REMEMBERED.match(wanted)
    if found is None:
        return begins
    year, figures = found.groups()
    years = [int(year)] if year else _YEARS
    return begins | Q(identificatie__in=[f"ELK-{each}-{int(figures):07d}" for each in years])


def _of_teams(teams: frozenset[str], zaaktypen: frozenset[str]) -> Q:
    given = Q(team__in=list(models.Team.objects.filter(naam__in=teams).values_list("pk", flat=True)))
    return given | Q(team__isnull=True, zaaktype__in=_versions(zaaktypen))


def _versions(zaaktypen: frozenset[str] | set[str]) -> list[int]:
    return list(models.Zaaktype.objects.filter(identificatie__in=zaaktypen).values_list("pk", flat=True))


def _between(rows: ZaakQuerySet, vanaf: date | None, voor: date | None) -> ZaakQuerySet:
    """By the last day. While the clock stands still it moves on every day, so nothing is late."""
    if vanaf is None and voor is None:
        return rows
    if vanaf is not None:
        rows = rows.filter(uiterlijke_einddatum_afdoening__gte=vanaf)
    if voor is not None:
        rows = rows.filter(uiterlijke_einddatum_afdoening__lt=voor)
    return rows.filter(~Exists(_standstill()))


def _standstill() -> QuerySet[models.Opschorting]:
    return models.Opschorting.objects.filter(zaak=OuterRef("pk"), tot__isnull=True)


def _to_werkstuk(row: models.Zaak) -> Werkstuk:
    return Werkstuk(to_zaak(row), row.behandelaar, row.team.naam if row.team else "")
