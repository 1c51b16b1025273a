"""The types of field: what they accept, what they store, what they show."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.blokken import VeldenBlock
from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden import VELDTYPEN, Veldtype, get_veldtype, veldtype
from tests.formulieren.beantwoorden import DATUM, Getypt, answer, answer_all, make_veld, show


@pytest.mark.parametrize(
    ("soort", "typed", "stored", "shown"),
    [
        ("tekst", "  Noor  ", "Noor", "Noor"),
        ("tekst", "😀 שלום", "😀 שלום", "😀 שלום"),
        ("lange_tekst", "een\r\ntwee", "een\ntwee", "een<br>twee"),
        ("lange_tekst", "<b>x</b>", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("getal", "12", 12, "12"),
        ("email", "noor@voorbeeld.nl", "noor@voorbeeld.nl", "noor@voorbeeld.nl"),
        ("telefoon", "06-12 34 56 78", "+31612345678", "06 12345678"),
        ("telefoon", "(020) 624 1111", "+31206241111", "020 624 1111"),
        ("telefoon", "0032 470 12 34 56", "+32470123456", "+32 470 12 34 56"),
        ("postcode", "1234ab", "1234 AB", "1234 AB"),
        ("keuze", "groot", "groot", "Groot"),
        ("keuzelijst", "groot", "groot", "Groot"),
        ("meerkeuze", "klein", ["klein"], "Klein"),
        ("ja_nee", "nee", "nee", "Nee"),
        ("bedrag", "1.234,50", "1234.50", "€ 1.234,50"),
        ("bedrag", "€ 12,-", "12.00", "€ 12,00"),
        ("bedrag", "12,5 euro", "12.50", "€ 12,50"),
        ("bedrag", "12.50", "12.50", "€ 12,50"),
        ("bedrag", "1.234", "1234.00", "€ 1.234,00"),
        ("bedrag", "1,234.50", "1234.50", "€ 1.234,50"),
        ("bedrag", "0", "0.00", "€ 0,00"),
        ("tijd", "14.30", "14:30", "14.30"),
        ("tijd", "14:30 uur", "14:30", "14.30"),
        ("tijd", "930", "09:30", "09.30"),
        ("tijd", "9u", "09:00", "09.00"),
        ("tijd", "0.00", "00:00", "00.00"),
        ("bsn", "9999.90.019", "999990019", "999990019"),
        ("kvk", "6859 9984", "68599984", "68599984"),
        ("iban", "nl91abna0417164300", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"),
        ("iban", "BE71 0961 2345 6769", "BE71096123456769", "BE71 0961 2345 6769"),
        ("kenteken", "r123ab", "R-123-AB", "R-123-AB"),
        ("kenteken", "12 gbd 3", "12-GBD-3", "12-GBD-3"),
        ("kenteken", "AA-12", "AA-12", "AA-12"),
        ("verklaring", "on", True, "Ja"),
    ],
)
def test_a_good_answer_is_stored_and_shown(soort: str, typed: str, stored: Any, shown: str) -> None:
    veld = make_veld(soort)
    assert answer(veld, typed) == (stored, [])
    assert show(veld, stored) == shown


@pytest.mark.parametrize(
    ("soort", "typed", "advice"),
    [
        ("tekst", "", "Vul dit in."),
        ("tekst", "x" * 300, "niet meer dan 200 tekens"),
        ("getal", "twaalf", "alleen cijfers"),
        ("getal", "9" * 9000, "cijfers"),
        ("email", "noor", "naam@voorbeeld.nl"),
        ("telefoon", "12345", "10 cijfers"),
        ("telefoon", "020 624 1111 ext. 12", "zonder toestelnummer"),
        ("telefoon", "0699999999999", "10 cijfers"),
        ("bedrag", "tien", "1.234,50"),
        ("bedrag", "1,234", "1.234,50"),
        ("bedrag", "12,345", "1.234,50"),
        ("bedrag", "-5", "1.234,50"),
        ("bedrag", "1e9", "1.234,50"),
        ("bedrag", "١٢", "1.234,50"),
        ("bedrag", "9999999999", "€ 999.999.999,00 of lager"),
        ("bedrag", "9" * 30, "€ 999.999.999,00 of lager"),
        ("tijd", "24.00", "14.30"),
        ("tijd", "half tien", "14.30"),
        ("tijd", "9.5", "14.30"),
        ("bsn", "123456789", "paspoort"),
        ("bsn", "000000000", "paspoort"),
        ("bsn", "٩٩٩٩٩٠٠١٩", "paspoort"),
        ("kvk", "123", "8 cijfers"),
        ("kvk", "00000000", "8 cijfers"),
        ("iban", "NL92ABNA0417164300", "NL91 ABNA"),
        ("iban", "0417164300", "NL91 ABNA"),
        ("kenteken", "hond", "zoals op de plaat"),
        ("meerkeuze", "reusachtig", "Kies uit de antwoorden"),
        ("meerkeuze", "", "Kies een of meer antwoorden."),
        ("keuzelijst", "", "Kies een antwoord."),
        ("postcode", "0234 AB", "1234 AB"),
        ("postcode", "1234 SS", "1234 AB"),
        ("keuze", "reusachtig", "Kies een van de antwoorden"),
        ("keuze", "", "Kies een antwoord."),
        ("verklaring", "", "Zet een vinkje"),
    ],
)
def test_a_wrong_answer_says_what_to_do(soort: str, typed: str, advice: str) -> None:
    _stored, errors = answer(make_veld(soort), typed)
    assert advice in errors[0]


def test_an_empty_date_says_how_to_write_one() -> None:
    _stored, errors = answer(make_veld("datum"), "", "", "", parts=DATUM)
    assert errors == ["Vul de datum in als dag, maand en jaar, bijvoorbeeld 1 2 2027."]


@time_machine.travel("2027-01-20 12:00:00+00:00")
def test_a_date_stays_between_its_limits() -> None:
    veld = make_veld("datum", dagen_terug=5, dagen_vooruit=28)
    assert answer(veld, "17", "2", "2027", parts=DATUM) == ("2027-02-17", [])
    assert answer(veld, "18", "2", "2027", parts=DATUM)[1] == ["Kies 17 februari 2027 of eerder."]
    assert answer(veld, "14", "1", "2027", parts=DATUM)[1] == ["Kies 15 januari 2027 of later."]


@pytest.mark.parametrize("soort", sorted(set(VELDTYPEN) - {"datum", "verklaring"}))
def test_an_optional_question_may_stay_empty(soort: str) -> None:
    veld = make_veld(soort, verplicht=False)
    assert answer(veld, "") == (None, [])
    assert get_veldtype(soort).show(None, veld) == ""
    assert get_veldtype(soort).to_eigenschap(None, veld) == ""


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(VELDTYPEN)), st.lists(st.text(max_size=60), min_size=3, max_size=3))
def test_whatever_is_typed_is_refused_in_words_or_shown_and_taken_again(soort: str, typed: list[str]) -> None:
    veld = make_veld(soort)
    first = dict(zip(DATUM, typed, strict=True)) if soort == "datum" else {"": typed[0]}
    check_round_trip(veld, first)


GOOD = {
    "telefoon": st.from_regex(r"(06|\+316)[1-5][0-9]{7}", fullmatch=True),
    "bedrag": st.from_regex(r"(€ )?[0-9]{1,7}(,[0-9]{1,2})?", fullmatch=True),
    "tijd": st.times().map(lambda moment: f"{moment.hour}.{moment.minute:02}"),
    "getal": st.integers(0, 999_999_999).map(str),
    "kenteken": st.from_regex(r"[A-Z]-[0-9]{3}-[A-Z]{2}", fullmatch=True),
    "kvk": st.from_regex(r"[1-9][0-9]{7}", fullmatch=True),
    "postcode": st.from_regex(r"[1-9][0-9]{3} ?[B-D]{2}", fullmatch=True),
}


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(sorted(GOOD)))
def test_a_good_answer_of_any_shape_comes_back_the_same(data: st.DataObject, soort: str) -> None:
    veld = make_veld(soort)
    typed = data.draw(GOOD[soort])
    assert check_round_trip(veld, {"": typed}) is not None


def check_round_trip(veld: Veld, getypt: Getypt) -> Any:
    """What is stored, None when it was refused; what was stored shows, and typed again gives the same."""
    stored, errors = answer_all(veld, getypt)
    if errors:
        assert all(errors)
        return None
    stored = json.loads(json.dumps(stored))
    kind = get_veldtype(veld.soort)
    assert isinstance(kind.show(stored, veld), str)
    assert isinstance(kind.to_eigenschap(stored, veld), str)
    assert answer_all(veld, kind.to_getypt(stored, veld)) == (stored, [])
    return stored


@pytest.mark.parametrize("soort", sorted(VELDTYPEN))
@pytest.mark.parametrize("typed", ["x" * 1_000_000, "9" * 1_000_000, "1\0002", "\u202eabc", "😀" * 50, " "])
def test_a_flood_or_a_strange_sign_is_no_fault_of_ours(soort: str, typed: str) -> None:
    veld = make_veld(soort)
    getypt = dict.fromkeys(DATUM, typed) if soort == "datum" else {"": typed}
    check_round_trip(veld, getypt)


def test_several_answers_are_stored_and_shown_one_below_the_other() -> None:
    veld = make_veld("meerkeuze")
    assert answer_all(veld, {"": ["klein", "groot", "klein"]}) == (["klein", "groot"], [])
    assert show(veld, ["klein", "groot"]) == "Klein<br>Groot"
    assert get_veldtype("meerkeuze").to_eigenschap(["klein", "groot"], veld) == "klein, groot"
    too_many = answer_all(make_veld("meerkeuze", maximum=1), {"": ["klein", "groot"]})
    assert too_many == (None, ["Kies er niet meer dan 1. Haal een vinkje weg."])


def test_a_time_and_an_amount_stay_between_their_limits() -> None:
    tijd = make_veld("tijd", vroegst="08:00", laatst="17.30")
    assert answer(tijd, "8.00") == ("08:00", [])
    assert answer(tijd, "7.59")[1] == ["Kies 08.00 of later."]
    assert answer(tijd, "17.31")[1] == ["Kies 17.30 of eerder."]
    bedrag = make_veld("bedrag", minimum=10, maximum=1000)
    assert answer(bedrag, "9,99")[1] == ["Vul een bedrag in van € 10,00 of hoger."]
    assert answer(bedrag, "1.000,01")[1] == ["Vul een bedrag in van € 1.000,00 of lager."]


def test_a_bsn_goes_into_the_zaak_only_when_the_redacteur_says_so() -> None:
    bsn = get_veldtype("bsn")
    assert bsn.has_bsn
    assert bsn.to_eigenschap("999990019", make_veld("bsn")) == ""
    assert bsn.to_eigenschap("999990019", make_veld("bsn", in_zaak=True)) == "999990019"


def test_a_number_that_was_stored_before_is_still_shown() -> None:
    assert show(make_veld("telefoon"), "0612345678") == "06 12345678"
    assert show(make_veld("telefoon"), "012") == "012"


@pytest.fixture
def schoenmaat() -> Iterator[type[Veldtype]]:
    """A new type of field: one class."""

    class Schoenmaat(Veldtype):
        soort = "schoenmaat"
        naam = "Schoenmaat"

        def to_json(self, value: Any) -> Any:
            return value.upper() if value else None

    veldtype(Schoenmaat)
    yield Schoenmaat
    del VELDTYPEN["schoenmaat"]


def test_a_new_type_of_field_is_one_class(schoenmaat: type[Veldtype]) -> None:
    veld = make_veld("schoenmaat")
    assert answer(veld, "xl") == ("XL", [])
    assert show(veld, "XL") == "XL"
    assert "schoenmaat" in VeldenBlock().child_blocks


def test_a_name_of_a_type_is_taken_once(schoenmaat: type[Veldtype]) -> None:
    with pytest.raises(ValueError, match="schoenmaat"):
        veldtype(schoenmaat)
