"""Terms, without a database."""

from datetime import UTC, date, datetime

import pytest

from eloket.zaken.termijnen import Duur, InvalidDuur, add_duur, compute_einddatum, day_of, parse_duur


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P8W", Duur(dagen=56)),
        ("P56D", Duur(dagen=56)),
        ("P1M", Duur(maanden=1)),
        ("P1Y", Duur(jaren=1)),
        ("P1Y2M10D", Duur(jaren=1, maanden=2, dagen=10)),
        ("P1W3D", Duur(dagen=10)),
        (" p2w ", Duur(dagen=14)),
    ],
)
def test_every_form_of_a_term_is_read(text: str, expected: Duur) -> None:
    assert parse_duur(text) == expected


@pytest.mark.parametrize(
    "text", ["", "P", "8W", "P8", "PT8H", "P1.5M", "P-1D", "acht weken", "P8W\nP1D", "P1000Y", "P٨W"]
)
def test_what_is_no_term_in_days_is_refused(text: str) -> None:
    with pytest.raises(InvalidDuur):
        parse_duur(text)


@pytest.mark.parametrize(
    ("start", "duur", "expected"),
    [
        (date(2026, 11, 20), "P3W", date(2026, 12, 11)),  # as Open Zaak computes it
        (date(2026, 11, 20), "P8W", date(2027, 1, 15)),
        (date(2027, 1, 31), "P1M", date(2027, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2026, 12, 15), "P1M", date(2027, 1, 15)),
    ],
)
def test_a_term_ends_by_the_calendar(start: date, duur: str, expected: date) -> None:
    assert add_duur(start, parse_duur(duur)) == expected


def test_the_longest_term_still_has_a_date() -> None:
    assert add_duur(date(2026, 11, 20), parse_duur("P999Y9999M9999W99999D")) > date(4000, 1, 1)


def test_no_term_is_no_date() -> None:
    assert compute_einddatum(date(2026, 11, 20), "") is None


def test_a_late_evening_belongs_to_the_next_day_in_the_gemeente() -> None:
    assert day_of(datetime(2026, 11, 24, 23, 30, tzinfo=UTC)) == date(2026, 11, 25)
