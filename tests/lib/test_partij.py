"""Who something is about: valid from the start, never readable in a traceback, found under every key."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytest_django import Settings
from stdnum.nl import bsn

from eloket.lib.partij import (
    Bsn,
    Contact,
    Eidas,
    InvalidPartij,
    Kvk,
    Partij,
    Rsin,
    Vereniging,
    eigen_sleutels,
    from_dict,
    soort,
    to_dict,
    zoeksleutel,
    zoeksleutels,
)

digits = st.text("0123456789", min_size=9, max_size=9)
numbers = digits.filter(bsn.is_valid)
pseudonyms = st.text(min_size=1, max_size=256)
partijen: st.SearchStrategy[Partij] = st.one_of(
    numbers.map(Bsn),
    numbers.map(Rsin),
    st.builds(
        Kvk,
        st.text("0123456789", min_size=8, max_size=8),
        st.just("") | st.text("0123456789", min_size=12, max_size=12),
    ),
    pseudonyms.map(Eidas),
    st.builds(Contact, st.just("Noor@Rietwaard.example"), st.booleans()),
    st.builds(
        Vereniging,
        st.text("0123456789", min_size=8, max_size=8),
        st.just("Club@Rietwaard.example"),
        st.booleans(),
    ),
)


@given(partijen)
def test_a_partij_comes_back_from_plain_data(partij: Partij) -> None:
    assert from_dict(to_dict(partij)) == partij


@given(partijen, partijen)
def test_another_partij_has_another_search_key(one: Partij, other: Partij) -> None:
    assume((soort(one), to_dict(one) | {"bevestigd": 0}) != (soort(other), to_dict(other) | {"bevestigd": 0}))
    assert zoeksleutel(one) != zoeksleutel(other)


@given(st.text(max_size=12))
def test_only_nine_digits_under_the_eleven_test_are_a_bsn(text: str) -> None:
    good = len(text) == 9 and text.isascii() and text.isdigit() and bsn.is_valid(text)
    if good:
        assert Bsn(text).nummer == text
    else:
        with pytest.raises(InvalidPartij):
            Bsn(text)


@pytest.mark.parametrize(
    "text",
    ["999990018", "000000000", "99999001", "9999900191", "９９９９９００１９", "999990019\n", " 99990019"],
)
def test_a_number_that_is_no_bsn(text: str) -> None:
    with pytest.raises(InvalidPartij):
        Bsn(text)
    with pytest.raises(InvalidPartij):
        Rsin(text)


@pytest.mark.parametrize(
    ("nummer", "vestiging"),
    [("1234567", ""), ("１２３４５６７８", ""), ("12345678", "123"), ("12345678", "12345678901a")],
)
def test_a_number_that_is_no_kvk(nummer: str, vestiging: str) -> None:
    with pytest.raises(InvalidPartij):
        Kvk(nummer, vestiging)


@pytest.mark.parametrize(
    "email",
    ["", "noor", "@", "noor@", "a@b.example\nBcc: c@d.example", "a b@c.example", "a" * 250 + "@b.example"],
)
def test_an_address_that_is_no_address(email: str) -> None:
    with pytest.raises(InvalidPartij):
        Contact(email)


@pytest.mark.parametrize(("kvk", "email"), [("1234567", "club@b.example"), ("90012345", "club")])
def test_a_vereniging_needs_a_number_and_an_address(kvk: str, email: str) -> None:
    with pytest.raises(InvalidPartij):
        Vereniging(kvk, email)


def test_who_says_a_kvk_number_is_not_found_as_that_business() -> None:
    said = zoeksleutel(Vereniging("90012345", "club@rietwaard.example", bevestigd=True))
    assert said not in zoeksleutels(Kvk("90012345"))
    assert "club" not in repr(Vereniging("90012345", "club@rietwaard.example"))


def test_an_eidas_pseudonym_is_exact_and_an_address_is_not() -> None:
    assert zoeksleutel(Eidas("NL/DE/aB")) != zoeksleutel(Eidas("NL/DE/ab"))
    assert zoeksleutel(Contact("Noor@Rietwaard.example")) == zoeksleutel(
        Contact("noor@rietwaard.example", bevestigd=True)
    )


def test_an_eenmanszaak_is_not_found_as_a_person() -> None:
    """The RSIN of an eenmanszaak is the owner's BSN; the two roles stay apart."""
    assert zoeksleutel(Bsn("999990019")) != zoeksleutel(Rsin("999990019"))


def test_the_owner_finds_what_is_under_the_rsin_and_not_the_other_way_round() -> None:
    owner, business = Bsn("999990019"), Rsin("999990019")
    assert set(zoeksleutels(business)) < set(eigen_sleutels(owner))
    assert eigen_sleutels(business) == zoeksleutels(business)
    assert eigen_sleutels(Kvk("90001354")) == zoeksleutels(Kvk("90001354"))


@pytest.mark.parametrize(
    "partij", [Bsn("999990019"), Rsin("999990019"), Eidas("NL/DE/geheim"), Contact("noor@rietwaard.example")]
)
def test_a_traceback_does_not_tell_who(partij: Partij) -> None:
    for value in to_dict(partij).values():
        assert value == soort(partij) or isinstance(value, bool) or value not in repr(partij)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"soort": "hond"},
        {"soort": "bsn"},
        {"soort": "bsn", "nummer": None},
        {"soort": "kvk", "naam": "x"},
        {"soort": "bsn", "nummer": "1"},
    ],
)
def test_plain_data_that_is_no_partij(data: dict[str, object]) -> None:
    with pytest.raises(InvalidPartij):
        from_dict(data)


def test_a_partij_is_searched_under_all_keys(settings: Settings) -> None:
    settings.ELOKET_KEYS = ["oud"]
    old = zoeksleutel(Bsn("999990019"))
    settings.ELOKET_KEYS = ["nieuw", "oud"]
    assert zoeksleutels(Bsn("999990019")) == [zoeksleutel(Bsn("999990019")), old]
