"""Whatever rules, exceptions and bookings there are: the bitmaps say what the plainest reading says."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from eloket.afspraken.backends.base import Bereik
from eloket.afspraken.backends.database import vrij
from eloket.afspraken.backends.database.bitmap import fits, ones, run_around
from eloket.afspraken.backends.database.eenheden import count_units, wall_bits
from eloket.afspraken.backends.database.rooster import (
    AgendaFeiten,
    PlaatsFeiten,
    RegelFeiten,
    UitzonderingFeiten,
    Uren,
)
from eloket.afspraken.backends.database.vraag import Dagen, Vraag
from eloket.afspraken.models import Doel, Effect
from tests.afspraken import naief

# Around both changes of the clock, and a week without one.
DAYS = [date(2026, 10, 24), date(2027, 3, 27), date(2026, 9, 28), date(2026, 12, 30)]
NONE: frozenset[int] = frozenset()
SOME = frozenset({1, 2})
SPANS = st.tuples(st.integers(0, 200), st.integers(20, 200)).map(lambda pair: (pair[0], min(288, sum(pair))))


def clock(unit: int) -> time:
    return time(23, 59) if unit == 288 else time(unit // 12, unit % 12 * 5)


@st.composite
def rules(draw: st.DrawFn) -> RegelFeiten:
    first, last = draw(SPANS)
    return RegelFeiten(
        weekdagen=draw(st.sampled_from([127, 127, 0b1011111])),
        elke_weken=draw(st.sampled_from([1, 1, 2])),
        week_van_maand=draw(st.sampled_from([0, 0, 0, 4, 5])),
        bits=wall_bits(clock(first), clock(last)),
        start=first,
        geldig_van=draw(st.sampled_from([date(2026, 1, 5), date(2026, 1, 5), date(2026, 10, 25)])),
        geldig_tot=draw(st.sampled_from([None, None, date(2026, 10, 25)])),
        doel=draw(st.sampled_from([Doel.ALLES, Doel.ALLES, *Doel])),
        vaardigheden=draw(st.sampled_from([NONE, NONE, SOME])),
        vrijgave_dagen=draw(st.sampled_from([None, None, None, 0, 1])),
        vrijgave_tijd=draw(st.sampled_from([None, time(9)])),
    )


@st.composite
def exceptions(draw: st.DrawFn) -> tuple[UitzonderingFeiten, ...]:
    def one() -> UitzonderingFeiten:
        first, last = draw(SPANS)
        day = draw(st.sampled_from(DAYS)) + timedelta(days=draw(st.integers(0, 2)))
        bits = draw(st.sampled_from([None, wall_bits(clock(first), clock(last))]))
        return UitzonderingFeiten(day, day, bits, first, draw(st.sampled_from(list(Effect))))

    return tuple(one() for _ in range(draw(st.integers(0, 2))))


@st.composite
def places(draw: st.DrawFn) -> PlaatsFeiten:
    everything, place = draw(exceptions()), draw(exceptions())
    lanes = []
    for number in range(draw(st.integers(1, 3))):
        hours = Uren(
            tuple(draw(st.lists(rules(), min_size=1, max_size=3))), (everything, place, draw(exceptions()))
        )
        since = draw(st.sampled_from([None, None, DAYS[0] + timedelta(days=1)]))
        skills, reserve = (
            draw(st.sampled_from([SOME, SOME, NONE])),
            draw(st.sampled_from([False, False, True])),
        )
        lanes.append(AgendaFeiten(number, "", skills, reserve, since, None, hours))
    return PlaatsFeiten(1, "gemeentehuis", "balie", tuple(lanes), (*everything, *place))


@st.composite
def visits(draw: st.DrawFn) -> Vraag:
    voor, na = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    minuten = draw(st.integers(1, 50))
    return Vraag(
        minuten=minuten,
        voor=voor,
        lengte=voor + count_units(minuten) + na,
        raster=draw(st.sampled_from([1, 2, 3, 4, 6, 12])),
        vaardigheden=draw(st.sampled_from([NONE, frozenset({1})])),
        kanaal="balie",
        bereik=draw(st.sampled_from(Bereik)),
        agenda="",
        vooraf_minuten=draw(st.sampled_from([0, 1, 60])),
        vooraf_werkdagen=draw(st.sampled_from([0, 0, 1])),
        vooruit_dagen=draw(st.integers(2, 4)),
        schaars=False,
    )


@settings(max_examples=80)
@given(
    plaats=places(),
    vraag=visits(),
    day=st.sampled_from(DAYS),
    seconds=st.integers(-90_000, 90_000),
    taken=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 870), st.integers(1, 60)), max_size=8),
)
def test_bitmaps_say_what_the_plainest_reading_says(
    plaats: PlaatsFeiten, vraag: Vraag, day: date, seconds: int, taken: list[tuple[int, int, int]]
) -> None:
    dagen = Dagen(day, day + timedelta(days=2))
    now = datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)
    busy, units = {0: 0}, dict[int, set[int]]()
    for agenda, first, length in taken:
        busy[agenda] = busy.get(agenda, 0) | ((1 << length) - 1) << first
        units.setdefault(agenda, set()).update(range(dagen.begin + first, dagen.begin + first + length))
    found = vrij.list_begins(vrij.read_vrij(plaats, vraag, dagen, busy=busy, now=now))
    assert [dagen.begin + bit for bit in ones(found)] == naief.list_begins(plaats, vraag, dagen, units, now)
    counts = vrij.count_per_day(found, dagen)
    assert sum(counts) == found.bit_count()


BITS = st.integers(0, 2**300)


@given(free=BITS, length=st.integers(1, 300))
@example(free=2**300 - 1, length=300)
def test_a_visit_fits_where_all_its_units_are_free(free: int, length: int) -> None:
    digits = f"{free:b}"[::-1]
    expected = [at for at in range(len(digits)) if digits[at : at + length] == "1" * length]
    assert list(ones(fits(free, length))) == expected


@given(free=BITS, first=st.integers(0, 250), length=st.integers(1, 50))
def test_the_gap_around_a_visit_is_counted_both_ways(free: int, first: int, length: int) -> None:
    digits = f"{free:b}"[::-1].ljust(400, "0")
    before, after = digits[:first], digits[first + length :]
    touching = len(before) - len(before.rstrip("1")) + len(after) - len(after.lstrip("1"))
    assert run_around(free, first, length) == touching
