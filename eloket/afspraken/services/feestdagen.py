"""Holidays: proposed by a list, decided by a person. Each gemeente has its own Good Friday."""

from datetime import date

from django.db import transaction

from eloket.afspraken.models import Effect, Uitzondering

# 5 May is a public holiday every five years and an optional one in the others: always a question.
SOORTEN = ("public", "optional")


def propose_feestdagen(jaar: int) -> list[Uitzondering]:
    """The holidays of a year (2000 to 2100), as exceptions that do nothing until somebody confirms them.

    A day for which everything is closed already, or which is proposed already, is left alone. What is new.
    """
    with transaction.atomic():
        return [
            Uitzondering.objects.create(
                eerste_dag=day, laatste_dag=day, reden=nl, tekst=nl, tekst_en=en, bevestigd=False
            )
            for day, nl, en in _list_feestdagen(jaar)
            if not _is_known(day)
        ]


def list_voorstellen(vanaf: date) -> list[Uitzondering]:
    """What waits for a decision and is not past, the first day first."""
    rows = Uitzondering.objects.filter(bevestigd=False, laatste_dag__gte=vanaf)
    return list(rows.select_related("locatie", "agenda__locatie"))


def count_voorstellen(vanaf: date) -> int:
    return Uitzondering.objects.filter(bevestigd=False, laatste_dag__gte=vanaf).count()


def confirm_voorstel(pk: int) -> Uitzondering | None:
    """From now on it counts; None when somebody decided before."""
    done = Uitzondering.objects.filter(pk=pk, bevestigd=False).update(bevestigd=True)
    return Uitzondering.objects.get(pk=pk) if done else None


def drop_voorstel(pk: int) -> bool:
    """We are open as always on that day. False when somebody decided before."""
    return Uitzondering.objects.filter(pk=pk, bevestigd=False).delete()[0] > 0


def _list_feestdagen(jaar: int) -> list[tuple[date, str, str]]:
    """Each with its Dutch and its English name. The library is large: it is read where it is needed."""
    import holidays

    dutch, english = (
        holidays.country_holidays("NL", years=jaar, language=taal, categories=SOORTEN)
        for taal in ("nl", "en_US")
    )
    return [(day, dutch[day], english[day]) for day in sorted(dutch)]


def _is_known(day: date) -> bool:
    return Uitzondering.objects.filter(
        locatie=None, agenda=None, van=None, effect=Effect.DICHT, eerste_dag__lte=day, laatste_dag__gte=day
    ).exists()
