"""One condition and one answer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.formulieren.definitie import Operator, Vergelijking, Voorwaarde
from eloket.formulieren.regels.vergelijken import klopt, naar_antwoord
from tests.formulieren.regels.maken import VANDAAG


def holds(soort: str, antwoord: Any, operator: str, *waarden: str) -> bool:
    return klopt(Voorwaarde("x", Operator(operator), waarden), antwoord, Vergelijking(soort), vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("soort", "antwoord", "operator", "waarden"),
    [
        ("tekst", "Noor de Wit", "is", ["noor de wit"]),
        ("tekst", "Noor de Wit", "bevat", ["WIT"]),
        ("tekst", "Noor de Wit", "bevat_niet", ["Jansen"]),
        ("tekst", "Noor", "is_niet", ["Joris"]),
        ("getal", 12, "groter", ["11,5"]),
        ("getal", "12.50", "is", ["12,5"]),
        ("getal", 0, "gevuld", []),
        ("getal", -3, "kleiner", ["0"]),
        ("keuze", "koop", "een_van", ["huur", "koop"]),
        ("meerkeuze", ["a", "b"], "bevat", ["b"]),
        ("meerkeuze", ["a", "b"], "bevat_niet", ["c"]),
        ("datum", "2027-01-30", "na", ["vandaag+28"]),
        ("datum", "2027-01-01", "is", ["vandaag"]),
        ("datum", "2026-12-26", "voor", ["vandaag-5"]),
        ("datum", "2027-02-01", "na", ["2027-01-31"]),
        ("geen", True, "gevuld", []),
        ("geen", False, "leeg", []),
        ("tekst", None, "leeg", []),
        ("meerkeuze", [], "leeg", []),
    ],
)
def test_a_condition_that_holds(soort: str, antwoord: Any, operator: str, waarden: list[str]) -> None:
    assert holds(soort, antwoord, operator, *waarden)


@pytest.mark.parametrize(
    ("soort", "antwoord", "operator", "waarden"),
    [
        ("datum", "2027-01-29", "na", ["vandaag+28"]),  # not more than 28 days ahead
        ("tekst", None, "is_niet", ["Joris"]),  # nobody answered: it cannot be said
        ("tekst", "", "bevat_niet", ["x"]),
        ("getal", "veel", "groter", ["1"]),
        ("getal", 5, "groter", ["veel"]),
        ("getal", 5, "is_niet", ["NaN"]),
        ("datum", "morgen", "voor", ["vandaag"]),
        ("keuze", "koop", "groter", ["1"]),
        ("geen", {"straat": "Dorp"}, "is", ["Dorp"]),
        ("niets", None, "leeg", []),
    ],
)
def test_a_condition_that_does_not_hold(soort: str, antwoord: Any, operator: str, waarden: list[str]) -> None:
    assert not holds(soort, antwoord, operator, *waarden)


@pytest.mark.parametrize(
    ("soort", "waarde", "stored"),
    [
        ("getal", "12", 12),
        ("getal", "12,5", "12.5"),
        ("datum", "vandaag+1", "2027-01-02"),
        ("keuze", "koop", "koop"),
        ("tekst", " Dorp ", "Dorp"),
        ("tekst", " ", None),
        ("getal", "veel", None),
    ],
)
def test_an_answer_that_a_rule_gives_has_the_shape_of_an_answer(soort: str, waarde: str, stored: Any) -> None:
    assert naar_antwoord(waarde, Vergelijking(soort), vandaag=VANDAAG) == stored


ANY = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.lists(st.text(), max_size=3)
    | st.just({"a": 1})
)


@given(
    st.sampled_from(Vergelijking),
    ANY,
    st.sampled_from(Operator),
    st.lists(
        st.text(max_size=12) | st.sampled_from(["vandaag+99999", "vandaag-99999", "1e99999999"]), max_size=3
    ),
    st.dates(date(1990, 1, 1), date(2200, 1, 1)),
)
def test_whatever_is_compared_there_is_an_outcome(
    soort: Vergelijking, antwoord: Any, operator: Operator, waarden: list[str], vandaag: date
) -> None:
    outcome = klopt(Voorwaarde("x", operator, tuple(waarden)), antwoord, soort, vandaag=vandaag)
    assert outcome in (True, False)
    if antwoord is None and outcome:
        assert operator == Operator.LEEG
