"""Everybody at once: no desk is promised twice, nobody is promised what is not there, and all is sold.

`make bench` does the same with two hundred citizens.
"""

from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest

from bench.afspraken.drukte import (
    BACKEND,
    Drukte,
    Uitslag,
    come_together,
    count_overlaps,
    count_unguarded,
    naive,
)
from bench.afspraken.samen import together
from eloket.afspraken.backends.base import AfsprakenError, Bereik, Boeking, Klant
from eloket.afspraken.models import Afspraak, Claim, Reservering
from eloket.afspraken.services import (
    AfspraakInfo,
    Contactgegevens,
    NieuweAfspraak,
    TeVeelAfspraken,
    book_afspraak,
    hold_tijd,
)
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, visit, wall

pytestmark = pytest.mark.django_db(transaction=True)
CITIZENS = 24
NEGEN = wall(MAANDAG, 9)
VIJF_TIJDEN = [NEGEN + number * timedelta(minutes=15) for number in range(5)]
NOOR = Contactgegevens("Noor de Vries", "noor@example.nl", "0612345678")


def make_counter(desks: int = 2) -> None:
    make_plek(desks=desks)
    make_soort(minuten=15)


def crowd(*soorten: str, times: int = 5) -> Drukte:
    visits = [visit(soort) for soort in soorten or ("paspoort",)]
    return Drukte(visits, "gemeentehuis", VIJF_TIJDEN[:times], NOW)


def assert_sound(uitslag: Uitslag, sold: int) -> None:
    found = (
        uitslag.verteld,
        uitslag.geboekt,
        uitslag.overlappingen,
        uitslag.zonder_bewaking,
        uitslag.deadlocks,
    )
    assert found == (sold, sold, 0, 0, 0)


def test_of_many_citizens_exactly_so_many_as_there_are_places() -> None:
    make_counter()
    assert_sound(come_together(CITIZENS, crowd()), 10)


def test_of_many_who_want_one_time_exactly_so_many_as_there_are_desks() -> None:
    make_counter(desks=5)
    assert_sound(come_together(CITIZENS, crowd(times=1)), 5)


def test_places_full_of_holds_that_ended_are_all_sold() -> None:
    make_counter()
    for begin in VIJF_TIJDEN * 2:
        form = str(Reservering.objects.count())
        BACKEND.hold(visit(), "gemeentehuis", begin, houder=form, verzoek=form, now=NOW - timedelta(hours=1))
    assert_sound(come_together(CITIZENS, crowd()), 10)


def test_visits_of_all_lengths_never_overlap() -> None:
    make_counter()
    for minutes in (30, 45, 60):
        make_soort(f"van-{minutes}", minuten=minutes)
    found = come_together(CITIZENS, crowd("paspoort", "van-30", "van-45", "van-60"))
    assert (found.overlappingen, found.zonder_bewaking, found.deadlocks) == (0, 0, 0)
    # Who is turned away with a quarter found all five quarters taken at both desks, by visits of an hour at
    # most: two visits a desk is the least that this crowd can leave.
    assert found.verteld == found.geboekt >= 4


def test_control_without_the_guard_this_crowd_books_double() -> None:
    make_counter()
    everybody_looked = Barrier(CITIZENS)
    careless = partial(naive, pause=partial(everybody_looked.wait, timeout=60))
    found = come_together(CITIZENS, crowd(times=1), careless)
    assert found.verteld == CITIZENS
    assert found.overlappingen > 0


def test_one_form_sent_many_times_at_once_holds_one_time() -> None:
    make_counter()
    ask = partial(BACKEND.hold, visit(), "gemeentehuis", NEGEN, houder="noor", verzoek="one form", now=NOW)
    held = together([ask] * 6)
    assert len({getattr(each, "sleutel", each) for each in held}) == 1
    assert Reservering.objects.count() == 1


def test_one_form_sent_many_times_at_once_is_one_afspraak() -> None:
    make_counter()
    book_afspraak(new("joris", "another form"), now=NOW)  # what a process reads once, it has read
    made = together([partial(book_afspraak, new("noor", "one form"), now=NOW)] * 6)
    assert len({getattr(each, "referentie", each) for each in made}) == 1
    assert Afspraak.objects.count() == 2


def test_a_limit_holds_for_who_sends_several_forms_at_once() -> None:
    make_counter(desks=7)
    make_soort("rijbewijs", minuten=15, max_per_contact=1)
    book_afspraak(new("joris", "another form"), now=NOW)
    forms = [new(f"{number}", f"{number}", "rijbewijs") for number in range(6)]
    made = together([partial(book_afspraak, form, now=NOW) for form in forms])
    assert sum(isinstance(each, AfspraakInfo) for each in made) == 1
    assert sum(isinstance(each, TeVeelAfspraken) for each in made) == 5
    assert Afspraak.objects.count() == 2


def new(who: str, form: str, soort: str = "paspoort") -> NieuweAfspraak:
    """The details of somebody who holds a time."""
    held = hold_tijd(visit(soort), "gemeentehuis", NEGEN, houder=who, verzoek=f"time of {form}", now=NOW)
    return NieuweAfspraak(held.sleutel, held.locatie, NOOR, form)


def test_people_who_swap_times_at_once_keep_what_they_had_or_get_what_they_want() -> None:
    """Each wants what another is leaving: who gave up first would wait for somebody who waits for them."""
    make_counter(desks=1)
    booked = [
        BACKEND.create(visit(), "gemeentehuis", begin, klant=Klant(), verzoek=f"{begin}", now=NOW)
        for begin in VIJF_TIJDEN
    ]

    def move_about(boeking: Boeking) -> None:
        for begin in [*VIJF_TIJDEN, *reversed(VIJF_TIJDEN), VIJF_TIJDEN[-1] + timedelta(minutes=15)]:
            move(boeking, begin)

    assert together([partial(move_about, boeking) for boeking in booked]) == [None] * 5
    assert (count_overlaps(), count_unguarded(), Claim.objects.count()) == (0, 0, 15)


def move(boeking: Boeking, begin: object) -> None:
    try:
        BACKEND.reschedule(boeking.sleutel, "gemeentehuis", begin, bereik=Bereik.ONLINE, now=NOW)
    except AfsprakenError:
        return
