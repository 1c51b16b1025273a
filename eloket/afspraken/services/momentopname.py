"""The nightly snapshot: the first possible moment per place and soort, which nobody can count afterwards."""

from datetime import date, datetime

from django.utils.timezone import get_default_timezone

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import Bezoek, NietBereikbaar, Plek, Regel
from eloket.afspraken.models import Afspraaklocatie, Afspraaksoort, EersteMogelijkheid


def take_momentopname(*, now: datetime) -> int:
    """Note it for today, once; the number of notes. A place whose agenda does not answer is left out.

    For one person, as a visitor of the site would see it.
    """
    dag = now.astimezone(get_default_timezone()).date()
    if EersteMogelijkheid.objects.filter(dag=dag).exists():
        return 0
    locaties = list(Afspraaklocatie.objects.filter(actief=True))
    soorten = Afspraaksoort.objects.filter(online=True)
    notes = [note for soort in soorten for note in _look(soort, locaties, dag=dag, now=now)]
    EersteMogelijkheid.objects.bulk_create(notes, ignore_conflicts=True)
    return len(notes)


def _look(
    soort: Afspraaksoort, locaties: list[Afspraaklocatie], *, dag: date, now: datetime
) -> list[EersteMogelijkheid]:
    """This soort at every place of each channel that it has; a question for each channel and agenda."""
    found = []
    for kanaal in soort.kanalen:
        by_code = {each.code: each for each in locaties if each.kanaal == kanaal}
        for systeem in sorted({each.systeem for each in by_code.values()}):
            codes = [code for code, each in by_code.items() if each.systeem == systeem]
            plekken = _ask(systeem, Bezoek((Regel(soort.code),), kanaal=kanaal), codes, now=now)
            found += [
                EersteMogelijkheid(dag=dag, locatie=by_code[plek.locatie], soort=soort, begin=plek.eerste)
                for plek in plekken
            ]
    return found


def _ask(systeem: str, bezoek: Bezoek, codes: list[str], *, now: datetime) -> list[Plek]:
    try:
        return get_backend(systeem).list_plekken(bezoek, codes, now=now)
    except NietBereikbaar:
        return []
