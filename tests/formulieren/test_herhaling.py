"""A group of questions that is asked again: for each child that moves along, for each vehicle."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.definitie import Tekst, Veld
from eloket.formulieren.velden import get_veldtype, holds_bsn
from eloket.formulieren.velden.herhaling import MEESTE
from eloket.website.templatetags.website import foutregels
from tests.formulieren.beantwoorden import Getypt, answer_all, fill, show
from tests.formulieren.factories import VELD, Invuller, definitie, publish

NAAM = Veld("tekst", "naam", Tekst("Voornaam"))
DAG = Veld("datum", "geboren", Tekst("Geboren op"), verplicht=False)


def make_group(*, verplicht: bool = True, velden: tuple[Veld, ...] = (NAAM, DAG), **own: Any) -> Veld:
    return Veld(
        "herhaling",
        "vraag",
        Tekst("Welke kinderen verhuizen mee?"),
        verplicht=verplicht,
        velden=velden,
        instellingen={"rij_nl": "Kind", **own},
    )


BRAM = {"_0_naam": "Bram", "_0_geboren_dag": "1", "_0_geboren_maand": "2", "_0_geboren_jaar": "2020"}
TWEE = {"_aantal": "2", **BRAM, "_1_naam": "Saar"}
BEWAARD = [{"naam": "Bram", "geboren": "2020-02-01"}, {"naam": "Saar", "geboren": None}]


def test_noor_names_two_children() -> None:
    veld = make_group()
    assert answer_all(veld, TWEE) == (BEWAARD, [])
    assert show(veld, BEWAARD) == (
        "<p><strong>Kind 1</strong><br>Voornaam: Bram<br>Geboren op: 1 februari 2020</p>"
        "<p><strong>Kind 2</strong><br>Voornaam: Saar</p>"
    )
    assert get_veldtype("herhaling").to_eigenschap(BEWAARD, veld) == "Bram, 2020-02-01; Saar"


def test_what_was_typed_is_never_markup() -> None:
    stored, _errors = answer_all(make_group(), {"_aantal": "1", "_0_naam": "<script>"})
    assert "<script>" not in show(make_group(), stored)


def test_an_error_names_the_child_and_jumps_to_its_box() -> None:
    form = fill(make_group(), {**TWEE, "_0_geboren_maand": "13", "_1_geboren_dag": "3", "_1_naam": ""})
    assert not form.is_valid()
    assert [(each.anker, each.label) for each in foutregels(form)] == [
        ("id_v-vraag_0_geboren_0", "Kind 1: Geboren op"),
        ("id_v-vraag_1_naam", "Kind 2: Voornaam"),
        ("id_v-vraag_1_geboren_1", "Kind 2: Geboren op"),
    ]


def test_one_that_was_added_and_left_empty_does_not_count() -> None:
    assert answer_all(make_group(), {**TWEE, "_aantal": "3"}) == (BEWAARD, [])


def test_a_required_group_asks_one_and_an_optional_none() -> None:
    assert answer_all(make_group(), {})[1] == ["Voeg er minstens een toe."]
    blank = fill(make_group(), {"_aantal": "1", "_0_naam": " "})
    assert [each.anker for each in foutregels(blank)] == ["id_v-vraag_0_naam"]
    for nothing in ({}, {"_aantal": "0"}, {"_aantal": "1", "_0_naam": ""}):
        optional = fill(make_group(verplicht=False), nothing)
        assert optional.is_valid()
        assert optional.to_json() == {"vraag": None}
        assert foutregels(optional) == []


def test_a_group_has_a_lowest_and_a_highest_number() -> None:
    veld = make_group(minimum=2, maximum=3)
    assert answer_all(veld, TWEE)[0] == BEWAARD
    assert answer_all(veld, {**TWEE, "_aantal": "1"})[1] == ["Vul er minstens 2 in. Kies “Kind toevoegen”."]
    four = {"_aantal": "4", **{f"_{index}_naam": "Bram" for index in range(4)}}
    assert answer_all(veld, four)[1] == ["Vul er niet meer dan 3 in. Verwijder er een."]
    unbound = fill(veld, {}).__class__(prefix="v")
    assert len(unbound["vraag"].rijen) == 2


def test_the_browser_does_not_fill_in_its_owner_for_another() -> None:
    field = get_veldtype("herhaling").field(make_group(velden=(Veld("email", "email", Tekst("E-mail")),)))
    assert field.widget.rij_form.base_fields["email"].widget.attrs["autocomplete"] == "off"


def test_a_bsn_inside_is_known_and_stays_out_of_the_zaak() -> None:
    veld = make_group(velden=(NAAM, Veld("bsn", "bsn", Tekst("BSN"))))
    assert holds_bsn(veld)
    assert not holds_bsn(make_group())
    told = get_veldtype("herhaling").to_eigenschap([{"naam": "Bram", "bsn": "999990019"}], veld)
    assert told == "Bram"


@pytest.mark.parametrize("aantal", ["-1", "9" * 4, "9" * 1000, "x", "٣", "1e3", ""])
def test_a_strange_number_of_them_is_no_fault_of_ours(aantal: str) -> None:
    form = fill(make_group(verplicht=False), {**TWEE, "_aantal": aantal})
    form.is_valid()
    assert len(form["vraag"].rijen) <= MEESTE


PARTS = ["_aantal", *BRAM, "_1_naam", "_1_", "_", "_x_naam", "_99_naam", "_0_naam_x", "_0_zomaar"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(PARTS), st.text(max_size=20) | st.sampled_from(["1", "2"])))
def test_whatever_is_typed_is_refused_in_words_or_taken_again(getypt: Getypt) -> None:
    veld, kind = make_group(), get_veldtype("herhaling")
    form = fill(veld, getypt)
    if not form.is_valid():
        assert foutregels(form)
        return
    stored = json.loads(json.dumps(form.to_json()["vraag"]))
    assert kind.show(stored, veld)
    assert answer_all(veld, kind.to_getypt(stored, veld)) == (stored, [])


@pytest.mark.django_db
def test_no_key_of_a_redacteur_gets_in_the_way_of_the_page(client: Client) -> None:
    """A template asks a form for a field of that name before anything else."""
    form = definitie()
    keys = ["errors", "fields", "prefix", "data", "rijen", "naam"]
    inner = [{**VELD, "sleutel": key} for key in keys]
    form["stappen"][0]["velden"] = [*inner, {**GROEP, "sleutel": "media", "velden": inner}]
    publish(stappen=form["stappen"])
    page = client.get(f"{Invuller(client).start}beginnen/").content.decode()
    assert "nog moet aanpassen" not in page
    assert ">Kind 1</legend>" in page


# --- On the page: adding and removing, without JavaScript -----

GROEP = {
    "soort": "herhaling",
    "sleutel": "kinderen",
    "label": {"nl": "Wie gaan er mee?"},
    "velden": [VELD],
    "instellingen": {"rij_nl": "Kind", "maximum": 3},
}


def publish_group(*, first: bool = False) -> None:
    form = definitie()
    form["stappen"][0 if first else 1]["velden"].append(GROEP)
    publish(stappen=form["stappen"])


@pytest.mark.django_db
@pytest.mark.parametrize("first", [True, False])
def test_adding_and_removing_keep_what_was_typed(client: Client, *, first: bool) -> None:
    publish_group(first=first)
    noor = Invuller(client)
    if first:
        url = f"{noor.start}beginnen/"
    else:
        assert noor.begin().status_code == 302
        url = f"{noor.concept}wanneer/"
    typed = {"v-naam": "Noor", "v-kinderen_aantal": "1", "v-kinderen_0_naam": "Bram", "v-vanaf_dag": "9"}
    page = client.post(url, {**typed, "voegtoe": "v-kinderen"}).content.decode()
    assert 'name="v-kinderen_1_naam"' in page
    assert 'value="Bram"' in page
    assert 'name="v-kinderen_aantal" value="2"' in page
    assert "utrecht-form-field-error-message" not in page
    assert ('value="Noor"' if first else 'value="9"') in page
    typed |= {"v-kinderen_aantal": "2", "v-kinderen_1_naam": "Saar"}
    page = client.post(url, {**typed, "verwijder": "v-kinderen_0"}).content.decode()
    assert 'name="v-kinderen_0_naam" value="Saar"' in page
    assert "Bram" not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "button", [{"voegtoe": "v-zomaar"}, {"verwijder": "v-kinderen"}, {"verwijder": "v-kinderen_99"}]
)
def test_a_button_that_nobody_drew_changes_nothing(client: Client, button: dict[str, str]) -> None:
    publish_group(first=True)
    typed = {"v-naam": "", "v-kinderen_aantal": "1", "v-kinderen_0_naam": "Bram", **button}
    page = client.post(f"{Invuller(client).start}beginnen/", typed).content.decode()
    assert 'name="v-kinderen_aantal" value="1"' in page
    assert 'value="Bram"' in page


@pytest.mark.django_db
def test_no_more_can_be_added_than_the_redacteur_allows(client: Client) -> None:
    publish_group(first=True)
    typed = {"v-naam": "Noor", "v-kinderen_aantal": "3", "voegtoe": "v-kinderen"}
    page = client.post(f"{Invuller(client).start}beginnen/", typed).content.decode()
    assert 'name="v-kinderen_aantal" value="3"' in page
    assert "Kind toevoegen" not in page


@pytest.mark.django_db
def test_the_summary_shows_each_child(client: Client) -> None:
    publish_group(first=True)
    noor = Invuller(client)
    typed = {"v-naam": "Noor", "v-kinderen_aantal": "2"}
    noor.begin(**typed, **{"v-kinderen_0_naam": "Bram", "v-kinderen_1_naam": "Saar"})
    noor.post("wanneer", **{"v-vanaf_dag": "1-2-2027", "v-email": ""})
    page = noor.get("controleren").content.decode()
    assert "<strong>Kind 2</strong><br>Wat is uw naam?: Saar" in page
    assert "1 februari 2027" in page
