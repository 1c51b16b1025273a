"""Questions about a place: what people may leave empty, and what the address source fills in."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.adressen.services import Adres, AdresBronUnavailable, MeerAdressen
from eloket.formulieren.velden import adres, get_veldtype
from eloket.website.templatetags.website import foutregels
from tests.formulieren.beantwoorden import Getypt, answer_all, fill, make_veld, show

NOOR = {
    "_postcode": "1234ab",
    "_huisnummer": "12",
    "_toevoeging": "a",
    "_straat": "Rietkraag",
    "_woonplaats": "Rietwaard",
}
BEWAARD = {
    "postcode": "1234 AB",
    "huisnummer": 12,
    "toevoeging": "a",
    "straat": "Rietkraag",
    "woonplaats": "Rietwaard",
}


@pytest.fixture
def bron(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """An address source that knows the Dorpsstraat, is away for 9999 XX and doubts about number 7."""
    asked: list[dict[str, Any]] = []

    def find_adres(*, postcode: str, huisnummer: int, toevoeging: str = "") -> Adres | None:
        asked.append({"postcode": postcode, "huisnummer": huisnummer, "toevoeging": toevoeging})
        found = Adres("1234AB", huisnummer, toevoeging, "Dorpsstraat", "Rietwaard")
        if postcode.startswith("9999"):
            raise AdresBronUnavailable("weg")
        if huisnummer == 7:
            raise MeerAdressen((found, found))
        return found if postcode == "1234 AB" else None

    monkeypatch.setattr(adres, "find_adres", find_adres)
    return asked


def test_noor_writes_her_whole_address() -> None:
    veld = make_veld("adres")
    assert answer_all(veld, NOOR) == (BEWAARD, [])
    assert show(veld, BEWAARD) == "Rietkraag 12a<br>1234 AB Rietwaard"
    assert get_veldtype("adres").to_eigenschap(BEWAARD, veld) == "Rietkraag 12a, 1234 AB Rietwaard"


def test_a_letter_behind_the_number_is_understood() -> None:
    stored, _errors = answer_all(make_veld("adres"), {**NOOR, "_huisnummer": "12 bis", "_toevoeging": ""})
    assert (stored["huisnummer"], stored["toevoeging"]) == (12, "bis")


def test_street_and_place_are_looked_up_once_when_noor_leaves_them_empty(bron: list[dict[str, Any]]) -> None:
    typed = {"_postcode": "1234 AB", "_huisnummer": "12", "_straat": "", "_woonplaats": ""}
    form = fill(make_veld("adres"), typed)
    assert form.is_valid()
    assert (form.to_json()["vraag"]["straat"], form["vraag"].value()[3]) == ("Dorpsstraat", "Dorpsstraat")
    assert bron == [{"postcode": "1234 AB", "huisnummer": 12, "toevoeging": ""}]


def test_what_noor_wrote_herself_stays(bron: list[dict[str, Any]]) -> None:
    stored, _errors = answer_all(make_veld("adres"), {**NOOR, "_woonplaats": ""})
    assert (stored["straat"], stored["woonplaats"]) == ("Rietkraag", "Rietwaard")
    assert answer_all(make_veld("adres"), NOOR)[0] == BEWAARD
    assert len(bron) == 1


@pytest.mark.parametrize(
    "changes", [{"_postcode": "9999 XX"}, {"_huisnummer": "7"}, {"_postcode": "4321 AB"}]
)
def test_what_the_source_cannot_say_noor_writes_herself(
    changes: dict[str, str], bron: list[dict[str, Any]]
) -> None:
    form = fill(make_veld("adres"), {**NOOR, **changes, "_straat": "", "_woonplaats": ""})
    assert [(regel.anker, regel.fout[:22]) for regel in foutregels(form)] == [
        ("id_v-vraag_3", "Wij vonden geen straat"),
        ("id_v-vraag_4", "Vul de woonplaats in."),
    ]


@pytest.mark.parametrize(
    ("changes", "box", "advice"),
    [
        ({"_postcode": "12345"}, 0, "4 cijfers en 2 letters"),
        ({"_huisnummer": "twaalf"}, 1, "Vul een huisnummer in"),
        ({"_huisnummer": "0"}, 1, "Vul een huisnummer in"),
        ({"_huisnummer": "12b"}, 1, "Een letter hoort bij toevoeging"),
        ({"_huisnummer": "123456"}, 1, "Vul een huisnummer in"),
        ({"_toevoeging": "x" * 11}, 2, "niet meer dan 10 tekens"),
        ({"_straat": "x" * 81}, 3, "niet meer dan 80 tekens"),
    ],
)
def test_the_summary_jumps_to_the_box_that_is_wrong(changes: dict[str, str], box: int, advice: str) -> None:
    (regel,) = foutregels(fill(make_veld("adres"), {**NOOR, **changes}))
    assert regel.anker == f"id_v-vraag_{box}"
    assert advice in regel.fout


@pytest.mark.parametrize("soort", ["adres", "locatie"])
def test_an_empty_place_is_one_thing_to_do_or_none(soort: str) -> None:
    assert len(foutregels(fill(make_veld(soort), {}))) == 1
    assert answer_all(make_veld(soort, verplicht=False), {}) == (None, [])
    assert answer_all(make_veld(soort, verplicht=False), {"_straat": "  "}) == (None, [])


def test_the_address_of_somebody_else_is_not_filled_in_by_the_browser() -> None:
    def tokens(**instellingen: Any) -> list[str]:
        field = get_veldtype("adres").field(make_veld("adres", **instellingen))
        return [str(box.attrs.get("autocomplete", "")) for box in field.widget.widgets]

    assert tokens() == ["postal-code", "", "", "address-line1", "address-level2"]
    assert set(tokens(van_ander=True)) == {""}


def test_a_spot_needs_a_street_or_words() -> None:
    veld = make_veld("locatie")
    words = {"_plek": "In het park,\r\nbij de fontein"}
    stored, errors = answer_all(veld, words)
    assert errors == []
    assert show(veld, stored) == "In het park,<br>bij de fontein"
    street = {
        "_straat": "Dorpsstraat",
        "_huisnummer": "12a",
        "_postcode": "1234ab",
        "_woonplaats": "Rietwaard",
    }
    stored, _errors = answer_all(veld, {**street, "_plek": "<b>stoep</b>"})
    assert show(veld, stored) == "Dorpsstraat 12a<br>1234 AB Rietwaard<br>&lt;b&gt;stoep&lt;/b&gt;"
    assert answer_all(veld, {"_woonplaats": "Rietwaard"})[1] == [
        "Vul een straat in, of beschrijf onderaan waar het is."
    ]


TEXTS = st.text(max_size=40) | st.sampled_from(["12", "1234 AB", "x" * 20_000, "1\0002", "‮abc", "😀"])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["adres", "locatie"]),
    st.dictionaries(st.sampled_from([*NOOR, "_plek", "_zomaar"]), TEXTS, max_size=7),
)
def test_whatever_is_typed_is_refused_in_words_or_taken_again(soort: str, getypt: Getypt) -> None:
    veld, kind = make_veld(soort), get_veldtype(soort)
    stored, errors = answer_all(veld, getypt)
    if errors:
        assert all(errors)
        return
    stored = json.loads(json.dumps(stored))
    assert kind.show(stored, veld)
    assert answer_all(veld, kind.to_getypt(stored, veld)) == (stored, [])
