"""What every agenda behind the port does. Subclass it, and give a `wereld` fixture.

The world when a test begins: `locatie` has two desks and `andere` one, both open on weekdays from nine to
twelve by the clock on the wall, with nothing booked from MAANDAG on. `soort` takes ten minutes and five more
for each next person, four at most, at the counter, and begins every quarter of an hour.
`VasthoudendContract` is for an agenda that can hold a time, `ElderContract` for one that is another system.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from eloket.afspraken.backends.base import (
    AfsprakenBackend,
    Bereik,
    Bezoek,
    Boeking,
    Dag,
    Klant,
    NietBereikbaar,
    OnbekendeBoeking,
    Plek,
    Regel,
    TijdBezet,
    Vasthoudend,
)
from tests.afspraken.factories import MAANDAG, NEDERLAND, NOW, wall

NOOR = Klant("Noor de Vries", "noor@example.nl", "+31612345678")
NEGEN, TIEN = wall(MAANDAG, 9), wall(MAANDAG, 10)
ZONDAG = MAANDAG - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wereld:
    """What the agenda is made of, by its codes. `uit`: within it the system does not answer."""

    backend: AfsprakenBackend
    locatie: str
    andere: str
    soort: str
    uit: Callable[[], AbstractContextManager[None]] | None = None

    def visit(self, personen: int = 1, bereik: Bereik = Bereik.ONLINE) -> Bezoek:
        return Bezoek((Regel(self.soort, personen),), bereik=bereik)

    def times(self, personen: int = 1, **values: object) -> list[str]:
        """The free times of Monday, as they stand on a clock."""
        moments = self.backend.list_momenten(
            self.visit(personen), self.locatie, **{"van": MAANDAG, "tot_en_met": MAANDAG, "now": NOW} | values
        )
        return [f"{moment.begin.astimezone(NEDERLAND):%H:%M}" for moment in moments]

    def book(self, begin: datetime = NEGEN, *, form: str = "form", personen: int = 1) -> Boeking:
        return self.backend.create(
            self.visit(personen), self.locatie, begin, klant=NOOR, verzoek=form, now=NOW
        )

    def fill(self, begin: datetime) -> None:
        """Both desks."""
        for desk in range(2):
            self.book(begin, form=f"{begin:%H%M} {desk}")

    def move(self, boeking: Boeking, begin: datetime, locatie: str = "") -> Boeking:
        return self.backend.reschedule(
            boeking.sleutel, locatie or boeking.locatie, begin, bereik=Bereik.ONLINE, now=NOW
        )


class AfsprakenContract:
    def test_it_knows_what_its_places_do(self, wereld: Wereld) -> None:
        assert wereld.soort in wereld.backend.list_soorten([wereld.locatie])
        assert wereld.backend.list_soorten([]) == set()

    def test_places_come_in_the_order_asked_with_their_first_moment(self, wereld: Wereld) -> None:
        places = [wereld.andere, wereld.locatie]
        found = wereld.backend.list_plekken(wereld.visit(), places, now=wall(ZONDAG, 12))
        assert found == [Plek(wereld.andere, NEGEN), Plek(wereld.locatie, NEGEN)]

    def test_what_is_full_moves_the_first_moment(self, wereld: Wereld) -> None:
        wereld.fill(NEGEN)
        [plek] = wereld.backend.list_plekken(wereld.visit(), [wereld.locatie], now=wall(ZONDAG, 12))
        assert plek.eerste == NEGEN + timedelta(minutes=15)

    def test_every_day_of_a_span_is_there_and_a_closed_one_has_none(self, wereld: Wereld) -> None:
        days = wereld.backend.list_dagen(
            wereld.visit(), wereld.locatie, van=ZONDAG, tot_en_met=MAANDAG, now=NOW
        )
        assert days == [Dag(ZONDAG, 0), Dag(MAANDAG, 12)]

    def test_moments_last_as_long_as_the_visit(self, wereld: Wereld) -> None:
        [first, *_rest] = wereld.backend.list_momenten(
            wereld.visit(3), wereld.locatie, van=MAANDAG, tot_en_met=MAANDAG, now=NOW
        )
        assert (first.begin, first.eind - first.begin, first.eigen) == (NEGEN, timedelta(minutes=20), False)

    @pytest.mark.parametrize(("personen", "last"), [(1, "11:45"), (2, "11:45"), (3, "11:30"), (4, "11:30")])
    def test_the_last_one_ends_before_closing(self, wereld: Wereld, personen: int, last: str) -> None:
        assert wereld.times(personen)[-1] == last

    def test_what_cannot_be_had_is_no_error_to_ask_for(self, wereld: Wereld) -> None:
        assert wereld.times(5) == []
        assert wereld.backend.list_plekken(wereld.visit(5), [wereld.locatie], now=NOW) == []

    def test_a_time_is_there_until_every_desk_has_it(self, wereld: Wereld) -> None:
        wereld.book()
        assert "09:00" in wereld.times()
        wereld.book(form="another")
        assert "09:00" not in wereld.times()
        with pytest.raises(TijdBezet):
            wereld.book(form="a third")

    def test_the_same_form_books_once(self, wereld: Wereld) -> None:
        assert wereld.book() == wereld.book()
        wereld.book(form="another")  # the second desk is still there

    @pytest.mark.parametrize(
        "begin",
        [wall(ZONDAG, 9), wall(MAANDAG, 8, 45), wall(MAANDAG, 9, 5), wall(MAANDAG, 12), wall(MAANDAG, 9, 7)],
    )
    def test_times_that_are_not_offered_are_refused(self, wereld: Wereld, begin: datetime) -> None:
        with pytest.raises(TijdBezet):
            wereld.book(begin)

    def test_nobody_books_the_past(self, wereld: Wereld) -> None:
        with pytest.raises(TijdBezet):
            wereld.book(NOW - timedelta(days=1))
        assert wereld.times(now=TIEN)[0] == "10:15"

    def test_a_booking_is_found_by_its_key(self, wereld: Wereld) -> None:
        boeking = wereld.book(personen=2)
        assert wereld.backend.get(boeking.sleutel) == boeking
        assert (boeking.locatie, boeking.begin, boeking.bezoek) == (wereld.locatie, NEGEN, wereld.visit(2))

    @pytest.mark.parametrize("sleutel", ["", "nothing", "00000000-0000-4000-8000-000000000000"])
    def test_what_was_never_booked_is_unknown(self, wereld: Wereld, sleutel: str) -> None:
        with pytest.raises(OnbekendeBoeking):
            wereld.backend.get(sleutel)
        with pytest.raises(OnbekendeBoeking):
            wereld.backend.cancel(sleutel, now=NOW)
        with pytest.raises(OnbekendeBoeking):
            wereld.backend.reschedule(sleutel, wereld.locatie, TIEN, bereik=Bereik.ONLINE, now=NOW)

    def test_moving_keeps_the_key_and_gives_the_old_time_back(self, wereld: Wereld) -> None:
        boeking = wereld.book()
        wereld.book(form="another")
        moved = wereld.move(boeking, TIEN)
        assert (moved.sleutel, moved.begin) == (boeking.sleutel, TIEN)
        assert "09:00" in wereld.times()
        assert wereld.move(moved, TIEN) == moved

    def test_moving_to_another_place(self, wereld: Wereld) -> None:
        moved = wereld.move(wereld.book(), NEGEN, wereld.andere)
        assert (moved.locatie, moved.begin) == (wereld.andere, NEGEN)
        assert wereld.backend.get(moved.sleutel) == moved

    def test_a_move_that_fails_leaves_the_old_time(self, wereld: Wereld) -> None:
        boeking = wereld.book()
        wereld.fill(TIEN)
        with pytest.raises(TijdBezet):
            wereld.move(boeking, TIEN)
        assert wereld.backend.get(boeking.sleutel) == boeking

    def test_a_cancelled_time_is_free_and_cancelling_again_is_no_error(self, wereld: Wereld) -> None:
        wereld.fill(TIEN)
        boeking = wereld.backend.list_boekingen(wereld.locatie, van=MAANDAG, tot_en_met=MAANDAG)[0]
        for _again in range(2):
            wereld.backend.cancel(boeking.sleutel, now=NOW)
        assert "10:00" in wereld.times()
        assert wereld.backend.get(boeking.sleutel).geannuleerd
        with pytest.raises(OnbekendeBoeking):
            wereld.move(boeking, NEGEN)

    def test_the_board_has_what_is_booked_in_order(self, wereld: Wereld) -> None:
        booked = [wereld.book(begin, form=f"{begin}") for begin in (TIEN, NEGEN)]
        wereld.backend.cancel(wereld.book(form="cancelled").sleutel, now=NOW)
        board = wereld.backend.list_boekingen(wereld.locatie, van=MAANDAG, tot_en_met=MAANDAG)
        assert board == sorted(booked, key=lambda boeking: boeking.begin)
        assert wereld.backend.list_boekingen(wereld.andere, van=MAANDAG, tot_en_met=MAANDAG) == []

    def test_it_is_well(self, wereld: Wereld) -> None:
        wereld.backend.check_health()


class VasthoudendContract:
    @pytest.fixture
    def houder(self, wereld: Wereld) -> Vasthoudend:
        assert isinstance(wereld.backend, Vasthoudend)
        return wereld.backend

    def hold(self, wereld: Wereld, begin: datetime = NEGEN, *, who: str = "noor", form: str = "") -> str:
        assert isinstance(wereld.backend, Vasthoudend)
        held = wereld.backend.hold(
            wereld.visit(), wereld.locatie, begin, houder=who, verzoek=form or f"{who} {begin}", now=NOW
        )
        return held.sleutel

    def test_a_held_time_is_for_nobody_else_and_still_there_for_who_holds_it(self, wereld: Wereld) -> None:
        self.hold(wereld)
        self.hold(wereld, who="joris")
        assert "09:00" not in wereld.times()
        assert wereld.times(houder="noor")[0] == "09:00"
        [own, *others] = wereld.backend.list_momenten(
            wereld.visit(), wereld.locatie, van=MAANDAG, tot_en_met=MAANDAG, now=NOW, houder="noor"
        )
        assert own.eigen
        assert not any(moment.eigen for moment in others)
        with pytest.raises(TijdBezet):
            self.hold(wereld, who="samira")

    def test_choosing_again_gives_up_the_first_choice(self, wereld: Wereld, houder: Vasthoudend) -> None:
        self.hold(wereld, who="joris")
        first = self.hold(wereld)
        self.hold(wereld, TIEN)
        with pytest.raises(TijdBezet):
            houder.get_houvast(first)
        assert "09:00" in wereld.times()

    def test_the_same_time_again_is_no_matter(self, wereld: Wereld, houder: Vasthoudend) -> None:
        self.hold(wereld, who="joris")
        first = self.hold(wereld)
        assert self.hold(wereld) == first
        again = self.hold(wereld, form="on a page asked for anew")
        assert houder.get_houvast(again).begin == NEGEN

    def test_a_choice_that_fails_leaves_the_one_before(self, wereld: Wereld, houder: Vasthoudend) -> None:
        first = self.hold(wereld)
        wereld.fill(TIEN)
        with pytest.raises(TijdBezet):
            self.hold(wereld, TIEN)
        assert houder.get_houvast(first).begin == NEGEN

    def test_confirming_twice_is_one_booking(self, wereld: Wereld, houder: Vasthoudend) -> None:
        sleutel = self.hold(wereld)
        boeking = houder.confirm(sleutel, klant=NOOR, now=NOW)
        assert houder.confirm(sleutel, klant=NOOR, now=NOW) == boeking
        assert wereld.backend.get(boeking.sleutel) == boeking

    def test_no_clock_ends_a_hold(self, wereld: Wereld, houder: Vasthoudend) -> None:
        sleutel = self.hold(wereld)
        late = houder.get_houvast(sleutel).tot + timedelta(hours=3)
        assert houder.confirm(sleutel, klant=NOOR, now=late).begin == NEGEN

    def test_who_needs_it_gets_it_when_the_hold_is_over(self, wereld: Wereld, houder: Vasthoudend) -> None:
        slow = self.hold(wereld)
        self.hold(wereld, who="joris")
        over = houder.get_houvast(slow).tot
        assert wereld.times(now=over)[0] == "09:00"
        for form in ("ilse", "kees"):
            wereld.backend.create(wereld.visit(), wereld.locatie, NEGEN, klant=NOOR, verzoek=form, now=over)
        with pytest.raises(TijdBezet):
            houder.confirm(slow, klant=NOOR, now=over)
        with pytest.raises(TijdBezet):
            houder.prolong(slow, now=over)

    def test_who_asks_for_more_time_gets_it(self, wereld: Wereld, houder: Vasthoudend) -> None:
        held = houder.get_houvast(self.hold(wereld))
        longer = houder.prolong(held.sleutel, now=held.tot)
        assert longer.tot > held.tot
        assert wereld.times(now=held.tot, houder="noor") == wereld.times(now=NOW, houder="noor")

    def test_giving_up_frees_the_time_at_once(self, wereld: Wereld, houder: Vasthoudend) -> None:
        sleutel = self.hold(wereld)
        self.hold(wereld, who="joris")
        for _again in range(2):
            houder.release(sleutel)
        assert "09:00" in wereld.times()
        with pytest.raises(TijdBezet):
            houder.confirm(sleutel, klant=NOOR, now=NOW)

    def test_giving_up_does_nothing_to_a_booking(self, wereld: Wereld, houder: Vasthoudend) -> None:
        boeking = houder.confirm(self.hold(wereld), klant=NOOR, now=NOW)
        houder.release(boeking.sleutel)
        assert wereld.backend.get(boeking.sleutel) == boeking

    def test_what_was_never_held_is_unknown(self, wereld: Wereld, houder: Vasthoudend) -> None:
        houder.release("nothing")
        with pytest.raises(OnbekendeBoeking):
            houder.get_houvast("nothing")
        with pytest.raises(OnbekendeBoeking):
            houder.confirm("nothing", klant=NOOR, now=NOW)
        with pytest.raises(OnbekendeBoeking):
            wereld.backend.get(self.hold(wereld))  # held is not booked


class ElderContract:
    """An outage is never an empty list."""

    def test_nothing_answers_when_it_is_down(self, wereld: Wereld) -> None:
        boeking = wereld.book()
        assert wereld.uit is not None
        backend, days = wereld.backend, {"van": MAANDAG, "tot_en_met": MAANDAG}
        asked: list[Callable[[], object]] = [
            lambda: backend.list_soorten([wereld.locatie]),
            lambda: backend.list_plekken(wereld.visit(), [wereld.locatie], now=NOW),
            lambda: backend.list_dagen(wereld.visit(), wereld.locatie, now=NOW, **days),
            lambda: backend.list_momenten(wereld.visit(), wereld.locatie, now=NOW, **days),
            lambda: backend.list_boekingen(wereld.locatie, **days),
            lambda: backend.get(boeking.sleutel),
            lambda: backend.cancel(boeking.sleutel, now=NOW),
            lambda: wereld.move(boeking, TIEN),
            lambda: wereld.book(form="another"),
            backend.check_health,
        ]
        with wereld.uit():
            for ask in asked:
                with pytest.raises(NietBereikbaar):
                    ask()
        assert backend.get(boeking.sleutel) == boeking
