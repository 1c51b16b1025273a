"""What Noor pays on which day, and how it is called then."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from eloket.betalingen.models import TariefBedrag
from eloket.betalingen.services import find_tarief, last_bedrag, list_tarieven, next_bedrag
from tests.betalingen.factories import NIEUWJAAR, VORIG_JAAR, make_tarief

pytestmark = pytest.mark.django_db
OUDJAAR = NIEUWJAAR - timedelta(days=1)


def test_the_new_amount_holds_from_its_day_on() -> None:
    tarief = make_tarief(amounts={VORIG_JAAR: "18.30", NIEUWJAAR: "18.85"})
    (before,) = list_tarieven([tarief.pk], op=OUDJAAR)
    (after,) = list_tarieven([tarief.pk], op=NIEUWJAAR)
    assert (before.bedrag, before.vanaf) == (Decimal("18.30"), VORIG_JAAR)
    assert (before.straks, before.straks_vanaf) == (Decimal("18.85"), NIEUWJAAR)
    assert (after.bedrag, after.vanaf, after.straks) == (Decimal("18.85"), NIEUWJAAR, None)


def test_before_the_first_amount_nothing_is_known_and_nothing_is_free() -> None:
    tarief = make_tarief(amounts={NIEUWJAAR: "0.00"})
    (before,) = list_tarieven([tarief.pk], op=OUDJAAR)
    assert before.bedrag is None
    (after,) = list_tarieven([tarief.pk], op=NIEUWJAAR)
    assert after.bedrag == 0


def test_a_row_is_called_as_the_table_of_that_year_calls_it() -> None:
    tarief = make_tarief(naam="Uittreksel", naam_en="Extract", artikel="artikel 1.4 leges 2026")
    TariefBedrag.objects.create(
        tarief=tarief,
        vanaf=NIEUWJAAR,
        bedrag=19,
        naam="Uittreksel uit de BRP",
        artikel="artikel 1.5 leges 2027",
    )
    TariefBedrag.objects.create(tarief=tarief, vanaf=date(2028, 1, 1), bedrag=20)
    (before,) = list_tarieven([tarief.pk], op=OUDJAAR)
    assert (before.naam, before.artikel) == ("Uittreksel", "artikel 1.4 leges 2026")
    for day in (NIEUWJAAR, date(2028, 1, 1)):
        (after,) = list_tarieven([tarief.pk], op=day)
        assert (after.naam, after.artikel) == ("Uittreksel uit de BRP", "artikel 1.5 leges 2027")
        assert list_tarieven([tarief.pk], op=day, taal="en")[0].naam == "Extract"


def test_a_row_that_is_over_is_left_out_from_its_day_on() -> None:
    tarief = make_tarief(vervallen_per=NIEUWJAAR, amounts={VORIG_JAAR: "10.00", date(2028, 1, 1): "12.00"})
    (before,) = list_tarieven([tarief.pk], op=OUDJAAR)
    assert before.tot == NIEUWJAAR
    assert before.straks is None, "an amount that begins after the end never holds"
    assert list_tarieven([tarief.pk], op=NIEUWJAAR) == []


def test_the_order_is_the_one_asked_and_the_language_that_of_the_page() -> None:
    first, second = make_tarief("b", naam="Bee", naam_en="Bea"), make_tarief("a", naam="Aap")
    assert [each.code for each in list_tarieven([first.pk, second.pk, first.pk, 0], op=OUDJAAR)] == ["b", "a"]
    with translation.override("en"):
        assert [each.naam for each in list_tarieven([first.pk, second.pk], op=OUDJAAR)] == ["Bea", "Aap"]


def test_however_many_rows_it_is_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ids = [make_tarief(f"t{nr}", amounts={VORIG_JAAR: "1.00", NIEUWJAAR: "2.00"}).pk for nr in range(10)]
    with django_assert_num_queries(1):
        assert len(list_tarieven(ids, op=OUDJAAR)) == 10
    with django_assert_num_queries(1):
        assert find_tarief("t3") == ids[3]
    with django_assert_num_queries(0):
        assert list_tarieven([], op=OUDJAAR) == []


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "UTC", "America/New_York"])
def test_the_moment_is_midnight_in_the_gemeente_whoever_asks(zone: str) -> None:
    make_tarief(amounts={VORIG_JAAR: "18.30", NIEUWJAAR: "18.85"})
    midnight = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    with timezone.override(zone):
        assert next_bedrag(midnight - timedelta(milliseconds=100)) == midnight
        assert next_bedrag(datetime(2026, 6, 1, 12, tzinfo=UTC)) == midnight
        assert next_bedrag(midnight) is None


def test_the_state_of_the_table_moves_at_each_such_moment() -> None:
    make_tarief("a", amounts={VORIG_JAAR: "5.00", date(2027, 7, 1): "6.00"})
    make_tarief("b", vervallen_per=date(2027, 4, 1))
    days = [datetime(2027, month, 15, 12, tzinfo=UTC) for month in (1, 4, 7)]
    assert [last_bedrag(day) for day in days] == [VORIG_JAAR, date(2027, 4, 1), date(2027, 7, 1)]
    assert find_tarief("onbekend") is None


def test_the_end_of_a_row_is_such_a_moment_too() -> None:
    make_tarief("a", amounts={date(2027, 7, 1): "5.00"})
    make_tarief("b", vervallen_per=date(2027, 4, 1))
    assert next_bedrag(datetime(2027, 1, 1, tzinfo=UTC)) == datetime(2027, 3, 31, 22, 0, tzinfo=UTC)
    assert next_bedrag(datetime(2027, 5, 1, tzinfo=UTC)) == datetime(2027, 6, 30, 22, 0, tzinfo=UTC)
