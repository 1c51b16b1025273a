"""What happens to a term on its way, and what holds for every term there is."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.zaken.termijnen import (
    BESLISTERMIJN,
    Duur,
    Opschorting,
    Regel,
    Termijn,
    Termijnbron,
    Termijnregel,
    Verlenging,
    add_duur,
    compute_dwangsom,
    compute_termijn,
    earliest_ingebrekestelling,
    is_werkdag,
    subtract_duur,
)

DINSDAG = date(2026, 9, 1)
NATUURLIJK = date(2026, 10, 27)
VANDAAG = date(2026, 9, 20)
NORM = Termijnregel(Duur(dagen=56), Termijnbron.DIENSTNORM)
DAG = timedelta(days=1)


def stil(van: date, tot: date | None) -> Opschorting:
    return Opschorting(van, tot, "tekening ontbreekt")


def regels(termijn: Termijn) -> list[Regel]:
    return [stap.regel for stap in termijn.stappen]


def test_overlapping_suspensions_count_each_day_once_in_any_order() -> None:
    first, second = stil(date(2026, 9, 10), date(2026, 9, 20)), stil(date(2026, 9, 15), date(2026, 9, 25))
    inside = stil(date(2026, 9, 12), date(2026, 9, 14))
    for order in ([first, second, inside], [inside, second, first]):
        termijn = compute_termijn(NORM, DINSDAG, vandaag=VANDAAG, opschortingen=order)
        assert termijn.einddatum == NATUURLIJK + 15 * DAG
        assert Regel.OPSCHORTING_DUBBEL in regels(termijn)


def test_a_question_that_was_answered_at_once_adds_no_day_and_says_so() -> None:
    at_once = stil(date(2026, 9, 10), date(2026, 9, 10))
    termijn = compute_termijn(NORM, DINSDAG, vandaag=VANDAAG, opschortingen=[at_once])
    assert termijn.einddatum == NATUURLIJK
    assert Regel.OPSCHORTING_LEEG in regels(termijn)
    assert Regel.OPSCHORTING_DUBBEL not in regels(termijn)


def test_an_open_suspension_moves_the_date_on_with_every_day() -> None:
    open_end = [stil(date(2026, 9, 10), None)]
    today, tomorrow = (
        compute_termijn(NORM, DINSDAG, vandaag=vandaag, opschortingen=open_end)
        for vandaag in (VANDAAG, VANDAAG + DAG)
    )
    assert today.einddatum == NATUURLIJK + 10 * DAG
    assert tomorrow.einddatum == today.einddatum + DAG
    assert today.staat_stil
    assert today.is_onzeker
    assert earliest_ingebrekestelling(today) is None


def test_a_clock_that_stands_still_is_never_late() -> None:
    suspended = compute_termijn(
        NORM, DINSDAG, vandaag=date(2027, 6, 1), opschortingen=[stil(date(2026, 9, 10), None)]
    )
    running = compute_termijn(NORM, DINSDAG, vandaag=date(2027, 6, 1))
    assert not suspended.is_late(date(2027, 6, 1))
    assert running.is_late(date(2027, 6, 1))
    assert not running.is_late(running.einddatum)
    assert earliest_ingebrekestelling(running) == running.einddatum + DAG


def test_a_suspension_after_the_end_gives_no_time_back() -> None:
    termijn = compute_termijn(
        NORM, DINSDAG, vandaag=VANDAAG, opschortingen=[stil(NATUURLIJK + DAG, NATUURLIJK + 9 * DAG)]
    )
    assert termijn.einddatum == NATUURLIJK
    assert regels(termijn)[-1] is Regel.OPSCHORTING_TE_LAAT
    assert not termijn.staat_stil


def test_a_suspension_in_the_weekend_that_the_term_moved_over_still_counts() -> None:
    # Eight weeks from Saturday 5 September end on Saturday 31 October, so on Monday 2 November.
    termijn = compute_termijn(
        BESLISTERMIJN,
        date(2026, 9, 5),
        vandaag=VANDAAG,
        opschortingen=[stil(date(2026, 11, 1), date(2026, 11, 4))],
    )
    assert termijn.einddatum == date(2026, 11, 5)


def test_a_term_is_extended_once() -> None:
    verlengingen = [
        Verlenging(Duur(dagen=14), "advies", date(2026, 9, 10)),
        Verlenging(Duur(dagen=14), "nog een advies", date(2026, 9, 11)),
    ]
    termijn = compute_termijn(NORM, DINSDAG, vandaag=VANDAAG, verlengingen=verlengingen)
    assert termijn.einddatum == NATUURLIJK + 14 * DAG
    assert regels(termijn)[-2:] == [Regel.VERLENGING, Regel.VERLENGING_TWEEDE]


def test_an_extension_comes_in_time_because_the_clock_stood_still() -> None:
    termijn = compute_termijn(
        NORM,
        DINSDAG,
        vandaag=VANDAAG,
        opschortingen=[stil(date(2026, 9, 10), date(2026, 9, 20))],
        verlengingen=[Verlenging(Duur(dagen=7), "advies", NATUURLIJK + 10 * DAG)],
    )
    assert termijn.einddatum == NATUURLIJK + 17 * DAG


def test_an_extension_of_more_than_twelve_weeks_takes_the_awt_away() -> None:
    verlenging = Verlenging(Duur(dagen=91), "onderzoek", DINSDAG)
    termijn = compute_termijn(BESLISTERMIJN, date(2026, 9, 6), vandaag=VANDAAG, verlengingen=[verlenging])
    assert termijn.einddatum == date(2027, 1, 31)
    assert regels(termijn)[-1] is Regel.SCHUIFT_NIET


def test_beyond_the_last_besluit_the_date_says_that_it_may_move() -> None:
    termijn = compute_termijn(BESLISTERMIJN, date(2031, 3, 3), vandaag=VANDAAG)
    assert termijn.is_onzeker
    assert regels(termijn)[-1] is Regel.JAAR_ONBEKEND


# What holds for every term.

Lopend = tuple[Termijnregel, date, date, list[Opschorting], list[Verlenging]]
few = settings(max_examples=60)

dagen = st.dates(date(2023, 1, 1), date(2040, 12, 31))
duren = st.builds(
    Duur, maanden=st.integers(0, 4), dagen=st.integers(0, 100), uren=st.sampled_from([0, 0, 48])
)
termijnregels = st.builds(
    Termijnregel, duren, st.sampled_from(list(Termijnbron)), st.booleans(), st.just("Awb 4:13")
)


@st.composite
def lopend(draw: st.DrawFn) -> Lopend:
    """A term with facts that mostly fall inside it."""
    start = draw(dagen)
    shift = st.integers(-10, 150).map(lambda days: start + days * DAG)
    stillen = [
        stil(van, draw(st.none() | st.integers(-5, 60).map(lambda days, van=van: van + days * DAG)))
        for van in draw(st.lists(shift, max_size=4))
    ]
    extra = draw(st.lists(st.builds(Verlenging, duren, st.just("advies"), shift), max_size=2))
    return draw(termijnregels), start, draw(shift), stillen, extra


@few
@given(lopend())
def test_the_steps_lead_from_the_first_day_to_the_last(
    case: Lopend,
) -> None:
    regel, start, vandaag, stillen, extra = case
    termijn = compute_termijn(regel, start, vandaag=vandaag, opschortingen=stillen, verlengingen=extra)
    assert termijn.stappen[0].van == start
    assert termijn.stappen[-1].tot == termijn.einddatum
    for before, after in zip(termijn.stappen, termijn.stappen[1:], strict=False):
        assert after.van == before.tot
    assert all(stap.tot >= stap.van for stap in termijn.stappen)


@few
@given(lopend())
def test_a_suspension_or_an_extension_never_makes_a_term_shorter(
    case: Lopend,
) -> None:
    regel, start, vandaag, stillen, extra = case
    bare = compute_termijn(regel, start, vandaag=vandaag).einddatum
    suspended = compute_termijn(regel, start, vandaag=vandaag, opschortingen=stillen).einddatum
    both = compute_termijn(regel, start, vandaag=vandaag, opschortingen=stillen, verlengingen=extra).einddatum
    # An extension of more than twelve weeks is itself longer than any weekend that it takes away.
    assert bare <= suspended <= both


@given(termijnregels, dagen)
def test_the_awt_never_moves_a_date_back_and_leaves_a_working_day_alone(
    regel: Termijnregel, start: date
) -> None:
    natural = add_duur(start, regel.duur)
    einddatum = compute_termijn(regel, start, vandaag=start).einddatum
    assert natural <= einddatum <= natural + 8 * DAG
    if regel.bron == Termijnbron.WET and regel.duur.dagen <= 90 and not regel.duur.maanden:
        assert is_werkdag(einddatum) or regel.duur.uren


@few
@given(lopend())
def test_the_order_in_which_facts_are_kept_changes_nothing(
    case: Lopend,
) -> None:
    regel, start, vandaag, stillen, _ = case
    forth, back = (
        compute_termijn(regel, start, vandaag=vandaag, opschortingen=order).einddatum
        for order in (stillen, stillen[::-1])
    )
    assert forth == back


@given(dagen, st.integers(1, 100), st.integers(0, 100))
def test_a_dwangsom_only_grows_up_to_its_maximum(start: date, late: int, later: int) -> None:
    termijn = compute_termijn(BESLISTERMIJN, start, vandaag=start)
    ontvangen = termijn.einddatum + late * DAG
    now, then = (
        compute_dwangsom(termijn, ontvangen_op=ontvangen, besloten_op=None, vandaag=day)
        for day in (ontvangen, ontvangen + later * DAG)
    )
    assert now.bedrag == 0 <= then.bedrag <= then.maximum
    assert (then.bedrag > 0) == (later > 15)


@given(dagen, st.builds(Duur, dagen=st.integers(0, 400)))
def test_counting_back_is_counting_forth_the_other_way(dag: date, duur: Duur) -> None:
    assert add_duur(subtract_duur(dag, duur), duur) == dag
