"""The worked examples of the law, by the number that each has in docs/termijnen.md."""

from datetime import date, timedelta

import pytest

from eloket.zaken.termijnen import (
    BESLISTERMIJN,
    KLACHT,
    KLACHT_MET_COMMISSIE,
    Duur,
    IngebrekestellingTeVroeg,
    Regel,
    Termijn,
    Termijnbron,
    Termijnregel,
    Verlenging,
    compute_bedrag,
    compute_beslistermijn_op_bezwaar,
    compute_bezwaartermijn,
    compute_dwangsom,
    compute_termijn,
    compute_vaststelling,
    count_back,
    extend_for_storing,
    find_tarief,
    subtract_duur,
    suspend_for_aanvulling,
)

WOENSDAG_5_MEI = date(2027, 5, 5)
MAANDAG_10_MEI = date(2027, 5, 10)
ZONDAG = date(2026, 11, 1)
MAANDAG = date(2026, 11, 2)
VANDAAG = date(2026, 9, 1)
WEKEN_8 = Duur(dagen=56)


def ends(regel: Termijnregel, einde: date) -> date:
    """The last day of a term that by the calendar ends on `einde`."""
    return compute_termijn(regel, subtract_duur(einde, regel.duur), vandaag=VANDAAG).einddatum


def regels(termijn: Termijn) -> list[Regel]:
    return [stap.regel for stap in termijn.stappen]


def case(id: str, regel: Termijnregel, einde: date, expected: date) -> object:
    return pytest.param(regel, einde, expected, id=id)


def wet(**duur: int) -> Termijnregel:
    return Termijnregel(Duur(**duur))


VERORDENING = Termijnregel(WEKEN_8, Termijnbron.VERORDENING)
VERORDENING_MET_ATW = Termijnregel(WEKEN_8, Termijnbron.VERORDENING, atw=True)
NORM = Termijnregel(Duur(dagen=14), Termijnbron.DIENSTNORM)
NORM_MET_ATW = Termijnregel(Duur(dagen=14), Termijnbron.DIENSTNORM, atw=True)


@pytest.mark.parametrize(
    ("regel", "einde", "expected"),
    [
        case("F-01", BESLISTERMIJN, WOENSDAG_5_MEI, MAANDAG_10_MEI),
        case("F-04 26 weken op een feestdag", wet(dagen=26 * 7), WOENSDAG_5_MEI, WOENSDAG_5_MEI),
        case("F-05 verordening", VERORDENING, WOENSDAG_5_MEI, WOENSDAG_5_MEI),
        case("F-06 verordening met Awt", VERORDENING_MET_ATW, WOENSDAG_5_MEI, MAANDAG_10_MEI),
        case("F-07 dienstnorm", NORM, ZONDAG, ZONDAG),
        case("F-07 dienstnorm met Awt", NORM_MET_ATW, ZONDAG, MAANDAG),
        case("F-09 12 weken", wet(dagen=84), ZONDAG, MAANDAG),
        case("F-09 13 weken", wet(dagen=91), ZONDAG, ZONDAG),
        case("F-10 3 maanden", wet(maanden=3), ZONDAG, MAANDAG),
        case("F-10 4 maanden", wet(maanden=4), ZONDAG, ZONDAG),
        case("F-11 90 dagen", wet(dagen=90), ZONDAG, MAANDAG),
        case("F-11 91 dagen", wet(dagen=91), ZONDAG, ZONDAG),
        case("F-12 48 uur", wet(uren=48), ZONDAG, ZONDAG),
        case("F-13 1 jaar", wet(jaren=1), ZONDAG, ZONDAG),
    ],
)
def test_a_term_ends_on(regel: Termijnregel, einde: date, expected: date) -> None:
    assert ends(regel, einde) == expected


@pytest.mark.parametrize(
    "bekendgemaakt",
    [pytest.param(date(2027, 3, 24), id="F-02"), pytest.param(date(2027, 3, 25), id="F-03 Hemelvaart")],
)
def test_bezwaar_counts_from_the_day_after_and_moves_over_hemelvaart(bekendgemaakt: date) -> None:
    assert compute_bezwaartermijn(bekendgemaakt).einddatum == MAANDAG_10_MEI


def test_f_08_counting_back_does_not_move() -> None:
    termijn = count_back(date(2027, 5, 12), Duur(dagen=7))
    assert termijn.einddatum == WOENSDAG_5_MEI
    assert regels(termijn)[-1] is Regel.SCHUIFT_NIET


def test_f_14_three_days_over_christmas_hold_two_working_days() -> None:
    termijn = compute_termijn(wet(dagen=3), date(2026, 12, 24), vandaag=VANDAAG)
    assert termijn.einddatum == date(2026, 12, 29)
    assert regels(termijn)[-2:] == [Regel.WERKDAG, Regel.TWEE_WERKDAGEN]


def test_f_14_two_days_over_christmas_only_move_to_monday() -> None:
    termijn = compute_termijn(wet(dagen=2), date(2026, 12, 24), vandaag=VANDAAG)
    assert termijn.einddatum == date(2026, 12, 28)


def test_f_15_without_a_term_in_the_law_it_is_eight_weeks() -> None:
    assert compute_termijn(BESLISTERMIJN, date(2026, 9, 1), vandaag=VANDAAG).einddatum == date(2026, 10, 27)


@pytest.mark.parametrize(
    ("op", "regel", "expected"),
    [
        pytest.param(date(2026, 10, 27), Regel.VERLENGING, date(2026, 12, 8), id="F-16 on the last day"),
        pytest.param(date(2026, 10, 28), Regel.VERLENGING_TE_LAAT, date(2026, 10, 27), id="F-16 a day late"),
    ],
)
def test_an_extension_is_told_before_the_term_ends(op: date, regel: Regel, expected: date) -> None:
    verlenging = Verlenging(Duur(dagen=42), "advies nodig", op)
    termijn = compute_termijn(BESLISTERMIJN, date(2026, 9, 1), vandaag=op, verlengingen=[verlenging])
    assert termijn.einddatum == expected
    assert regels(termijn)[-1] is regel


@pytest.mark.parametrize(
    ("hersteltermijn", "aangevuld_op", "stands_still"),
    [
        pytest.param(date(2026, 9, 24), date(2026, 9, 20), 9, id="F-17 the day of the answer counts"),
        pytest.param(date(2026, 9, 24), date(2026, 9, 10), 0, id="F-17 answered on the day of the request"),
        pytest.param(date(2026, 9, 24), date(2026, 9, 11), 0, id="F-17 answered the next day"),
        pytest.param(date(2026, 9, 24), None, 13, id="F-18 nothing came: best for the aanvrager"),
        pytest.param(date(2026, 9, 24), date(2026, 9, 30), 13, id="F-18 it came too late"),
        pytest.param(None, None, 0, id="F-33 no hersteltermijn"),
        pytest.param(None, date(2026, 9, 20), 0, id="F-33 no hersteltermijn, an answer"),
    ],
)
def test_asking_for_more_stops_the_clock(
    hersteltermijn: date | None, aangevuld_op: date | None, stands_still: int
) -> None:
    opschorting = suspend_for_aanvulling(
        gevraagd_op=date(2026, 9, 10),
        hersteltermijn=hersteltermijn,
        aangevuld_op=aangevuld_op,
        reden="tekening ontbreekt",
    )
    # A Tuesday, eight weeks; a norm, so that no weekend hides a day.
    regel = Termijnregel(WEKEN_8, Termijnbron.DIENSTNORM)
    termijn = compute_termijn(
        regel,
        date(2026, 9, 1),
        vandaag=date(2026, 10, 15),
        opschortingen=[opschorting] if opschorting else [],
    )
    assert termijn.einddatum == date(2026, 10, 27) + timedelta(days=stands_still)
    assert not termijn.staat_stil


TE_LAAT = compute_termijn(BESLISTERMIJN, date(2026, 9, 1), vandaag=VANDAAG)  # until 27 October 2026


def test_f_19_the_first_day_that_costs_money_comes_after_two_weeks() -> None:
    dwangsom = compute_dwangsom(
        TE_LAAT, ontvangen_op=date(2026, 10, 28), besloten_op=None, vandaag=date(2026, 10, 28)
    )
    assert (dwangsom.laatste_dag, dwangsom.eerste_dag) == (date(2026, 11, 11), date(2026, 11, 12))
    assert (dwangsom.dagen, dwangsom.bedrag, dwangsom.maximum) == (0, 0, 1442)


def test_an_ingebrekestelling_before_the_end_does_not_count_and_tells_when_it_does() -> None:
    with pytest.raises(IngebrekestellingTeVroeg) as caught:
        compute_dwangsom(TE_LAAT, ontvangen_op=TE_LAAT.einddatum, besloten_op=None, vandaag=VANDAAG)
    assert caught.value.vroegste == date(2026, 10, 28)


@pytest.mark.parametrize(
    ("dagen", "euro"),
    [
        pytest.param(0, 0, id="not yet"),
        pytest.param(1, 23, id="the first day"),
        pytest.param(14, 322, id="F-20 14 days"),
        pytest.param(28, 812, id="F-20 28 days"),
        pytest.param(42, 1442, id="F-20 42 days"),
        pytest.param(43, 1442, id="F-21 43 days"),
        pytest.param(400, 1442, id="F-21 much later"),
    ],
)
def test_a_dwangsom_grows_in_three_steps(dagen: int, euro: int) -> None:
    assert compute_bedrag(dagen, find_tarief(date(2026, 10, 28))) == euro


def test_the_amounts_are_those_of_the_day_on_which_the_ingebrekestelling_came() -> None:
    assert compute_bedrag(42, find_tarief(date(2018, 12, 31))) == 1260
    assert compute_bedrag(42, find_tarief(date(2019, 1, 1))) == 1442


def test_f_22_the_42_days_end_on_a_sunday_and_do_not_move() -> None:
    # Received on Sunday 1 November: two weeks to Sunday the 15th, and 42 days from Monday the 16th.
    dwangsom = compute_dwangsom(
        TE_LAAT, ontvangen_op=date(2026, 11, 1), besloten_op=date(2027, 6, 1), vandaag=date(2027, 6, 1)
    )
    assert dwangsom.stappen[-1].tot == date(2026, 12, 27)
    assert dwangsom.stappen[-1].tot.weekday() == 6
    assert dwangsom.bedrag == 1442


def test_f_23_the_amount_is_decided_within_two_weeks_after_the_last_day() -> None:
    dwangsom = compute_dwangsom(
        TE_LAAT, ontvangen_op=date(2026, 10, 28), besloten_op=date(2026, 11, 22), vandaag=date(2026, 11, 30)
    )
    assert (dwangsom.dagen, dwangsom.bedrag) == (10, 230)
    assert compute_vaststelling(dwangsom).einddatum == date(2026, 12, 7)  # 21 November + 14 is a Saturday


@pytest.mark.parametrize(
    ("commissie", "expected"),
    [
        pytest.param(False, date(2027, 6, 21), id="F-24 6 weeks"),
        pytest.param(True, date(2027, 8, 2), id="F-24 12 weeks"),
    ],
)
def test_a_decision_on_bezwaar_counts_from_the_end_of_the_term_to_object(
    commissie: bool, expected: date
) -> None:
    bezwaartermijn = compute_bezwaartermijn(date(2027, 3, 24))
    assert compute_beslistermijn_op_bezwaar(bezwaartermijn, commissie=commissie).einddatum == expected


@pytest.mark.parametrize(
    ("regel", "expected"),
    [
        pytest.param(KLACHT, date(2026, 10, 13), id="F-25 6 weeks"),
        pytest.param(KLACHT_MET_COMMISSIE, date(2026, 11, 10), id="F-25 10 weeks"),
    ],
)
def test_a_klacht_is_answered_in_time(regel: Termijnregel, expected: date) -> None:
    assert compute_termijn(regel, date(2026, 9, 1), vandaag=VANDAAG).einddatum == expected


def test_f_26_a_forwarded_bezwaar_is_in_time_by_its_first_arrival() -> None:
    """Where it came first tells whether it is in time; only the term to decide starts at the right place."""
    termijn = compute_bezwaartermijn(date(2026, 9, 1))
    first_arrival, forwarded = date(2026, 10, 13), date(2026, 10, 20)
    assert not termijn.is_late(first_arrival)
    assert termijn.is_late(forwarded)


@pytest.mark.parametrize(
    ("laatste", "expected"),
    [
        pytest.param(date(2027, 5, 9), MAANDAG_10_MEI, id="F-27 over before the last day"),
        pytest.param(MAANDAG_10_MEI, date(2027, 5, 11), id="F-27 on the last day"),
        pytest.param(date(2027, 5, 14), date(2027, 5, 18), id="F-27 until the Friday before Pinksteren"),
    ],
)
def test_an_outage_on_the_last_day_gives_another_day(laatste: date, expected: date) -> None:
    termijn = extend_for_storing(
        compute_bezwaartermijn(date(2027, 3, 24)), eerste=date(2027, 5, 8), laatste=laatste
    )
    assert termijn.einddatum == termijn.stappen[-1].tot == expected
