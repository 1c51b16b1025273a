"""Mo has the holidays proposed; what happens on them is for people to say."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from eloket.afspraken.models import Effect, Uitzondering
from eloket.afspraken.services.feestdagen import propose_feestdagen

pytestmark = pytest.mark.django_db


def propose(jaar: int) -> str:
    out = StringIO()
    call_command("stel_feestdagen_voor", jaar=jaar, stdout=out)
    return out.getvalue()


def test_a_year_is_proposed_and_nothing_counts_yet() -> None:
    told = propose(2027)
    assert "vrijdag 26 maart 2027: Goede vrijdag" in told
    rows = {row.eerste_dag: row for row in Uitzondering.objects.all()}
    for day in (date(2027, 1, 1), date(2027, 3, 26), date(2027, 4, 27), date(2027, 5, 5), date(2027, 5, 6)):
        assert day in rows
    assert not any(row.bevestigd for row in rows.values())
    king = rows[date(2027, 4, 27)]
    assert (king.reden, king.tekst_en, king.effect) == ("Koningsdag", "King's Day", Effect.DICHT)


def test_twice_gives_no_doubles() -> None:
    propose(2027)
    count = Uitzondering.objects.count()
    assert "0 voorgesteld" in propose(2027)
    assert Uitzondering.objects.count() == count


def test_a_day_that_is_closed_already_is_left_alone() -> None:
    Uitzondering.objects.create(
        eerste_dag=date(2027, 12, 24), laatste_dag=date(2028, 1, 2), reden="Kerstvakantie"
    )
    days = {row.eerste_dag for row in propose_feestdagen(2027)}
    assert date(2027, 12, 25) not in days
    assert date(2027, 12, 26) not in days
    assert date(2027, 3, 29) in days


@pytest.mark.parametrize("jaar", [1999, 2101, -1])
def test_a_year_that_makes_no_sense_is_refused(jaar: int) -> None:
    with pytest.raises(CommandError, match="Kies een jaar"):
        propose(jaar)
    assert not Uitzondering.objects.exists()
