"""Hours that Samira sets up, and the times that Noor then sees."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from eloket.afspraken.backends.base import Bereik, Bezoek, Klant, Regel, TijdBezet, Vol
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.models import Agenda, Doel, Effect, Openingsregel
from tests.afspraken.factories import (
    ELKE_DAG,
    MAANDAG,
    NEDERLAND,
    NOW,
    make_agenda,
    make_plek,
    make_regel,
    make_soort,
    make_uitzondering,
    visit,
    wall,
)

pytestmark = pytest.mark.django_db
BACKEND = DatabaseBackend({})


def times(
    bezoek: Bezoek | None = None, day: date = MAANDAG, *, now: datetime = NOW, plek: str = "gemeentehuis"
) -> list[str]:
    moments = BACKEND.list_momenten(bezoek or visit(), plek, van=day, tot_en_met=day, now=now)
    return [f"{moment.begin.astimezone(NEDERLAND):%H:%M}" for moment in moments]


def days(van: date, count: int, *, bezoek: Bezoek | None = None, now: datetime = NOW) -> list[int]:
    """The days of the month on which something is free."""
    last = van + timedelta(days=count)
    found = BACKEND.list_dagen(bezoek or visit(), "gemeentehuis", van=van, tot_en_met=last, now=now)
    return [dag.datum.day for dag in found if dag.aantal]


def test_a_visit_for_several_things_takes_their_time_together_with_its_buffers() -> None:
    make_plek()
    make_soort(minuten=10, minuten_per_persoon=5, max_personen=4, buffer_voor=10)
    make_soort("rijbewijs", minuten=20, buffer_na=15, raster=30)
    both = Bezoek((Regel("paspoort", 3), Regel("rijbewijs")))
    # 20 + 20 minutes between 10 before and 15 after: from 9.10 on, and over at 11.45 by the widest grid.
    assert times(both) == ["09:30", "10:00", "10:30", "11:00"]


@pytest.mark.parametrize(("day", "hours"), [(25, 7), (24, 6)])
def test_the_night_that_the_clock_goes_back_has_an_hour_more(day: int, hours: int) -> None:
    make_soort(minuten=60, raster=60)
    make_regel(locatie=make_plek(), van=time(0), tot=time(6), weekdagen=ELKE_DAG)
    now = datetime(2026, 10, 20, tzinfo=UTC)
    found = times(day=date(2026, 10, day), now=now)
    assert len([clock for clock in found if clock < "06:00"]) == hours
    assert found.count("02:00") == hours - 5


@pytest.mark.parametrize(("day", "hours"), [(28, 5), (27, 6)])
def test_the_night_that_the_clock_goes_forward_has_an_hour_less(day: int, hours: int) -> None:
    make_soort(minuten=60, raster=60)
    make_regel(locatie=make_plek(), van=time(0), tot=time(6), weekdagen=ELKE_DAG)
    now = datetime(2027, 3, 20, tzinfo=UTC)
    found = times(day=date(2027, 3, day), now=now)
    assert len([clock for clock in found if clock < "06:00"]) == hours
    assert ("02:00" in found) is (hours == 6)


@pytest.mark.parametrize("day", [date(2026, 10, day) for day in (24, 25, 26)] + [date(2027, 3, 28)])
def test_nine_o_clock_is_nine_o_clock_on_every_day(day: date) -> None:
    make_soort()
    make_plek()
    Openingsregel.objects.update(weekdagen=ELKE_DAG)
    found = times(day=day, now=wall(day, 0) - timedelta(days=2))
    assert (found[0], found[-1], len(found)) == ("09:00", "11:45", 12)


@pytest.mark.parametrize(
    ("week", "expected"), [(0, [5, 12, 19, 26]), (1, [5]), (2, [12]), (4, [26]), (5, [26])]
)
def test_a_week_of_the_month(week: int, expected: list[int]) -> None:
    make_soort()
    make_plek()
    Openingsregel.objects.update(weekdagen=0b1, week_van_maand=week)
    assert days(date(2026, 10, 1), 30) == expected


def test_every_two_weeks_counts_from_the_week_in_which_it_began() -> None:
    make_soort()
    make_plek()
    Openingsregel.objects.update(weekdagen=0b10, elke_weken=2, geldig_van=date(2026, 10, 1))  # a Thursday
    assert days(date(2026, 10, 1), 40) == [13, 27, 10]


def test_a_rule_ends_and_the_next_begins() -> None:
    make_soort()
    plek = make_plek()
    Openingsregel.objects.update(geldig_tot=date(2026, 9, 29))
    make_regel(locatie=plek, van=time(13), tot=time(14), geldig_van=date(2026, 9, 30))
    assert times(day=date(2026, 9, 29))[0] == "09:00"
    assert times(day=date(2026, 9, 30)) == ["13:00", "13:15", "13:30", "13:45"]


def test_an_agenda_with_hours_of_its_own_keeps_only_those() -> None:
    make_soort()
    plek = make_plek()
    make_regel(agenda=Agenda.objects.get(), van=time(14), tot=time(15))
    assert times() == ["14:00", "14:15", "14:30", "14:45"]
    make_agenda(plek)
    assert times()[0] == "09:00"


def test_the_narrowest_exception_wins() -> None:
    make_soort()
    plek = make_plek(desks=2)
    first, _second = Agenda.objects.order_by("naam")
    make_uitzondering(MAANDAG)
    assert times() == []
    make_uitzondering(MAANDAG, locatie=plek, effect=Effect.OPEN)  # as always, whatever all others do
    assert len(times()) == 12
    make_uitzondering(MAANDAG, locatie=plek, effect=Effect.DICHT)  # at the same breadth closing wins
    assert times() == []
    make_uitzondering(MAANDAG, agenda=first, effect=Effect.OPEN, van=time(19), tot=time(20))
    assert times() == ["19:00", "19:15", "19:30", "19:45"]


def test_what_nobody_has_decided_yet_closes_nothing() -> None:
    make_soort()
    make_plek()
    make_uitzondering(MAANDAG, bevestigd=False)
    assert len(times()) == 12


def test_a_morning_off_keeps_the_grid_of_the_rule() -> None:
    make_soort()
    make_plek()
    make_uitzondering(MAANDAG, van=time(9), tot=time(10, 5))
    assert times()[0] == "10:15"


@pytest.mark.parametrize(
    ("effect", "online", "employee"), [(Effect.KCC, 0, 12), (Effect.INLOOP, 0, 0), (Effect.DICHT, 0, 0)]
)
def test_a_day_for_employees_or_for_walking_in(effect: Effect, online: int, employee: int) -> None:
    make_soort()
    make_plek()
    make_uitzondering(MAANDAG, effect=effect)
    assert len(times()) == online
    assert len(times(visit(bereik=Bereik.MEDEWERKER))) == employee


@pytest.mark.parametrize(
    ("doel", "online", "employee"),
    [(Doel.ALLES, 4, 4), (Doel.ONLINE, 4, 0), (Doel.KCC, 0, 4), (Doel.INLOOP, 0, 0)],
)
def test_time_is_for_whom_the_rule_says(doel: Doel, online: int, employee: int) -> None:
    make_soort()
    make_plek()
    Openingsregel.objects.update(doel=doel, tot=time(10))
    assert len(times()) == online
    assert len(times(visit(bereik=Bereik.MEDEWERKER))) == employee


def test_walking_in_takes_its_hour_out_of_the_day() -> None:
    make_soort()
    make_regel(locatie=make_plek(), van=time(10), tot=time(11), doel=Doel.INLOOP)
    assert [clock for clock in times() if clock >= "09:45"] == ["09:45", "11:00", "11:15", "11:30", "11:45"]


def test_time_kept_for_a_skill_is_for_that_and_nothing_else() -> None:
    make_soort()
    make_soort("huwelijk", "trouwen")
    plek = make_plek(desks=0)
    Openingsregel.objects.all().delete()
    make_agenda(plek, "trouwen")
    make_regel("trouwen", locatie=plek)
    assert len(times(visit("huwelijk"))) == 12
    assert times() == []


def test_who_serves_can_do_all_that_is_needed() -> None:
    make_soort("huwelijk", "trouwen")
    make_plek()
    assert BACKEND.list_soorten(["gemeentehuis"]) == set()
    assert BACKEND.list_plekken(visit("huwelijk"), ["gemeentehuis"], now=NOW) == []
    with pytest.raises(Vol):
        BACKEND.hold(
            visit("huwelijk"), "gemeentehuis", wall(MAANDAG, 9), houder="noor", verzoek="form", now=NOW
        )


def test_times_are_released_on_a_day_and_hour() -> None:
    make_soort()
    make_plek()
    Openingsregel.objects.update(vrijgave_dagen=3, vrijgave_tijd=time(9))
    before, after = wall(date(2026, 9, 25), 8, 59), wall(date(2026, 9, 25), 9)
    assert times(now=before) == []
    assert len(times(now=after)) == 12
    assert len(times(visit(bereik=Bereik.MEDEWERKER), now=before)) == 12


def test_a_reserve_is_for_employees_after_all_others() -> None:
    make_soort()
    plek = make_plek(desks=0)
    make_agenda(plek, naam="Reserve", reserve=True)
    employee = visit(bereik=Bereik.MEDEWERKER)
    assert (times(), len(times(employee))) == ([], 12)
    desk = make_agenda(plek, naam="Balie 1")
    for number, expected in enumerate([desk.naam, "Reserve"]):
        held = BACKEND.create(
            employee, "gemeentehuis", wall(MAANDAG, 9), klant=Klant(), verzoek=str(number), now=NOW
        )
        assert held.agenda == expected


def test_a_named_adviseur_and_nobody_else() -> None:
    make_soort()
    plek = make_plek()
    anne = make_agenda(plek, naam="A. Bakker", naam_publiek="Anne Bakker")
    with_anne = visit(agenda=str(anne.pk))
    booked = BACKEND.create(
        with_anne, "gemeentehuis", wall(MAANDAG, 9), klant=Klant(), verzoek="form", now=NOW
    )
    assert booked.agenda == "A. Bakker"
    assert times(with_anne)[0] == "09:15"
    assert times(visit(agenda=str(Agenda.objects.get(naam="Balie 1").pk))) == []  # not somebody to choose


def test_specialists_stay_free_for_what_only_they_can_do() -> None:
    make_soort()
    plek = make_plek(desks=0)
    make_agenda(plek, "trouwen", naam="Trouwzaal")
    make_agenda(plek, naam="Balie 1")
    booked = BACKEND.create(visit(), "gemeentehuis", wall(MAANDAG, 9), klant=Klant(), verzoek="form", now=NOW)
    assert booked.agenda == "Balie 1"


def test_an_agenda_is_in_use_between_its_days() -> None:
    make_soort()
    plek = make_plek(desks=0)
    make_agenda(plek, actief_van=date(2026, 9, 29), actief_tot=date(2026, 9, 30))
    assert days(MAANDAG, 4) == [29, 30]


@pytest.mark.parametrize(("minutes", "first"), [(0, "09:15"), (15, "09:15"), (16, "09:30"), (60, "10:00")])
def test_so_many_minutes_beforehand(minutes: int, first: str) -> None:
    make_soort(vooraf_minuten=minutes)
    make_plek()
    assert times(now=wall(MAANDAG, 9))[0] == first
    assert times(visit(bereik=Bereik.MEDEWERKER), now=wall(MAANDAG, 9))[0] == "09:15"


@pytest.mark.parametrize(("workdays", "first"), [(0, 28), (1, 28), (2, 30), (3, 1)])
def test_so_many_working_days_beforehand(workdays: int, first: int) -> None:
    """On Friday; Tuesday is a day off."""
    make_soort(vooraf_werkdagen=workdays)
    make_plek()
    make_uitzondering(date(2026, 9, 29))
    now = wall(date(2026, 9, 25), 12)
    assert days(date(2026, 9, 25), 10, now=now)[0] == first


def test_no_further_ahead_than_the_soort_allows() -> None:
    make_soort(vooruit_dagen=4)
    make_plek()
    assert days(date(2026, 9, 25), 10)[-1] == 29
    [plek] = BACKEND.list_plekken(visit(), ["gemeentehuis"], now=NOW + timedelta(hours=2))
    assert plek.eerste == wall(MAANDAG, 9)
    make_uitzondering(MAANDAG, laatste_dag=date(2026, 9, 29))
    [plek] = BACKEND.list_plekken(visit(), ["gemeentehuis"], now=NOW + timedelta(hours=2))
    assert plek.eerste is None


def test_a_scarce_time_that_comes_free_cools_down_first() -> None:
    make_soort(schaars=True)
    make_plek()
    nine = wall(MAANDAG, 9)
    boeking = BACKEND.create(visit(), "gemeentehuis", nine, klant=Klant(), verzoek="form", now=NOW)
    BACKEND.cancel(boeking.sleutel, now=NOW)
    assert times()[0] == "09:15"
    later = NOW + timedelta(hours=1)
    assert times(now=later)[0] == "09:00"
    assert BACKEND.create(visit(), "gemeentehuis", nine, klant=Klant(), verzoek="b", now=later).begin == nine


def test_moving_away_from_a_scarce_time_cools_it_too() -> None:
    make_soort(schaars=True, minuten=30)
    make_plek()
    boeking = BACKEND.create(
        visit(), "gemeentehuis", wall(MAANDAG, 9), klant=Klant(), verzoek="form", now=NOW
    )
    # Into its own overlap: a quarter of an hour stays, the first quarter is left.
    moved = BACKEND.reschedule(
        boeking.sleutel, "gemeentehuis", wall(MAANDAG, 9, 15), bereik=Bereik.ONLINE, now=NOW
    )
    assert moved.begin == wall(MAANDAG, 9, 15)
    make_soort("kort", minuten=15)
    assert times(visit("kort"))[0] == "09:45"
    assert times(visit("kort"), now=NOW + timedelta(hours=1))[:2] == ["09:00", "09:45"]


def test_a_time_seen_just_before_its_notice_ran_out_can_still_be_chosen() -> None:
    make_soort(vooraf_minuten=60)
    make_plek()
    ten = wall(MAANDAG, 10)

    def choose(now: datetime) -> None:
        BACKEND.hold(visit(), "gemeentehuis", ten, houder="noor", verzoek=f"{now}", now=now)

    choose(ten - timedelta(minutes=50))
    with pytest.raises(TijdBezet):
        choose(ten - timedelta(minutes=40))
