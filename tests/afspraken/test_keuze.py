"""What stands in the address of a step: read without an error, whatever it holds."""

import string
from datetime import date

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from eloket.afspraken.backends.base import Regel
from eloket.afspraken.keuze import Keuze, read_keuze

NAMES = ("voor", "soort", "personen", "kanaal", "plaats", "agenda", "gebied", "van", "dagdeel", "weekdag")


def read(query: str) -> Keuze:
    return read_keuze(QueryDict(query))


def test_noor_comes_for_passports_and_a_licence() -> None:
    keuze = read("voor=inwoner&soort=paspoort&personen=4&soort=rijbewijs&personen=1&plaats=stadhuis")
    assert keuze.regels == (Regel("paspoort", 4), Regel("rijbewijs", 1))
    assert keuze.plaats == "stadhuis"


def test_a_product_page_names_a_soort_alone() -> None:
    assert read("soort=paspoort").regels == (Regel("paspoort", 1),)


def test_the_same_thing_twice_is_one_thing() -> None:
    assert read("soort=paspoort&personen=2&soort=paspoort&personen=3").regels == (Regel("paspoort", 3),)


def test_too_many_persons_stay_too_many_so_that_it_can_be_told() -> None:
    assert read("soort=paspoort&personen=21").regels == (Regel("paspoort", 21),)
    assert read("soort=paspoort&personen=99999999").regels == (Regel("paspoort", 1),)


def test_a_postcode_becomes_its_area() -> None:
    assert read("gebied=1234+ab").gebied == "1234"
    assert read("gebied=12345").gebied == ""


def test_what_was_chosen_comes_back_from_the_address() -> None:
    keuze = Keuze(
        voor="ondernemer",
        regels=(Regel("vooroverleg", 3), Regel("paspoort")),
        kanaal="huisbezoek",
        plaats="op-locatie",
        agenda="12",
        gebied="1234",
        van=date(2026, 9, 29),
        dagdeel="ochtend",
        weekdag=2,
    )
    assert read(keuze.query()) == keuze


PAIRS = st.tuples(st.sampled_from(NAMES), st.text(alphabet=string.printable, max_size=30))


@given(st.lists(PAIRS, max_size=30))
def test_nonsense_is_left_out_and_what_is_read_is_read_again_the_same(pairs: list[tuple[str, str]]) -> None:
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    keuze = read_keuze(data)
    assert read(keuze.query()) == keuze
    assert all(regel.personen >= 1 for regel in keuze.regels)
