"""The types of field: what they accept, what they store, what they show."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.blokken import VeldenBlock
from eloket.formulieren.definitie import Optie, Stap, Tekst, Veld
from eloket.formulieren.stapformulier import PREFIX, build_stap_form, pick_raw
from eloket.formulieren.velden import VELDTYPEN, Veldtype, get_veldtype, veldtype

OPTIES = (Optie("groot", Tekst("Groot", "Big")), Optie("klein", Tekst("Klein")))


def make_veld(soort: str, *, verplicht: bool = True, **instellingen: Any) -> Veld:
    return Veld(soort, "vraag", Tekst("Vraag"), verplicht=verplicht, opties=OPTIES, instellingen=instellingen)


def answer(veld: Veld, *typed: str, parts: tuple[str, ...] = ()) -> tuple[Any, list[str]]:
    """What is stored for what was typed, and the errors."""
    data = QueryDict(mutable=True)
    for part, value in zip(parts or ("",), typed, strict=True):
        data[f"v-vraag{part}"] = value
    stap = Stap("stap", Tekst("Stap"), Tekst(), (veld,))
    form = build_stap_form(stap)(data=pick_raw_dict(stap, data), prefix=PREFIX)
    return (form.to_json()["vraag"], []) if form.is_valid() else (None, form.errors["vraag"])


def pick_raw_dict(stap: Stap, data: QueryDict) -> QueryDict:
    picked = QueryDict(mutable=True)
    for name, values in pick_raw(stap, data).items():
        picked.setlist(name, values)
    return picked


DATUM = ("_dag", "_maand", "_jaar")


@pytest.mark.parametrize(
    ("soort", "typed", "stored", "shown"),
    [
        ("tekst", "  Noor  ", "Noor", "Noor"),
        ("tekst", "😀 שלום", "😀 שלום", "😀 שלום"),
        ("lange_tekst", "een\r\ntwee", "een\ntwee", "een<br>twee"),
        ("lange_tekst", "<b>x</b>", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("getal", "12", 12, "12"),
        ("email", "noor@voorbeeld.nl", "noor@voorbeeld.nl", "noor@voorbeeld.nl"),
        ("telefoon", "06-12 34 56 78", "0612345678", "0612345678"),
        ("telefoon", "0032 470 12 34 56", "+32470123456", "+32470123456"),
        ("postcode", "1234ab", "1234 AB", "1234 AB"),
        ("keuze", "groot", "groot", "Groot"),
        ("ja_nee", "nee", "nee", "Nee"),
        ("verklaring", "on", True, "Ja"),
    ],
)
def test_a_good_answer_is_stored_and_shown(soort: str, typed: str, stored: Any, shown: str) -> None:
    veld = make_veld(soort)
    assert answer(veld, typed) == (stored, [])
    assert get_veldtype(soort).show(stored, veld) == shown


@pytest.mark.parametrize(
    ("soort", "typed", "advice"),
    [
        ("tekst", "", "Vul dit in."),
        ("tekst", "x" * 300, "niet meer dan 200 tekens"),
        ("getal", "twaalf", "alleen cijfers"),
        ("getal", "9" * 9000, "cijfers"),
        ("email", "noor", "naam@voorbeeld.nl"),
        ("telefoon", "12345", "10 cijfers"),
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
    assert get_veldtype(soort).to_eigenschap(None) == ""


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(VELDTYPEN)), st.text(max_size=60))
def test_whatever_is_typed_is_stored_as_json_and_shown_or_refused(soort: str, typed: str) -> None:
    veld = make_veld(soort)
    typed_parts = (typed, typed, typed) if soort == "datum" else (typed,)
    stored, errors = answer(veld, *typed_parts, parts=DATUM if soort == "datum" else ())
    if not errors:
        assert isinstance(get_veldtype(soort).show(json.loads(json.dumps(stored)), veld), str)


@pytest.fixture
def kenteken() -> Iterator[type[Veldtype]]:
    """A new type of field: one class."""

    class Kenteken(Veldtype):
        soort = "kenteken"
        naam = "Kenteken"

        def to_json(self, value: Any) -> Any:
            return value.upper() if value else None

    veldtype(Kenteken)
    yield Kenteken
    del VELDTYPEN["kenteken"]


def test_a_new_type_of_field_is_one_class(kenteken: type[Veldtype]) -> None:
    veld = make_veld("kenteken")
    assert answer(veld, "ab-12-cd") == ("AB-12-CD", [])
    assert get_veldtype("kenteken").show("AB-12-CD", veld) == "AB-12-CD"
    assert "kenteken" in VeldenBlock().child_blocks


def test_a_name_of_a_type_is_taken_once(kenteken: type[Veldtype]) -> None:
    with pytest.raises(ValueError, match="kenteken"):
        veldtype(kenteken)
