"""Setting up an agenda from data: for an installation that begins, or a demo. Nothing is ever changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import transaction

from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Effect,
    Openingsregel,
    Uitzondering,
    Vaardigheid,
)
from eloket.afspraken.services.feestdagen import propose_feestdagen

Regel = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AgendaInvoer:
    """An agenda. `vaardigheden`: codes. `medewerker`, `team`: ids. `regels`: hours of its own."""

    naam: str
    vaardigheden: Sequence[str] = ()
    naam_publiek: str = ""
    medewerker: int | None = None
    team: int | None = None
    reserve: bool = False
    regels: Sequence[Regel] = ()


@dataclass(frozen=True, slots=True)
class PlekInvoer:
    """A place. `adres`: the id of a Locatie of the site, for a counter. `velden`: columns of Afspraaklocatie.

    A rule is `dagen` (numbers, Monday is 0), `van` and `tot` ("09:00"), and columns of Openingsregel.
    """

    code: str
    velden: Mapping[str, Any]
    adres: int | None = None
    agendas: Sequence[AgendaInvoer] = ()
    regels: Sequence[Regel] = field(default_factory=tuple)


def ensure_vaardigheid(code: str, naam: str, *, soorten: Sequence[str]) -> None:
    """A skill that these soorten (codes) ask for; nothing when it is there."""
    skill, new = Vaardigheid.objects.get_or_create(code=code, defaults={"naam": naam})
    if new:
        for soort in Afspraaksoort.objects.filter(code__in=soorten):
            soort.vaardigheden.add(skill)


@transaction.atomic
def ensure_plek(invoer: PlekInvoer, *, vanaf: date) -> bool:
    """A place with its agendas and hours, which count from this day; False when the code is there already."""
    if Afspraaklocatie.objects.filter(code=invoer.code).exists():
        return False
    plek = Afspraaklocatie(code=invoer.code, locatie_id=invoer.adres, **invoer.velden)
    plek.full_clean()
    plek.save()
    for regel in invoer.regels:
        _add_regel(regel, vanaf, locatie=plek)
    for each in invoer.agendas:
        _add_agenda(plek, each, vanaf)
    return True


def ensure_feestdagen(jaar: int, *, gesloten: Callable[[str], bool]) -> None:
    """The holidays of a year; confirmed where `gesloten` says so of the Dutch name, the others proposed."""
    for each in propose_feestdagen(jaar):
        if gesloten(each.reden):
            each.bevestigd = True
            each.save(update_fields=["bevestigd"])


def ensure_eerder_dicht(dag: date, tot: str, reden: str) -> None:
    """Everything closes at this hour on a day; nothing when that day differs already."""
    if not Uitzondering.objects.filter(eerste_dag__lte=dag, laatste_dag__gte=dag).exists():
        hours = {"van": time.fromisoformat(tot), "tot": time(23, 59)}
        Uitzondering.objects.create(
            eerste_dag=dag, laatste_dag=dag, effect=Effect.DICHT, reden=reden, **hours
        )


def _add_agenda(plek: Afspraaklocatie, invoer: AgendaInvoer, vanaf: date) -> None:
    agenda = Agenda.objects.create(
        locatie=plek,
        naam=invoer.naam,
        naam_publiek=invoer.naam_publiek,
        medewerker_id=invoer.medewerker,
        team_id=invoer.team,
        reserve=invoer.reserve,
    )
    agenda.vaardigheden.set(Vaardigheid.objects.filter(code__in=invoer.vaardigheden))
    for regel in invoer.regels:
        _add_regel(regel, vanaf, agenda=agenda)


def _add_regel(data: Regel, vanaf: date, **whose: Any) -> None:
    values = dict(data)
    skills = values.pop("vaardigheden", ())
    times = {
        name: time.fromisoformat(values.pop(name))
        for name in ("van", "tot", "vrijgave_tijd")
        if name in values
    }
    regel = Openingsregel(
        weekdagen=sum(1 << dag for dag in values.pop("dagen")), geldig_van=vanaf, **times, **values, **whose
    )
    regel.full_clean()
    regel.save()
    regel.vaardigheden.set(Vaardigheid.objects.filter(code__in=skills))
