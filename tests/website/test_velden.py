"""A date in three boxes, and the widgets with their help and errors."""

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from eloket.website.services import DatumField
from eloket.website.templatetags.website import foutregels, soort_veld


class Formulier(forms.Form):
    datum = DatumField(label="Wanneer verhuist u?")
    soort = forms.ChoiceField(
        choices=[("h", "Huur"), ("k", "Koop")], widget=forms.RadioSelect, label="Huurt u?"
    )
    naam = forms.CharField(label="Naam", help_text="Zoals in uw paspoort.")
    akkoord = forms.BooleanField(label="Akkoord")


def filled(dag: str, maand: str, jaar: str) -> Formulier:
    return Formulier(
        {
            "datum_dag": dag,
            "datum_maand": maand,
            "datum_jaar": jaar,
            "soort": "h",
            "naam": "N",
            "akkoord": "on",
        }
    )


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_that_exists_is_read_back(day: date) -> None:
    form = filled(str(day.day), str(day.month), str(day.year))
    assert form.is_valid()
    assert form.cleaned_data["datum"] == day


def test_leading_noughts_are_fine() -> None:
    form = filled("07", "03", "1985")
    assert form.is_valid()
    assert form.cleaned_data["datum"] == date(1985, 3, 7)


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        (("31", "2", "2027"), "bestaat niet"),
        (("0", "1", "2027"), "bestaat niet"),
        (("27", "", "2027"), "maand"),
        (("27", "", ""), "maand, jaar"),
        (("27", "maartje", "2027"), "cijfers"),
        (("27", "3", "27"), "cijfers"),
        (("٢", "3", "2027"), "cijfers"),
        (("9" * 30, "3", "2027"), "bestaat niet"),
        (("", "", ""), "verplicht"),
    ],
)
def test_what_is_wrong_is_said(parts: tuple[str, str, str], word: str) -> None:
    form = filled(*parts)
    assert not form.is_valid()
    assert word in " ".join(form.errors["datum"])


@pytest.mark.parametrize(
    "parts",
    [
        ("27-3-2027", "", ""),
        ("27/03/2027", "", ""),
        (" 27.3.2027 ", "", ""),
        ("27 maart 2027", "", ""),
        ("2027-03-27", "", ""),
        ("27032027", "", ""),
        ("27", "maart", "2027"),
        ("27", "Mrt.", "2027"),
        ("27", " mar ", "2027"),
    ],
)
def test_a_date_is_understood_however_people_write_it(parts: tuple[str, str, str]) -> None:
    form = filled(*parts)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["datum"] == date(2027, 3, 27)


@pytest.mark.parametrize(
    ("parts", "box"),
    [
        (("27", "", "2027"), "id_datum_1"),
        (("27", "3", "27"), "id_datum_2"),
        (("27", "hooimaand", "2027"), "id_datum_1"),
        (("31", "2", "2027"), "id_datum_0"),
    ],
)
def test_the_summary_jumps_to_the_box_that_is_wrong(parts: tuple[str, str, str], box: str) -> None:
    assert [each.anker for each in foutregels(filled(*parts))] == [box]


def test_an_optional_date_may_stay_empty() -> None:
    assert DatumField(required=False).clean(["", "", ""]) is None


def test_a_stored_date_fills_the_boxes() -> None:
    widget = DatumField().widget
    assert widget.decompress(date(2027, 3, 7)) == ["7", "3", "2027"]
    assert widget.decompress("2027-03-07") == ["7", "3", "2027"]


def test_each_field_gets_its_shape_and_its_anchor() -> None:
    form = Formulier({})
    assert [soort_veld(field) for field in form] == ["groep", "groep", "enkel", "vinkje"]
    assert [each.anker for each in foutregels(form)] == ["id_datum_0", "id_soort_0", "id_naam", "id_akkoord"]
